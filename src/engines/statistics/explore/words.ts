import { formatsOf, say, translatorOf, type Message } from '#kernel/i18n/index.ts';
import type { Names } from './names.ts';
import type { Figure } from './observations.ts';
import type { Resolved } from './resolve.ts';
import { areaDimension, isFrequency, isUnit } from './roles.ts';
import { statusLetter } from './status.ts';
import type { Chosen } from './state.ts';

/** Words around what is shown, made from the choice itself. */
export interface Wording {
  readonly title: string;
  /** What every figure is counted in, where it is the same for all. */
  readonly unit?: string;
  /** Every dimension with what is chosen of it. */
  readonly selection: readonly { readonly dimension: string; readonly chosen: string }[];
  /** What the status letters in sight mean, and multipliers where they differ. */
  readonly footnotes: readonly string[];
  /** Figures are given in this many units: 1000 for thousands. */
  readonly multiplier: number;
}

const fewPlaces = 3;

/** `span` is the time of everything that is shown, where `figures` are but a page of it; `gaps` that a table has cells without any figure. */
export function wordingOf(
  resolved: Resolved,
  figures: readonly Figure[],
  names: Names,
  span?: readonly [string, string],
  gaps = false,
): Wording {
  const { release, codes, period, view } = resolved;
  const t = translatorOf(names.language);
  const formats = formatsOf(names.language);
  const { structure } = release.flow;
  const area = areaDimension(structure);
  const about = structure.dimensions.filter((each) => each !== area && !isUnit(each) && !isFrequency(each));
  const named = about.flatMap(({ id }) => {
    const chosen = codes[id];
    if (chosen === undefined || chosen === 'all') return [];
    const shown = chosen.filter((code) => !code.startsWith('_'));
    if (shown.length === 0 || shown.length > 4) return [];
    return [formats.list(chosen.map((code) => names.name(id, code)))];
  });
  const what = named.length === 0 ? t(release.flow.name) : named.join(t(say(', ')));
  const places = area === undefined ? undefined : codes[area.id];
  const where =
    area !== undefined && places !== undefined && places !== 'all' && places.length <= fewPlaces && view !== 'map'
      ? formats.list(places.map((code) => names.name(area.id, code)))
      : undefined;
  const when = period ?? spanInWords(span === undefined ? figures.map((figure) => figure.period) : span);
  return {
    title: t(titleOf(what, where, when)),
    ...unitOf(resolved, figures, names),
    selection: [
      ...structure.dimensions.map(({ id }) => ({
        dimension: names.dimension(id),
        chosen:
          id === area?.id && resolved.state.codes[id] === undefined && (codes[id]?.length ?? 0) > 12
            ? t(say('all countries and areas'))
            : chosenInWords(codes[id], (code) => names.name(id, code), names),
      })),
      { dimension: names.dimension('TIME_PERIOD'), chosen: when ?? t(say('no period')) },
    ],
    footnotes: [...multiplierNote(figures, names), ...statusNotes(figures, names), ...gapNote(gaps, names)],
    multiplier: 10 ** Number(sharedMultiplier(figures) ?? 0),
  };
}

function titleOf(what: string, where: string | undefined, when: string | undefined): Message {
  if (where !== undefined && when !== undefined) return say('{what}: {where}, {when}', { what, where, when });
  if (where !== undefined) return say('{what}: {where}', { what, where });
  return when === undefined ? say('{what}', { what }) : say('{what}, {when}', { what, when });
}

function chosenInWords(chosen: Chosen | undefined, name: (code: string) => string, { language }: Names): string {
  const t = translatorOf(language);
  if (chosen === undefined || chosen === 'all') return t(say('all'));
  if (chosen.length > 12)
    return t(
      say('{first} and {more, number} more', {
        first: chosen.slice(0, 10).map(name).join(', '),
        more: chosen.length - 10,
      }),
    );
  return formatsOf(language).list(chosen.map(name));
}

function spanInWords(periods: readonly string[]): string | undefined {
  let [first, last]: [string | undefined, string | undefined] = [undefined, undefined];
  for (const period of periods) {
    if (first === undefined || period < first) first = period;
    if (last === undefined || period > last) last = period;
  }
  return first === undefined || first === last ? first : `${first}–${last}`;
}

function sharedMultiplier(figures: readonly Figure[]): string | undefined {
  const all = new Set(figures.map(({ attributes }) => attributes['UNIT_MULT'] ?? '0'));
  return all.size === 1 ? [...all][0] : undefined;
}

function unitOf({ release, codes }: Resolved, figures: readonly Figure[], names: Names): { unit?: string } {
  const dimension = release.flow.structure.dimensions.find(isUnit);
  const chosen = dimension === undefined ? undefined : codes[dimension.id];
  const ids =
    dimension === undefined
      ? []
      : chosen === 'all' || chosen === undefined
        ? [...new Set(figures.map(({ key }) => key[dimension.id] ?? ''))]
        : chosen;
  const [unit] = ids;
  const multiplier = sharedMultiplier(figures);
  const scale = multiplier === undefined || multiplier === '0' ? undefined : names.name('UNIT_MULT', multiplier);
  if (dimension === undefined || unit === undefined || ids.length > 1)
    return scale === undefined ? {} : { unit: scale };
  const word = names.name(dimension.id, unit);
  return { unit: scale === undefined ? word : `${word} (${scale})` };
}

function multiplierNote(figures: readonly Figure[], names: Names): readonly string[] {
  if (figures.length === 0 || sharedMultiplier(figures) !== undefined) return [];
  return [
    translatorOf(names.language)(
      say('Not all figures are in the same multiple of the unit; each one’s own page says which.'),
    ),
  ];
}

function gapNote(gaps: boolean, names: Names): readonly string[] {
  return gaps ? [translatorOf(names.language)(say('…: There is no such figure in this release.'))] : [];
}

/** One line for each status letter in sight, in the words of its code list. */
function statusNotes(figures: readonly Figure[], names: Names): readonly string[] {
  const letters = new Set(figures.flatMap((figure) => statusLetter(figure) ?? []));
  return [...letters].sort().map((letter) => `${letter}: ${names.name('OBS_STATUS', letter)}`);
}

/** Label of a series: what sets it apart from the others. */
export function labelOf(figure: Figure, ids: readonly string[], names: Names): string {
  return ids.map((id) => names.name(id, id === 'TIME_PERIOD' ? figure.period : (figure.key[id] ?? ''))).join(', ');
}
