import { areaName, type UnLanguage } from '#reference/index.ts';
import type { Texts, ToldCase } from './told-case.ts';

type Level = ToldCase['level'];

const courts: Readonly<Record<Level, Readonly<Record<UnLanguage, string>>>> = {
  first: {
    en: 'Criminal Court',
    fr: 'Tribunal correctionnel',
    es: 'Juzgado de lo Penal',
    ar: 'المحكمة الجنائية',
    ru: 'Уголовный суд первой инстанции',
    zh: '刑事初审法院',
  },
  appeal: {
    en: 'Court of Appeal',
    fr: 'Cour d’appel',
    es: 'Tribunal de Apelación',
    ar: 'محكمة الاستئناف',
    ru: 'Апелляционный суд',
    zh: '上诉法院',
  },
  supreme: {
    en: 'Supreme Court',
    fr: 'Cour suprême',
    es: 'Tribunal Supremo',
    ar: 'المحكمة العليا',
    ru: 'Верховный суд',
    zh: '最高法院',
  },
  constitutional: {
    en: 'Constitutional Court',
    fr: 'Cour constitutionnelle',
    es: 'Tribunal Constitucional',
    ar: 'المحكمة الدستورية',
    ru: 'Конституционный суд',
    zh: '宪法法院',
  },
  regional: {
    en: 'Regional Court of Justice',
    fr: 'Cour régionale de justice',
    es: 'Tribunal Regional de Justicia',
    ar: 'محكمة العدل الإقليمية',
    ru: 'Региональный суд',
    zh: '区域法院',
  },
};

/** Courts that a case passes before it comes to one of this level. */
const lower: Readonly<Record<Level, readonly Level[]>> = {
  first: [],
  appeal: ['first'],
  supreme: ['first', 'appeal'],
  constitutional: ['first', 'appeal'],
  regional: ['first', 'supreme'],
};

/** An invented court's name with its State, in the languages that the case is told in. */
export function courtOf({ level, number, name }: ToldCase): Texts {
  const languages = Object.keys(name) as UnLanguage[];
  return Object.fromEntries(
    languages.map((language) => [language, `${courts[level][language]} (${areaName(number.slice(0, 3), language)})`]),
  );
}

/** The steps up to the decision: dates and references are invented from the number of the case, so that they stay the same. */
export function courseOf(told: ToldCase): readonly Readonly<Record<string, string>>[] {
  const { level, number, decided, before = [], outcome } = told;
  const seed = seedOf(number);
  const earlier = lower[level].map((each, place, all) => ({
    stage: each,
    court: courts[each].en,
    reference: `${each.slice(0, 1).toUpperCase()}-${((seed >> place) % 900) + 100}`,
    date: daysBefore(decided, (all.length - place) * 240 + (seed % 150)),
    outcome: before[place] ?? (place === 0 ? 'conviction' : 'upheld'),
  }));
  const reference = `${level.slice(0, 1).toUpperCase()}-${(seed % 800) + 1100}`;
  return [...earlier, { stage: level, court: courts[level].en, reference, date: decided, outcome }];
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

const seedOf = (text: string): number =>
  Array.from(text, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, each) => (sum * 31 + each) % 1_000_003, 7);
