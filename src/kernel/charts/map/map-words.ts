import { say } from '#kernel/i18n/index.ts';
import type { Kit } from '../layout/kit.ts';
import { extremes } from '../table/summary.ts';
import { isTentative } from '../text/words.ts';
import type { MapArea } from './draw-map.ts';
import type { PlacedArea } from './place-areas.ts';

/** What the map shows, in sentences. */
export function summarizeMap(kit: Kit, placed: readonly PlacedArea[]): string {
  const figures = placed.flatMap(({ name, given }) =>
    given === undefined || given.value === null
      ? []
      : [{ name: given.period === undefined ? name : `${name}, ${given.period}`, value: given.value }],
  );
  return [
    kit.say(
      say('World map. Areas with a figure: {count}; without: {without}.', {
        count: figures.length,
        without: placed.length - figures.length,
      }),
    ),
    extremes(kit, figures),
  ].join(' ');
}

/** What a reader of this map must be told: figures of another kind, areas that are not on it, and what its lines do not mean. */
export function mapNotes(kit: Kit, placed: readonly PlacedArea[], unplaced: readonly MapArea[]): readonly string[] {
  const shown = placed.filter(({ status }) => status === 'figure');
  const tentative = shown.filter(({ given }) => isTentative(given?.status)).length;
  const findings = placed.filter(({ given }) => given?.finding !== undefined).length;
  const missing = unplaced.filter(({ value }) => value !== null).map(({ name }) => name);
  const list = new Intl.ListFormat(kit.language, { type: 'conjunction' });
  return [
    ...(tentative > 0
      ? [
          kit.say(
            say('Figures that are estimated, imputed or provisional: {count}; the table tells which.', {
              count: tentative,
            }),
          ),
        ]
      : []),
    ...(findings > 0
      ? [
          kit.say(
            say('Areas about whose figure a check found something: {count}; the table tells which.', {
              count: findings,
            }),
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          kit.say(
            say('In the table but not coloured on the map: {names}.', {
              names: list.format(missing.slice(0, 8)) + (missing.length > 8 ? ' …' : ''),
            }),
          ),
        ]
      : []),
    kit.say(
      say(
        'Boundaries, names and colours on this map serve orientation alone and express no opinion about the legal status of any country, territory, city or area, or about its frontiers. Dashed lines stand for boundaries that are not final, among them those of Jammu and Kashmir, Abyei and Western Sahara; their course is approximate and unverified.',
      ),
    ),
  ];
}
