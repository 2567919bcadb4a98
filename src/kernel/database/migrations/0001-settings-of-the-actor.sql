-- What policies ask about the actor. Set in each transaction by `Database.as`; absent means nobody.
create function mandata_reads(audience text) returns boolean language sql stable parallel safe
  return case
    when current_setting('mandata.audiences', true) = '*' then true
    else coalesce(audience = any (nullif(current_setting('mandata.audiences', true), '')::text[]), false)
  end;

create function mandata_account() returns text language sql stable parallel safe
  return nullif(current_setting('mandata.account', true), '');

create function mandata_role() returns text language sql stable parallel safe
  return nullif(current_setting('mandata.role', true), '');

create function mandata_state() returns text language sql stable parallel safe
  return nullif(current_setting('mandata.state', true), '');
