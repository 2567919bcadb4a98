-- Flows made from files (the unodc-portal mapping); those of the systems are in code.
create table statistics_flows (
  id text primary key,
  definition jsonb not null,
  made_at timestamptz not null,
  made_by text not null
);
comment on table statistics_flows is 'Definitions of flows that were made from files.';

-- One import of one file, or one accepted return. People are named by account id, so that a person can be erased.
create table statistics_batches (
  id text primary key,
  flow text not null,
  mapping text not null,
  file_name text not null,
  file_sha256 text not null,
  header_row integer not null,
  columns jsonb not null,
  rows integer not null check (rows = observations + suppressed + rejected),
  observations integer not null,
  suppressed integer not null,
  rejected integer not null,
  status text not null check (status in ('staged', 'accepted', 'rejected', 'undone')),
  -- Place in the order of acceptance within the flow: of one figure in two accepted batches the later one holds.
  accepted_order bigint unique,
  imported_by text not null,
  imported_role text not null,
  imported_at timestamptz not null,
  -- Who may see the batch and its findings; and who may see its figures once they are released.
  audience text not null,
  figures_audience text not null
);
create index statistics_batches_flow on statistics_batches (flow, imported_at);
create sequence statistics_acceptance;

create table statistics_acts (
  id bigint generated always as identity primary key,
  batch text not null references statistics_batches,
  act text not null check (act in ('accepted', 'rejected', 'undone')),
  note text,
  by_account text not null,
  by_role text not null,
  at timestamptz not null,
  audience text not null
);
create index statistics_acts_batch on statistics_acts (batch, id);

create table statistics_findings (
  id bigint generated always as identity primary key,
  batch text not null references statistics_batches,
  flow text not null,
  rule text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  source_row integer,
  source_column text,
  key jsonb not null,
  -- The key without its period, joined by points, as SDMX writes it; absent when not all of it is known.
  series text,
  period text,
  -- ISO 3166-1 alpha-3 of the State that can answer, where the area is one or lies in one.
  state text,
  message text not null,
  said jsonb not null,
  audience text not null
);
create index statistics_findings_batch on statistics_findings (batch, severity, id);
create index statistics_findings_series on statistics_findings (flow, series);
create index statistics_findings_state on statistics_findings (state) where state is not null;

create table statistics_answers (
  id bigint generated always as identity primary key,
  finding bigint not null references statistics_findings,
  body text not null,
  by_account text not null,
  by_role text not null,
  at timestamptz not null,
  state text,
  audience text not null
);
create index statistics_answers_finding on statistics_answers (finding, id);

create table statistics_releases (
  flow text not null,
  release integer not null check (release > 0),
  note text,
  sha256 text not null,
  restricted_sha256 text,
  observations bigint not null,
  restricted bigint not null,
  added bigint not null,
  revised bigint not null,
  gone bigint not null,
  structure jsonb not null,
  citation text not null,
  embargo_until timestamptz,
  released_by text not null,
  released_role text not null,
  released_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  audience text not null,
  primary key (flow, release)
);

alter table statistics_batches enable row level security;
create policy reads on statistics_batches for select using (mandata_reads(audience));
create policy inserts on statistics_batches for insert with check (mandata_reads(audience));
create policy updates on statistics_batches for update using (mandata_reads(audience)) with check (mandata_reads(audience));

alter table statistics_acts enable row level security;
create policy reads on statistics_acts for select using (mandata_reads(audience));
create policy inserts on statistics_acts for insert with check (mandata_reads(audience));

-- A State sees and answers the findings about its own figures, whoever else may see them.
alter table statistics_findings enable row level security;
create policy reads on statistics_findings for select
  using (mandata_reads(audience) or (state is not null and mandata_reads('state:' || state)));
create policy inserts on statistics_findings for insert with check (mandata_reads(audience));

alter table statistics_answers enable row level security;
create policy reads on statistics_answers for select
  using (mandata_reads(audience) or (state is not null and mandata_reads('state:' || state)));
create policy inserts on statistics_answers for insert
  with check (mandata_reads(audience) or (state is not null and mandata_reads('state:' || state)));

-- Before its time a release is the office's alone.
alter table statistics_releases enable row level security;
create policy reads on statistics_releases for select
  using (mandata_reads(audience) and (embargo_until is null or embargo_until <= now() or mandata_reads('office')));
create policy inserts on statistics_releases for insert with check (mandata_reads(audience));
create policy updates on statistics_releases for update using (mandata_reads(audience)) with check (mandata_reads(audience));
