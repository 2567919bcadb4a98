-- The readers of this transaction, or null for all; asked for once in a query and not once in a row.
create function register_readers() returns text[] language sql stable parallel safe
  return case
    when current_setting('mandata.audiences', true) = '*' then null
    else coalesce(nullif(current_setting('mandata.audiences', true), '')::text[], '{}')
  end;

-- Whether this transaction reads the rows of every State.
create function register_reads_states() returns boolean language sql stable parallel safe
  return coalesce('state:*' = any (register_readers()), false);

-- Orders the changes of a record, whichever of its parts they touch.
create sequence register_sequence;

-- Records of all registers as they stand: the part that all readers of a record share. People are account ids, so that a person can be erased.
create table register_records (
  register text not null,
  id text not null,
  version integer not null check (version > 0),
  -- The last change of this part: a random name that tells nothing about other records.
  change text not null,
  seq bigint not null,
  -- State of the register's lifecycle.
  state text not null,
  -- ISO 3166-1 alpha-3 of the State that the record is about or of.
  country text,
  demonstration boolean not null,
  audience text not null,
  -- Whose people read it as well: state:XXX.
  own_state text,
  title jsonb not null,
  data jsonb not null,
  -- Searched words of the fields that all its readers see, in small letters.
  words text not null,
  -- Of the last move that asked for one.
  reason text,
  made_at timestamptz not null,
  made_by text not null,
  made_role text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  changed_role text not null,
  primary key (register, id)
);
comment on table register_records is 'Records as they stand. [app: select, insert, update]';
create index register_records_changed on register_records (register, changed_at desc, id);
create index register_records_country on register_records (country, register) where country is not null;
alter table register_records enable row level security;
create policy reads on register_records for select
  using ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)));
create policy inserts on register_records for insert
  with check ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)));
create policy updates on register_records for update
  using ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)))
  with check ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)));

-- Every version of that part, with who could read it then.
create table register_versions (
  register text not null,
  record text not null,
  version integer not null,
  change text not null,
  seq bigint not null,
  act text not null check (act in ('made', 'saved', 'moved', 'restored', 'imported', 'undone')),
  move text,
  state text not null,
  reason text,
  title jsonb not null,
  data jsonb not null,
  by_account text not null,
  by_role text not null,
  at timestamptz not null,
  audience text not null,
  own_state text,
  primary key (register, record, version),
  foreign key (register, record) references register_records
);
comment on table register_versions is 'Every version of every record. [app: select, insert]';
alter table register_versions enable row level security;
-- A record that is hidden today hides the versions that were once public.
create policy reads on register_versions for select
  using (((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)))
    and exists (select from register_records r where r.register = register_versions.register and r.id = record));
create policy inserts on register_versions for insert
  with check ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)));

-- Fields with a narrower audience, one row for each audience and change: of one audience the latest holds.
create table register_parts (
  register text not null,
  record text not null,
  audience text not null,
  seq bigint not null,
  change text not null,
  act text not null check (act in ('made', 'saved', 'moved', 'restored', 'imported', 'undone')),
  data jsonb not null,
  by_account text not null,
  by_role text not null,
  at timestamptz not null,
  primary key (register, record, audience, seq),
  foreign key (register, record) references register_records
);
comment on table register_parts is 'Fields with a narrower audience, every version. [app: select, insert]';
alter table register_parts enable row level security;
create policy reads on register_parts for select
  using (((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or ((select register_reads_states()) and audience like 'state:%'))
    and exists (select from register_records r where r.register = register_parts.register and r.id = record));
create policy inserts on register_parts for insert
  with check (((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or ((select register_reads_states()) and audience like 'state:%'))
    and exists (select from register_records r where r.register = register_parts.register and r.id = record));

-- What is filtered, counted, sorted and cited by, of the shared part. Audiences are copies of the record's, rewritten with it.
create table register_values (
  register text not null,
  record text not null,
  field text not null,
  value text not null,
  language text,
  number numeric,
  -- First and last day that a date or period can mean; absent where it is open.
  low date,
  high date,
  -- Register that a reference leads to.
  target text,
  audience text not null,
  own_state text,
  foreign key (register, record) references register_records
);
comment on table register_values is 'Values that records are found by. [app: select, insert, delete]';
create index register_values_found on register_values (register, field, value);
create index register_values_record on register_values (register, record, field);
create index register_values_target on register_values (target, value) where target is not null;
alter table register_values enable row level security;
create policy reads on register_values for select
  using ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)));
create policy inserts on register_values for insert
  with check ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)));
create policy deletes on register_values for delete
  using ((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or own_state = any ((select register_readers())::text[])
    or ((select register_reads_states()) and (audience like 'state:%' or own_state is not null)));

-- The same of fields with a narrower audience: read by those who read both the record and the field.
create table register_part_values (
  register text not null,
  record text not null,
  field text not null,
  value text not null,
  language text,
  number numeric,
  low date,
  high date,
  target text,
  audience text not null,
  foreign key (register, record) references register_records
);
comment on table register_part_values is 'Values of fields with a narrower audience. [app: select, insert, delete]';
create index register_part_values_found on register_part_values (register, field, value);
create index register_part_values_record on register_part_values (register, record, field);
create index register_part_values_target on register_part_values (target, value) where target is not null;
alter table register_part_values enable row level security;
create policy reads on register_part_values for select
  using (((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or ((select register_reads_states()) and audience like 'state:%'))
    and exists (select from register_records r where r.register = register_part_values.register and r.id = record));
create policy inserts on register_part_values for insert
  with check (((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or ((select register_reads_states()) and audience like 'state:%'))
    and exists (select from register_records r where r.register = register_part_values.register and r.id = record));
create policy deletes on register_part_values for delete
  using (((select register_readers()) is null or audience = any ((select register_readers())::text[])
    or ((select register_reads_states()) and audience like 'state:%'))
    and exists (select from register_records r where r.register = register_part_values.register and r.id = record));

-- Records made under a key of the client's: the same key again gives the same record, and nothing is made twice.
create table register_requests (
  by_account text not null,
  key text not null,
  -- Hash of the register and the content: something else under the same key is refused.
  fingerprint text not null,
  register text not null,
  record text not null,
  at timestamptz not null,
  primary key (by_account, key)
);
comment on table register_requests is 'Keys under which records were made. [app: select, insert]';
alter table register_requests enable row level security;
create policy reads on register_requests for select using (by_account = coalesce(mandata_account(), mandata_role()));
create policy inserts on register_requests for insert with check (by_account = coalesce(mandata_account(), mandata_role()));
