import { areaName, countries, findArea, findGroup, groups, membersOf } from '#reference/index.ts';
import { sorted, type Language } from '#kernel/i18n/index.ts';

/** What a visitor chose in the address; whatever cannot be meant falls back to what is shown without a choice. */
export interface TreatyChoice {
  readonly day: string;
  readonly today: string;
  readonly log: 'record' | 'demonstration';
  /** Group of instruments, or `all`. */
  readonly group: string;
  /** A region or group of countries, or `WORLD`. */
  readonly region: string;
  /** All countries of the region, also those without any entry. */
  readonly everyone: boolean;
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

export function readChoice(
  query: (name: string) => string | undefined,
  now: Date,
  demonstration: boolean,
): TreatyChoice {
  const today = now.toISOString().slice(0, 10);
  const asked = query('date') ?? '';
  const isDay = dayForm.test(asked) && !Number.isNaN(Date.parse(`${asked}T00:00:00Z`));
  const region = query('region') ?? '';
  return {
    day: isDay ? asked : today,
    today,
    log: demonstration && query('log') === 'demonstration' ? 'demonstration' : 'record',
    group: query('group') ?? '',
    region: findGroup(region) === undefined ? 'WORLD' : region,
    everyone: query('rows') === 'all',
  };
}

/** The same choice as a query, without what is the default. */
export function choiceQuery(choice: Partial<TreatyChoice>): string {
  const query = new URLSearchParams();
  if (choice.group !== undefined && choice.group !== '') query.set('group', choice.group);
  if (choice.region !== undefined && choice.region !== 'WORLD') query.set('region', choice.region);
  if (choice.day !== undefined && choice.day !== choice.today) query.set('date', choice.day);
  if (choice.log === 'demonstration') query.set('log', 'demonstration');
  if (choice.everyone === true) query.set('rows', 'all');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Regions to choose from, in the language. */
export function regionChoices(language: Language): readonly { readonly value: string; readonly label: string }[] {
  const shown = groups.filter(
    ({ kind }) => kind === 'm49-region' || kind === 'm49-sub-region' || kind === 'organization',
  );
  const named = shown.map(({ id, name }) => ({ value: id, label: name[language] }));
  return [{ value: 'WORLD', label: areaName('WORLD', language) }, ...sorted(language, named, ({ label }) => label)];
}

/** Member and observer States of a region, by name. */
export function statesOf(region: string, language: Language): readonly string[] {
  const group = region === 'WORLD' ? undefined : findGroup(region);
  const members = (group === undefined ? countries : membersOf(group)).filter(
    ({ membership }) => membership !== 'area',
  );
  return sorted(
    language,
    members.map(({ alpha3 }) => alpha3),
    (state) => areaName(state, language),
  );
}

/** Name of a State, area or organization. */
export const participantName = (participant: string, language: Language): string =>
  findArea(participant) === undefined ? participant : areaName(participant, language);
