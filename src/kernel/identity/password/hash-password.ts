import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. */
const today = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;
const derive = promisify(argon2);

type Cost = Readonly<Record<keyof typeof today, number>>;

const tagOf = (password: string, nonce: Buffer, cost: Cost, length = tagLength): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost, tagLength: length });

const text = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** The password as it is stored: argon2id in PHC string form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, today);
  return `$argon2id$v=19$m=${today.memory},t=${today.passes},p=${today.parallelism}$${text(nonce)}$${text(tag)}`;
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** A hash that no password has, with today's cost: verifying against it takes as long as against a real one. */
const nobodys = `$argon2id$v=19$m=${today.memory},t=${today.passes},p=${today.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether it is the password; for an account without one, or no account, the same work is done for nothing. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] = form.exec(stored ?? nobodys) ?? [];
  if (memory === undefined) throw new Error('A stored password is not in the form of argon2id.');
  const expected = Buffer.from(tag, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await tagOf(password, Buffer.from(nonce, 'base64'), cost, expected.length);
  return timingSafeEqual(given, expected) && typeof stored === 'string';
}
