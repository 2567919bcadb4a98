import type { ModelLaw, ModelProvision } from './model-texts.ts';
import { commonProvisions, modelLaws } from './model-texts.ts';

type Tradition = 'section' | 'article';

// Original languages, of the six, and how each State's laws name their provisions.
const places: readonly (readonly [state: string, languages: readonly string[], tradition: Tradition])[] = [
  ['KEN', ['en'], 'section'],
  ['EGY', ['ar'], 'article'],
  ['COL', ['es'], 'article'],
  ['KAZ', ['ru'], 'article'],
  ['CHN', ['zh'], 'article'],
  ['SEN', ['fr'], 'article'],
  ['FJI', ['en'], 'section'],
  ['ESP', ['es'], 'article'],
  ['GHA', ['en'], 'section'],
  ['JOR', ['ar'], 'article'],
  ['MEX', ['es'], 'article'],
  ['KGZ', ['ru'], 'article'],
  ['SGP', ['en'], 'section'],
  ['FRA', ['fr'], 'article'],
  ['NZL', ['en'], 'section'],
  ['TUN', ['ar'], 'article'],
  ['PER', ['es'], 'article'],
  ['BLR', ['ru'], 'article'],
  ['IND', ['en'], 'section'],
  ['CIV', ['fr'], 'article'],
  ['WSM', ['en'], 'section'],
  ['IRL', ['en'], 'section'],
  ['MAR', ['ar'], 'article'],
  ['CRI', ['es'], 'article'],
  ['PHL', ['en'], 'section'],
  ['CAN', ['en', 'fr'], 'section'],
  ['NGA', ['en'], 'section'],
  ['LBN', ['ar'], 'article'],
  ['JAM', ['en'], 'section'],
  ['BEN', ['fr'], 'article'],
  ['ZMB', ['en'], 'section'],
  ['TTO', ['en'], 'section'],
];

/** Years and days that stand in the texts: they differ from State to State, as penalties do. */
export interface Amounts {
  readonly a: number;
  readonly b: number;
  readonly d: number;
}

/** A law to be made: of which State, from which model, when, and what it changes. */
export interface PlannedLaw {
  readonly key: string;
  readonly state: string;
  readonly languages: readonly string[];
  readonly tradition: Tradition;
  readonly model: ModelLaw;
  readonly provisions: readonly ModelProvision[];
  readonly number: string;
  readonly year: number;
  readonly adopted: string;
  readonly inForce: string;
  readonly repealed?: string;
  /** Key of the earlier law of which it raises the penalties. */
  readonly amends?: string;
  readonly amounts: Amounts;
  /** First day of the raised penalties, where a later law raised them. */
  readonly raised?: string;
}

/** The invented laws: two of each of 32 States, and of some an older one that the first of them repealed. */
export function plannedLaws(): readonly PlannedLaw[] {
  return places.flatMap(([state, languages, tradition], at) => {
    const common = { state, languages, tradition };
    const first = law(common, at, 2004 + (at % 8), 1, [...modelOf(at).provisions, ...commonProvisions]);
    const second = law(common, at + 4 + (at % 3), 2014 + (at % 7), 2, modelOf(at + 4 + (at % 3)).provisions);
    const amends = at % 3 === 0;
    const older =
      at % 8 === 4 ? [{ ...law(common, at, 1996 + (at % 5), 3, modelOf(at).provisions), repealed: first.inForce }] : [];
    return [
      ...older,
      { ...first, ...(amends && { raised: second.inForce }) },
      { ...second, ...(amends && { amends: first.key }) },
    ];
  });
}

function modelOf(at: number): ModelLaw {
  const found = modelLaws[at % modelLaws.length];
  if (found === undefined) throw new Error('there is no model law');
  return found;
}

function law(
  common: Pick<PlannedLaw, 'state' | 'languages' | 'tradition'>,
  at: number,
  year: number,
  running: number,
  provisions: readonly ModelProvision[],
): PlannedLaw {
  const month = 1 + ((at * 5 + running) % 8);
  const two = (value: number): string => String(value).padStart(2, '0');
  const a = 2 + ((at * 3 + running) % 4);
  return {
    ...common,
    key: `${common.state.toLowerCase()}-${year}-d${running}`,
    model: modelOf(at),
    provisions,
    number: `D-${running}`,
    year,
    adopted: `${year}-${two(month)}-${two(3 + ((at * 7) % 24))}`,
    inForce: `${year}-${two(month + 3)}-01`,
    amounts: { a, b: a + 5 + (at % 4), d: [10, 14, 30, 60][(at + running) % 4] ?? 30 },
  };
}
