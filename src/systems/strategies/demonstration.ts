import { findArea } from '#reference/index.ts';
import type { SeedRecord } from '#engines/registers/index.ts';
import strategies from './demonstration.json' with { type: 'json' };

/** Who adopted a strategy, in the languages of its title. */
const adopters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cabinet: {
    en: 'Cabinet',
    fr: 'Conseil des ministres',
    es: 'Consejo de Ministros',
    ru: 'Кабинет министров',
    ar: 'مجلس الوزراء',
    zh: '内阁',
  },
  culture: {
    en: 'Ministry of culture',
    fr: 'Ministère de la culture',
    es: 'Ministerio de Cultura',
    ru: 'Министерство культуры',
    ar: 'وزارة الثقافة',
    zh: '文化部',
  },
  'head-of-state': {
    en: 'Head of State',
    fr: 'Chef de l’État',
    es: 'Jefatura del Estado',
    ru: 'Глава государства',
    ar: 'رئيس الدولة',
    zh: '国家元首',
  },
  independent: {
    en: 'Independent panel',
    fr: 'Groupe indépendant',
    es: 'Grupo independiente',
    ru: 'Независимая группа',
    ar: 'فريق مستقل',
    zh: '独立小组',
  },
  interior: {
    en: 'Ministry of the interior',
    fr: 'Ministère de l’intérieur',
    es: 'Ministerio del Interior',
    ru: 'Министерство внутренних дел',
    ar: 'وزارة الداخلية',
    zh: '内政部',
  },
  interministerial: {
    en: 'Interministerial committee',
    fr: 'Comité interministériel',
    es: 'Comité interministerial',
    ru: 'Межведомственный комитет',
    ar: 'لجنة وزارية مشتركة',
    zh: '部际委员会',
  },
  justice: {
    en: 'Ministry of justice',
    fr: 'Ministère de la justice',
    es: 'Ministerio de Justicia',
    ru: 'Министерство юстиции',
    ar: 'وزارة العدل',
    zh: '司法部',
  },
  parliament: { en: 'Parliament', fr: 'Parlement', es: 'Parlamento', ru: 'Парламент', ar: 'البرلمان', zh: '议会' },
};

/** Invented strategies, plans, policies and evaluations; none of these States adopted one by that name. */
export function demonstrationStrategies(): readonly SeedRecord[] {
  return strategies.map(({ id, country, themes, from, by, languages, ...strategy }): SeedRecord => {
    const adopter = adopters[by];
    if (adopter === undefined || findArea(country) === undefined)
      throw new TypeError(`The invented strategy ${id} names a State or a body that is not there.`);
    const { to, measures } = strategy as { to?: string; measures?: Readonly<Record<string, string>> };
    return {
      register: 'strategies',
      id: `demo-strategy-${id}`,
      demonstration: true,
      data: {
        country,
        name: strategy.name,
        kind: strategy.kind,
        themes: themes.split(' '),
        covers: { from, ...(to !== undefined && { to }) },
        adopted: strategy.adopted,
        by: adopter,
        languages: languages.split(' '),
        summary: strategy.summary,
        ...(measures && { measures }),
        web: [{ url: `https://strategies.example.org/${country.toLowerCase()}/${id}` }],
      },
    };
  });
}
