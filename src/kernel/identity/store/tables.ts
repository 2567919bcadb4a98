import type { ColumnType } from 'kysely';
import type { Handle } from '#kernel/database/types.ts';
import type { Language } from '#kernel/i18n/index.ts';
import type { Circle, OrganizationKind, Role } from '#kernel/policy/index.ts';

export type AccountStatus = 'invited' | 'active' | 'deactivated' | 'erased';

// A type, not an interface: Kysely takes only what has an index signature.
export type IdentityTables = {
  identity_organization: {
    id: string;
    name: string;
    kind: OrganizationKind;
    state: string | null;
    unit: string | null;
    demonstration: boolean;
    created_at: Date;
  };
  identity_account: {
    id: string;
    email: string | null;
    name: string | null;
    role: Role;
    organization: string;
    language: Language;
    status: AccountStatus;
    password: string | null;
    demonstration: boolean;
    created_at: Date;
    changed_at: Date;
  };
  identity_link: { hash: string; account: string; purpose: 'invitation' | 'password-reset'; expires_at: Date };
  identity_session: {
    id: string;
    hash: string;
    account: string;
    state: 'second-factor' | 'full';
    second_factor: boolean;
    signed_in_at: Date;
    last_seen_at: Date;
    expires_at: Date;
    user_agent: string;
  };
  identity_totp: { account: string; secret: string; confirmed: boolean; last_step: number };
  identity_passkey: {
    id: string;
    account: string;
    public_key: string;
    counter: number;
    transports: string[];
    name: string;
    created_at: Date;
    last_used_at: ColumnType<Date | null, never, Date>;
  };
  identity_challenge: {
    challenge: string;
    purpose: 'registration' | 'second-factor' | 'sign-in';
    account: string | null;
    expires_at: Date;
  };
  identity_recovery_code: { hash: string; account: string };
  identity_api_token: {
    id: string;
    hash: string;
    account: string;
    name: string;
    scopes: string[];
    second_factor: boolean;
    created_at: Date;
    expires_at: Date;
    last_used_at: ColumnType<Date | null, never, Date>;
  };
  identity_oidc_subject: { issuer: string; subject: string; account: string };
  identity_member: {
    id: string;
    circle: Circle['audience'];
    account: string | null;
    organization: string | null;
    role: string;
    admitted_at: Date;
  };
  identity_site_operator: { single: boolean; name: string; email: string; address: string; changed_at: Date };
  identity_attempt: { key: string; failures: number; last_at: Date; blocked_until: Date };
  identity_demonstration_password: { account: string; password: string };
};

/** The handle with identity's tables. */
export const tables = (handle: Handle) => handle.withTables<IdentityTables>();
