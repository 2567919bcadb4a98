import { areaName, findArea, unLanguages } from '#reference/index.ts';
import type { SeedRecord } from '#engines/registers/index.ts';
import { isTerritory } from '../is-territory.ts';
import type { TreatyAction } from '../status/action.ts';
import { actionKindList } from '../terms.ts';
import titleTable from './titles.json' with { type: 'json' };
import { instruments } from '#reference/index.ts';

const shortTitles: Readonly<Record<string, { readonly short: Readonly<Record<string, string>> }>> = titleTable;

const marks: Readonly<Record<string, string>> = {
  en: ' (demonstration)',
  ar: ' (عرض تجريبي)',
  es: ' (demostración)',
  fr: ' (démonstration)',
  ru: ' (демонстрация)',
  zh: '（演示）',
};

export interface ActionRecordInput extends TreatyAction {
  readonly source: string;
  readonly wording?: Readonly<Record<string, string>>;
  readonly notice?: string;
}

/** An entry of the log as a record, named in six languages by participant, treaty and kind; an invented one says so in its name. */
export function actionRecord(action: ActionRecordInput, demonstration: boolean): SeedRecord {
  const { id, participant, treaty, articles, territories, ...rest } = action;
  const isArea = findArea(participant) !== undefined;
  return {
    register: 'treaty-actions',
    demonstration,
    data: {
      ...rest,
      key: id,
      name: nameOf(action, demonstration),
      treaty,
      participantKind: !isArea ? 'organization' : isTerritory(participant) ? 'territory' : 'state',
      ...(isArea ? { participant } : { organization: participant }),
      ...(articles.length > 0 && { articles }),
      ...(territories.length > 0 && { territories }),
    },
  };
}

function nameOf({ participant, treaty, kind }: TreatyAction, demonstration: boolean): Readonly<Record<string, string>> {
  const label = actionKindList.terms.find(({ id }) => id === kind)?.label;
  const english = instruments.find(({ id }) => id === treaty)?.short ?? treaty;
  return Object.fromEntries(
    unLanguages.map((language) => {
      const who = findArea(participant) === undefined ? participant : areaName(participant, language);
      const what = shortTitles[treaty]?.short[language] ?? english;
      const how = typeof label === 'object' && !('id' in label) ? (label[language] ?? kind) : kind;
      return [language, `${who} · ${what} · ${how}${demonstration ? (marks[language] ?? '') : ''}`];
    }),
  );
}
