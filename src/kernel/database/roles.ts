/** Idempotent, for a superuser: the owner of everything, and the role of requests that owns nothing. Two starters may race. */
export const rolesSql = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'mandata_owner') then
    create role mandata_owner login nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not exists (select from pg_roles where rolname = 'mandata_app') then
    create role mandata_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; end $$;
grant mandata_app to mandata_owner;
`;
