create table search_changes (
  id bigint generated always as identity primary key,
  -- Given after the commit, by one server at a time, as for events: what is committed late is placed late and never passed over.
  position bigint unique,
  source text not null,
  record text not null,
  said_at timestamptz not null default now()
);
comment on table search_changes is 'Records that the search index has to read again. A request may say so, and read nothing. [app: insert]';
create index search_changes_unplaced on search_changes (id) where position is null;

create table search_place (
  one boolean primary key default true check (one),
  -- Another database, or one that was begun anew: a kept index of the other one is of no use.
  epoch uuid not null default gen_random_uuid(),
  last bigint not null,
  -- Changes up to here are no longer kept.
  forgotten bigint not null default 0
);
comment on table search_place is 'The last position given to a change. [app: none]';
insert into search_place (last) values (0);
