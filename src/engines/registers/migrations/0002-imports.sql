-- Files of records that were taken over, all or nothing; each can be undone as long as nobody has changed what it brought.
create table register_imports (
  id text primary key,
  register text not null,
  file text not null,
  sha256 text not null,
  state text not null check (state in ('done', 'undone')),
  rows integer not null,
  new integer not null,
  changed integer not null,
  same integer not null,
  by_account text not null,
  by_role text not null,
  at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  -- Office, or the people of the State whose people imported.
  audience text not null
);
comment on table register_imports is 'Imports of files of records. [app: select, insert, update]';
create index register_imports_at on register_imports (register, at desc);
alter table register_imports enable row level security;
create policy reads on register_imports for select
  using ((select register_readers()) is null or audience = any ((select register_readers())::text[]));
create policy inserts on register_imports for insert
  with check ((select register_readers()) is null or audience = any ((select register_readers())::text[]));
create policy updates on register_imports for update
  using ((select register_readers()) is null or audience = any ((select register_readers())::text[]));

-- Records that an import made or changed, by the names of the changes before and after it.
create table register_import_rows (
  import text not null references register_imports,
  register text not null,
  record text not null,
  row integer not null,
  outcome text not null check (outcome in ('new', 'changed')),
  change_before text,
  change_after text not null,
  primary key (import, record)
);
comment on table register_import_rows is 'Records that imports made or changed. [app: select, insert]';
create index register_import_rows_record on register_import_rows (register, record);
alter table register_import_rows enable row level security;
create policy reads on register_import_rows for select
  using (exists (select from register_imports i where i.id = import));
create policy inserts on register_import_rows for insert
  with check (exists (select from register_imports i where i.id = import));

-- Which column of a file is which of the register, as people corrected it, by the file's headings.
create table register_mappings (
  register text not null,
  fingerprint text not null,
  mapping jsonb not null,
  at timestamptz not null,
  primary key (register, fingerprint)
);
comment on table register_mappings is 'Columns of files, remembered by their headings. [app: select, insert, update]';

-- Undoing an import takes away the drafts that it made, and nothing else is ever deleted: whoever did not import them cannot.
comment on table register_records is 'Records as they stand. [app: select, insert, update, delete]';
comment on table register_versions is 'Every version of every record. [app: select, insert, delete]';
comment on table register_parts is 'Fields with a narrower audience, every version. [app: select, insert, delete]';
create policy undone on register_records for delete
  using (exists (select from register_import_rows i where i.register = register_records.register and i.record = id and i.outcome = 'new'));
create policy undone on register_versions for delete
  using (exists (select from register_import_rows i
    where i.register = register_versions.register and i.record = register_versions.record and i.outcome = 'new'));
create policy undone on register_parts for delete
  using (exists (select from register_import_rows i
    where i.register = register_parts.register and i.record = register_parts.record and i.outcome = 'new'));
