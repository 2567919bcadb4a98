-- One file sent in: how far its import has come and what became of it. A run whose server was killed is one that is running
-- and has not been seen for a while.
create table statistics_imports (
  id text primary key,
  -- Given by the form or by the API's client: sent twice, done once.
  token text not null,
  by_account text not null,
  by_role text not null,
  flow text not null,
  mapping text,
  file_name text not null,
  file_sha256 text not null,
  file_size bigint not null,
  dry_run boolean not null,
  accept boolean not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  doing text,
  rows integer not null,
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  batch text references statistics_batches,
  -- What a dry run found, and why a run failed.
  result jsonb,
  problem jsonb,
  audience text not null,
  unique (by_account, token)
);
create index statistics_imports_begun on statistics_imports (begun_at desc);
comment on table statistics_imports is 'Files sent in, and how far their import has come. [app: select, insert]';

alter table statistics_imports enable row level security;
create policy reads on statistics_imports for select using (mandata_reads(audience));
create policy inserts on statistics_imports for insert with check (mandata_reads(audience));

-- What the office decided about a finding; the latest holds, none is taken away.
create table statistics_finding_marks (
  id bigint generated always as identity primary key,
  finding bigint not null references statistics_findings,
  mark text not null check (mark in ('accepted-as-is', 'to-be-corrected', 'reopened')),
  reason text not null,
  by_account text not null,
  by_role text not null,
  at timestamptz not null,
  state text,
  audience text not null
);
create index statistics_finding_marks_finding on statistics_finding_marks (finding, id);
comment on table statistics_finding_marks is 'What the office decided about findings. [app: select, insert]';

alter table statistics_finding_marks enable row level security;
create policy reads on statistics_finding_marks for select
  using (mandata_reads(audience) or (state is not null and mandata_reads('state:' || state)));
create policy inserts on statistics_finding_marks for insert with check (mandata_reads(audience));

-- Writes that came with a key of the client's: the same key gets the same answer, and nothing is done twice.
create table statistics_requests (
  by_account text not null,
  key text not null,
  -- Hash of method, address and content: another request under the same key is refused.
  fingerprint text not null,
  begun_at timestamptz not null,
  status integer,
  answer jsonb,
  primary key (by_account, key)
);
comment on table statistics_requests is 'Writes under a key of the client''s, with their answers. [app: none]';
