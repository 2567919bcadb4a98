-- Closed circles: who was admitted to a case or a network beyond those whose organization it is.
CREATE TABLE identity_member (
  id text PRIMARY KEY,
  circle text NOT NULL CHECK (circle ~ '^(case|network):.{1,120}$'),
  account text REFERENCES identity_account ON DELETE CASCADE,
  organization text REFERENCES identity_organization ON DELETE CASCADE,
  role text NOT NULL CHECK (role ~ '^[a-z][a-z-]{0,59}$'),
  admitted_at timestamptz NOT NULL,
  CHECK ((account IS NULL) <> (organization IS NULL)),
  UNIQUE NULLS NOT DISTINCT (circle, account, organization)
);
COMMENT ON TABLE identity_member IS 'Accounts, and organizations with all their accounts, that read what is of a case or network';
CREATE INDEX identity_member_account ON identity_member (account);
CREATE INDEX identity_member_organization ON identity_member (organization);
ALTER TABLE identity_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_member FORCE ROW LEVEL SECURITY;
CREATE POLICY within ON identity_member USING (mandata_in_identity()) WITH CHECK (mandata_in_identity());
