create table jobs (
  id uuid primary key,
  kind text not null,
  key text,
  payload jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'dead')),
  priority smallint not null default 0,
  attempts int not null default 0,
  max_attempts int not null check (max_attempts > 0),
  run_at timestamptz not null,
  lease uuid,
  leased_until timestamptz,
  progress real not null default 0 check (progress between 0 and 1),
  message text,
  reason text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((state = 'running') = (lease is not null)),
  check ((state in ('done', 'dead')) = (finished_at is not null))
);
comment on table jobs is 'Work to be done later. A request may ask for work, and read nobody''s. [app: insert]';
create index jobs_due on jobs (kind, priority desc, run_at, id) where state = 'waiting';
create index jobs_leased on jobs (kind, leased_until) where state = 'running';
create index jobs_finished on jobs (state, finished_at) where state in ('done', 'dead');

create table job_schedules (
  name text primary key,
  kind text not null,
  cron text not null,
  payload jsonb not null,
  max_attempts int not null,
  next_at timestamptz not null
);
comment on table job_schedules is 'What is done again and again, and when next. [app: none]';
