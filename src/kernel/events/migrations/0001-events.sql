create table events (
  id bigint generated always as identity primary key,
  -- Given after the commit, by one sequencer at a time: see README.md, "Order".
  position bigint unique,
  kind text not null,
  payload jsonb not null,
  occurred_at timestamptz not null default now()
);
comment on table events is 'What happened, for other engines to hear. A request may say, and read nothing. [app: insert]';
create index events_unplaced on events (id) where position is null;

create table event_sequence (one boolean primary key default true check (one), last bigint not null);
comment on table event_sequence is 'The last position given. [app: none]';
insert into event_sequence (last) values (0);

create table event_subscribers (
  name text primary key,
  position bigint not null,
  failures int not null default 0,
  reason text,
  retry_at timestamptz
);
comment on table event_subscribers is 'How far each subscriber has heard. [app: none]';

create table event_failures (
  subscriber text not null,
  position bigint not null,
  kind text not null,
  payload jsonb not null,
  reason text not null,
  failed_at timestamptz not null default now(),
  primary key (subscriber, position)
);
comment on table event_failures is 'Events that a subscriber could not take after all its attempts. [app: none]';
