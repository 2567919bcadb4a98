-- An actor whose audiences hold `state:*` reads the rows of every State (policy/audience.ts, `opens`).
create or replace function mandata_reads(audience text) returns boolean language sql stable parallel safe
  return case
    when current_setting('mandata.audiences', true) = '*' then true
    else coalesce(
      audience = any (nullif(current_setting('mandata.audiences', true), '')::text[])
        or (audience like 'state:%' and 'state:*' = any (nullif(current_setting('mandata.audiences', true), '')::text[])),
      false)
  end;
