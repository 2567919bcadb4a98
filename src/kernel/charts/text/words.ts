import { say, type Message } from '#kernel/i18n/index.ts';
import type { PointStatus } from '../input.ts';

/** What a status is called in tooltips, keys and tables; an ordinary figure needs no word. */
export const statusWords: Readonly<Record<PointStatus, Message | undefined>> = {
  normal: undefined,
  estimated: say('estimated'),
  imputed: say('imputed'),
  provisional: say('provisional'),
  forecast: say('forecast'),
  break: say('break in series'),
  missing: say('no data'),
  suppressed: say('suppressed'),
  'not-applicable': say('not applicable'),
};

/** Figures that may still change, or that nobody counted: they are drawn hollow and dashed. */
export function isTentative(status: PointStatus | undefined): boolean {
  return status === 'estimated' || status === 'imputed' || status === 'provisional' || status === 'forecast';
}
