import type { SeedRecord } from '#engines/registers/index.ts';
import { audiences, uses } from './words.ts';

type Words = Readonly<Record<string, string>>;

/** An invented work as the data files hold it: lists of codes are words with spaces between them. */
export interface Work {
  /** Three digits; the record is called `demo-resource-` and these. */
  readonly id: string;
  readonly kind: string;
  readonly themes: string;
  readonly published: string;
  /** Language of the original first. */
  readonly languages: string;
  /** Of the original. */
  readonly pages: number;
  readonly audience: string;
  readonly name: Words;
  readonly summary: Words;
  readonly edition?: string;
  readonly treaties?: string;
  readonly replaces?: string;
  /** `title|minutes` */
  readonly modules?: readonly string[];
  /** `country date use participants/women` */
  readonly reach?: readonly string[];
}

/** How long the same text is in each language, against English: roughly what printed editions show. */
const lengths: Readonly<Record<string, number>> = { en: 1, fr: 1.14, es: 1.12, ru: 1.08, ar: 0.94, zh: 0.78 };

/** A work as a record of the register; its addresses lead nowhere. */
export function resourceRecord(work: Work): SeedRecord {
  const languages = work.languages.split(' ');
  return {
    register: 'resources',
    id: `demo-resource-${work.id}`,
    demonstration: true,
    data: {
      name: work.name,
      kind: work.kind,
      themes: work.themes.split(' '),
      summary: work.summary,
      audience: together(work.audience.split(' ')),
      published: work.published,
      ...(work.edition !== undefined && { edition: work.edition }),
      versions: languages.map((language, rank) => ({
        language,
        ...(work.name[language] !== undefined && { title: work.name[language] }),
        link: { url: `https://resources.example.org/${work.id}/${language}` },
        pages: Math.round(work.pages * (lengths[language] ?? 1)),
        ...(rank > 0 && { translated: monthsAfter(work.published, rank * 3) }),
      })),
      languages,
      ...(work.modules && { modules: work.modules.map(moduleOf) }),
      ...(work.reach && { reach: work.reach.map(reachOf) }),
      ...(work.replaces !== undefined && { replaces: [`demo-resource-${work.replaces}`] }),
      ...(work.treaties !== undefined && { treaties: work.treaties.split(' ') }),
    },
  };
}

function together(codes: readonly string[]): Words {
  const words = codes.map((code) => known(audiences, code));
  return Object.fromEntries(
    Object.keys(lengths).map((language) => [
      language,
      words.map((one) => one[language]).join(language === 'ar' ? '؛ ' : language === 'zh' ? '；' : '; '),
    ]),
  );
}

function moduleOf(line: string, place: number): Readonly<Record<string, unknown>> {
  const [title = '', minutes] = line.split('|');
  return { number: String(place + 1), title: { en: title }, minutes: Number(minutes) };
}

function reachOf(line: string): Readonly<Record<string, unknown>> {
  const [state, date, use = '', counts = ''] = line.split(' ');
  const [participants, women] = counts.split('/').map(Number);
  return { country: state, date, kind: known(uses, use), participants, women, source: 'Invented for demonstration' };
}

function known(table: Readonly<Record<string, Words>>, code: string): Words {
  const found = table[code];
  if (found === undefined) throw new TypeError(`There are no words for “${code}”.`);
  return found;
}

function monthsAfter(date: string, months: number): string {
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 + months, 1)).toISOString().slice(0, 7);
}
