create table stream_messages (
  seq bigint generated always as identity primary key,
  stream text not null,
  id text not null,
  body text not null,
  published_at timestamptz not null default now(),
  unique (stream, id)
);
comment on table stream_messages is 'Documents to be read by many workers, kept for a while after everybody has read them. [app: none]';
-- Compression costs more than the space: most messages are short, and gone in two weeks.
alter table stream_messages alter column body set storage external;
create index stream_messages_published on stream_messages (published_at);

create table stream_groups (
  id int generated always as identity primary key,
  stream text not null,
  name text not null,
  unique (stream, name)
);
comment on table stream_groups is 'Groups of workers: each gets every message of its stream. [app: none]';

-- One row for each message that a group has not finished. Taken, it is due again when its worker's time is over.
create table stream_deliveries (
  consumer int not null references stream_groups (id) on delete cascade,
  message bigint not null,
  due_at timestamptz not null,
  deliveries int not null default 0,
  lease uuid,
  primary key (consumer, message)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
comment on table stream_deliveries is 'What each group has yet to finish. [app: none]';
create index stream_deliveries_due on stream_deliveries (consumer, due_at, message);

create table stream_dead (
  consumer int not null references stream_groups (id) on delete cascade,
  message bigint not null,
  deliveries int not null,
  reason text not null,
  died_at timestamptz not null default now(),
  primary key (consumer, message)
);
comment on table stream_dead is 'Messages that a group could not do after all their deliveries. [app: none]';
