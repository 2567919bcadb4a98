create table links (
  from_kind text not null,
  from_id text not null,
  to_kind text not null,
  to_id text not null,
  relation text not null default 'cites',
  audience text not null,
  made_at timestamptz not null default now(),
  primary key (from_kind, from_id, to_kind, to_id, relation)
);
comment on table links is 'Who cites whom across the house. [app: select, insert, delete]';
create index links_to on links (to_kind, to_id, from_kind, made_at desc);
alter table links enable row level security;
-- A link may be made for readers that its maker is not one of; it is seen and removed by those who may read it.
create policy seen on links for select using (mandata_reads(audience));
create policy made on links for insert with check (true);
create policy removed on links for delete using (mandata_reads(audience));
