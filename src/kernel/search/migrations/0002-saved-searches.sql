create table saved_searches (
  id uuid primary key default gen_random_uuid(),
  account text not null,
  name text not null,
  query jsonb not null,
  language text not null,
  alert text not null check (alert in ('never', 'daily', 'weekly')),
  -- Another number makes another address of the feed; the old one is dead.
  feed int not null default 1,
  made_at timestamptz not null,
  -- What could be seen first after this moment is new.
  told_until timestamptz not null
);
comment on table saved_searches is 'Searches that an account keeps. [app: select, insert, update, delete]';
create index saved_searches_of on saved_searches (account);
create index saved_searches_due on saved_searches (alert) where alert <> 'never';
alter table saved_searches enable row level security;
create policy own on saved_searches using (account = mandata_account()) with check (account = mandata_account());
