import type { SeedRecord } from '#engines/registers/index.ts';
import { courseOf, courtOf } from './course-of.ts';
import { readArticle, readCharge, readCooperation, readPerson } from './read-short-forms.ts';
import corruption from './texts/corruption-and-laundering.json' with { type: 'json' };
import cybercrime from './texts/cybercrime.json' with { type: 'json' };
import drugs from './texts/drugs.json' with { type: 'json' };
import environment from './texts/environment.json' with { type: 'json' };
import firearms from './texts/firearms-and-terrorism.json' with { type: 'json' };
import goods from './texts/goods-and-heritage.json' with { type: 'json' };
import organized from './texts/organized-groups.json' with { type: 'json' };
import smuggling from './texts/smuggling-migrants.json' with { type: 'json' };
import trafficking from './texts/trafficking-persons.json' with { type: 'json' };
import type { ToldCase } from './told-case.ts';

const texts: readonly (readonly unknown[])[] = [
  trafficking,
  smuggling,
  drugs,
  corruption,
  organized,
  firearms,
  cybercrime,
  environment,
  goods,
];

/** Invented judgments of all regions, oldest first, so that a case comes after those that it cites. */
export function demonstrationCases(): readonly SeedRecord[] {
  return (texts.flat() as readonly ToldCase[])
    .toSorted((one, other) => `${one.decided} ${one.number}`.localeCompare(`${other.decided} ${other.number}`, 'en'))
    .map((told) => ({ register: 'case-law', demonstration: true, data: dataOf(told) }));
}

function dataOf(told: ToldCase): Readonly<Record<string, unknown>> {
  const { number, name, level, decided, crimes, issues, outcome, facts, held, note, laws, cites } = told;
  const onAppeal = level !== 'first' && ['upheld', 'reversed', 'remitted'].includes(outcome) ? { appeal: outcome } : {};
  const involved = told.with ?? [];
  return {
    number,
    name,
    jurisdiction: number.slice(0, 3),
    court: courtOf(told),
    level,
    decided,
    crimes,
    issues,
    keywords: told.keywords.map((en) => ({ en })),
    outcome,
    facts,
    ...(note === undefined ? {} : { commentary: note }),
    ...(held === undefined ? {} : { legalIssues: held }),
    transnational: involved.length > 0,
    countriesInvolved: involved,
    organizedGroup: crimes.includes('organized-group') || issues.includes('organized'),
    procedure: courseOf(told),
    persons: told.persons.map(readPerson),
    charges: told.charges.map((short) => ({ ...readCharge(short), ...onAppeal })),
    cooperation: (told.cooperation ?? []).map(readCooperation),
    articles: told.articles.map(readArticle),
    laws: laws ?? [],
    cites: cites ?? [],
  };
}
