-- Who runs this installation and answers for personal data; one row, or none while nobody has entered it.
CREATE TABLE identity_site_operator (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  name text NOT NULL,
  email text NOT NULL,
  address text NOT NULL,
  changed_at timestamptz NOT NULL
);
COMMENT ON TABLE identity_site_operator IS 'Name and contact of who runs this installation, shown to everybody on the privacy page';
ALTER TABLE identity_site_operator ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity_site_operator FORCE ROW LEVEL SECURITY;
CREATE POLICY within ON identity_site_operator USING (mandata_in_identity()) WITH CHECK (mandata_in_identity());
