import { say, type Message } from '#kernel/i18n/say.ts';
import type { View } from '../../explore/state.ts';

/** What the views are called. */
export const viewNames: Readonly<Record<View, Message>> = {
  map: say('Map'),
  line: say('Lines'),
  bar: say('Bars'),
  multiples: say('Small charts'),
  table: say('Table'),
};
