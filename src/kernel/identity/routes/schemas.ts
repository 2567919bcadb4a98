import * as z from 'zod';
import { languages } from '#kernel/i18n/index.ts';
import { organizationKinds, roles } from '#kernel/policy/index.ts';

// Bounds are for safety; what a password or a name must be is said by the use cases, in words.
export const email = z.string().min(1).max(254);
export const password = z.string().min(1).max(1000);
export const linkToken = z.string().min(1).max(100);
export const name = z.string().trim().min(1).max(200);
export const id = z.string().min(1).max(1400);
const base64url = z
  .string()
  .regex(/^[\w-]*$/)
  .max(20_000);

export const role = z.enum(roles);
export const language = z.enum(languages);
export const instant = z.iso.datetime();

export const organizationForm = z.object({
  name,
  kind: z.enum(organizationKinds),
  state: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters, such as KEN')
    .optional(),
  unit: z.string().trim().min(1).max(100).optional(),
});
export const organization = organizationForm.extend({ id: z.string() });

const transport = z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

/** What a browser answers with a new passkey. */
export const newPasskey = z
  .object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url,
      attestationObject: base64url,
      transports: z.array(transport).max(10).default([]),
    }),
  })
  .transform((sent) => ({ ...sent, clientExtensionResults: {} }));

/** What a browser answers with a passkey it has. */
export const shownPasskey = z
  .object({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
  })
  .transform((sent) => ({ ...sent, clientExtensionResults: {} }));

/** Options for `navigator.credentials`: the challenge, and what the Web Authentication standard has beside it. */
export const passkeyOptions = z.object({ challenge: z.string() });

export const signedIn = z.object({
  needs: z.enum(['nothing', 'second-factor']),
  methods: z.array(z.enum(['totp', 'passkey', 'recovery-code'])),
  expiresAt: instant,
});
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export const withId = z.object({ id: id });
