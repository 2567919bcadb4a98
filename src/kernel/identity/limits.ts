const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long things last, in milliseconds. */
export const limits = {
  /** A session that nobody uses, and one that is used all the time. */
  idle: 8 * hour,
  absolute: 3 * day,
  /** Between the password and the second factor. */
  pending: 10 * minute,
  /** After a sign-in, acts that ask for a recent one pass. */
  recent: 15 * minute,
  /** "Last seen" and "last used" are written down at most so often. */
  seen: minute,
  invitation: 7 * day,
  passwordReset: hour,
  challenge: 5 * minute,
  apiToken: 366 * day,
} as const;

export const after = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);
