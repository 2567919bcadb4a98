import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';

/** Hashes come from addresses too: anything else never becomes a path. */
export function checkHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw notKept(sha256.slice(0, 64));
  return sha256;
}

export function notKept(sha256: string): Problem {
  return new Problem('not-found', say('There is no file {sha256}.', { sha256 }));
}

export function tooLarge(limit: number): Problem {
  return new Problem('too-large', say('The file is larger than {limit} bytes. Split it or compress it.', { limit }), {
    details: { limit },
  });
}

const full = ['ENOSPC', 'EDQUOT'];
const notWritable = ['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST'];

/** A disk's refusal in words; other errors go on as they are. */
export function diskProblem(cause: unknown): unknown {
  const code = codeOf(cause) ?? '';
  if (full.includes(code)) {
    return new Problem(
      'unavailable',
      say('The file was not kept: the disk is full. Nothing was lost. Make room and try again.'),
      { cause },
    );
  }
  if (notWritable.includes(code)) {
    return new Problem(
      'unavailable',
      say('The file was not kept: the folder for files cannot be written to. Ask the operator to check its rights.'),
      { cause },
    );
  }
  if (code === 'EIO') {
    return new Problem(
      'unavailable',
      say('The file was not kept: the disk reports an error. Ask the operator to check it.'),
      { cause },
    );
  }
  return cause;
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
