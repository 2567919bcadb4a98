-- Who may sign in. These tables hold hashes and sealed secrets; nothing in them is readable outside the identity area's own
-- transactions, which say so by a setting: a mistaken join elsewhere finds no rows.
CREATE FUNCTION mandata_in_identity() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('mandata.identity', true) = 'on', false);

CREATE TABLE identity_organization (
  id text PRIMARY KEY,
  name text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('state', 'secretariat', 'partner', 'network')),
  state text CHECK (state ~ '^[A-Z]{3}$'),
  unit text,
  demonstration boolean NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK ((state IS NOT NULL) = (kind = 'state'))
);
COMMENT ON TABLE identity_organization IS 'Bodies that accounts belong to';

CREATE TABLE identity_account (
  id text PRIMARY KEY,
  email text UNIQUE CHECK (email = lower(email)),
  name text,
  role text NOT NULL,
  organization text NOT NULL REFERENCES identity_organization,
  language text NOT NULL,
  status text NOT NULL CHECK (status IN ('invited', 'active', 'deactivated', 'erased')),
  password text,
  demonstration boolean NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  CHECK ((email IS NULL) = (status = 'erased')),
  CHECK ((name IS NULL) = (status = 'erased'))
);
COMMENT ON TABLE identity_account IS 'People and machines that may sign in; an erased one keeps its id, role and organization';
CREATE INDEX identity_account_of ON identity_account (organization);

CREATE TABLE identity_link (
  hash text PRIMARY KEY,
  account text NOT NULL REFERENCES identity_account,
  purpose text NOT NULL CHECK (purpose IN ('invitation', 'password-reset')),
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE identity_link IS 'Single-use links sent by mail; only their hash is kept, and a used one is gone';
CREATE INDEX identity_link_of ON identity_link (account);

CREATE TABLE identity_session (
  id text PRIMARY KEY,
  hash text NOT NULL UNIQUE,
  account text NOT NULL REFERENCES identity_account,
  state text NOT NULL CHECK (state IN ('second-factor', 'full')),
  second_factor boolean NOT NULL,
  signed_in_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  user_agent text NOT NULL
);
COMMENT ON TABLE identity_session IS 'Sessions; one in state second-factor reaches nothing but that step';
CREATE INDEX identity_session_of ON identity_session (account);

CREATE TABLE identity_totp (
  account text PRIMARY KEY REFERENCES identity_account,
  secret text NOT NULL,
  confirmed boolean NOT NULL,
  last_step bigint NOT NULL
);
COMMENT ON TABLE identity_totp IS 'Authenticator apps; the secret is sealed with a key of the house, the last time step guards against replay';

CREATE TABLE identity_passkey (
  id text PRIMARY KEY,
  account text NOT NULL REFERENCES identity_account,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
COMMENT ON TABLE identity_passkey IS 'Passkeys by credential id';
CREATE INDEX identity_passkey_of ON identity_passkey (account);

CREATE TABLE identity_challenge (
  challenge text PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('registration', 'second-factor', 'sign-in')),
  account text REFERENCES identity_account,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE identity_challenge IS 'Challenges given to passkeys, each good for one answer';

CREATE TABLE identity_recovery_code (
  hash text PRIMARY KEY,
  account text NOT NULL REFERENCES identity_account
);
COMMENT ON TABLE identity_recovery_code IS 'Hashes of single-use codes for a lost second factor; a used one is gone';
CREATE INDEX identity_recovery_code_of ON identity_recovery_code (account);

CREATE TABLE identity_api_token (
  id text PRIMARY KEY,
  hash text NOT NULL UNIQUE,
  account text NOT NULL REFERENCES identity_account,
  name text NOT NULL,
  scopes text[] NOT NULL,
  second_factor boolean NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz
);
COMMENT ON TABLE identity_api_token IS 'API tokens; only their hash is kept';
CREATE INDEX identity_api_token_of ON identity_api_token (account);

CREATE TABLE identity_oidc_subject (
  issuer text NOT NULL,
  subject text NOT NULL,
  account text NOT NULL REFERENCES identity_account,
  PRIMARY KEY (issuer, subject),
  UNIQUE (issuer, account)
);
COMMENT ON TABLE identity_oidc_subject IS 'Which account a person at another sign-in service is';

CREATE TABLE identity_attempt (
  key text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);
COMMENT ON TABLE identity_attempt IS 'Failed attempts by keyed hash of account or network address, so that it lists neither';

CREATE TABLE identity_demonstration_password (
  account text PRIMARY KEY REFERENCES identity_account,
  password text NOT NULL
);
COMMENT ON TABLE identity_demonstration_password IS 'Passwords in clear of demonstration accounts, which sign in to a demonstration folder only';

DO $$
DECLARE
  secured text;
BEGIN
  FOREACH secured IN ARRAY ARRAY['organization', 'account', 'link', 'session', 'totp', 'passkey', 'challenge', 'recovery_code',
    'api_token', 'oidc_subject', 'attempt', 'demonstration_password'] LOOP
    EXECUTE format('ALTER TABLE identity_%s ENABLE ROW LEVEL SECURITY', secured);
    EXECUTE format('ALTER TABLE identity_%s FORCE ROW LEVEL SECURITY', secured);
    EXECUTE format('CREATE POLICY within ON identity_%s USING (mandata_in_identity()) WITH CHECK (mandata_in_identity())', secured);
  END LOOP;
END $$;
