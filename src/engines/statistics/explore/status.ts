import type { PointStatus } from '#kernel/charts/index.ts';
import type { Figure } from './observations.ts';

const kinds: Readonly<Record<string, PointStatus>> = {
  A: 'normal',
  B: 'break',
  D: 'break',
  E: 'estimated',
  F: 'forecast',
  I: 'imputed',
  P: 'provisional',
  Q: 'suppressed',
  M: 'not-applicable',
  H: 'missing',
  L: 'missing',
  O: 'missing',
};

/** Confidentiality under which a figure is not published. */
const hidden = new Set(['C', 'D', 'N', 'S']);

/** What an observation's status letters mean for a drawing. A missing value is never an ordinary figure. */
export function pointStatus({ value, attributes }: Figure): PointStatus {
  const status = kinds[attributes['OBS_STATUS'] ?? 'A'] ?? 'normal';
  if (value !== null)
    return status === 'missing' || status === 'suppressed' || status === 'not-applicable' ? 'normal' : status;
  if (status === 'suppressed' || hidden.has(attributes['CONF_STATUS'] ?? 'F')) return 'suppressed';
  return status === 'not-applicable' ? 'not-applicable' : 'missing';
}

/** The letter of a figure's status where it is not the ordinary one. */
export function statusLetter({ attributes }: Figure): string | undefined {
  const letter = attributes['OBS_STATUS'];
  return letter === undefined || letter === 'A' ? undefined : letter;
}
