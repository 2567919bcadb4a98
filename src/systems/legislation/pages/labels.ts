import { areaName } from '#reference/index.ts';
import { formatsOf, languages, type Language, type Multilingual, type Text } from '#kernel/i18n/index.ts';
import type { CodeList } from '#engines/registers/index.ts';
import type { JudgedEntry } from '../law/coverage-of-state.ts';
import type { Wording } from '../law/law.ts';
import type { CoverageRecord, LawRecord } from '../read/read-records.ts';
import { relationList } from '../terms.ts';
import type { ShownJudgement } from './parts/judged-list.tsx';

export const labelIn = (list: CodeList, id: string): Text => list.terms.find((term) => term.id === id)?.label ?? id;

/** A wording as the interface shows it: in the six languages. */
export const multilingual = (words: Wording): Multilingual =>
  Object.fromEntries(
    languages.flatMap((language) => (words[language] === undefined ? [] : [[language, words[language]]])),
  );

/** A date as exact as it is known. */
export function dateWords(language: Language): (date: string) => string {
  const formats = formatsOf(language);
  return (date) => {
    if (date.length === 4) return date;
    return date.length === 7 ? formats.date(`${date}-01`, { month: 'long', year: 'numeric' }) : formats.date(date);
  };
}

export const placeName = (state: string, language: Language): string => areaName(state, language);

/** Address of a provision in its law, as it reads on the day on which it begins. */
export const provisionPath = ({ law, eId, from }: { law: string; eId: string; from: string }): string =>
  `/legislation/laws/${encodeURIComponent(law)}?date=${from}#${eId}`;

/** A judgement as pages show it; with the text of the provision where it is to be read. */
export function shownJudgement(
  { entry, provision, lapsed }: JudgedEntry,
  records: ReadonlyMap<string, CoverageRecord>,
  laws: ReadonlyMap<string, LawRecord>,
  withText: boolean,
): ShownJudgement {
  const record = records.get(entry.key);
  const law = provision === undefined ? undefined : laws.get(provision.law);
  return {
    key: entry.key,
    ...(entry.paragraph !== undefined && { paragraph: entry.paragraph }),
    relation: labelIn(relationList, entry.relation),
    coverage: entry.coverage,
    lapsed,
    reviewer: record?.reviewer ?? '',
    ...(record?.note !== undefined && { note: multilingual(record.note) }),
    ...(provision !== undefined && {
      provision: {
        path: provisionPath(provision),
        number: provision.number,
        law: multilingual(law?.name ?? { en: provision.law }),
        heading: multilingual(provision.heading),
        ...(withText && { wording: multilingual(provision.wording) }),
      },
    }),
  };
}
