import type { CoverageEntry, Wording } from '../law/law.ts';
import { coverages, relations } from '../law/law.ts';
import assets from './texts/assets.json' with { type: 'json' };
import common from './texts/common.json' with { type: 'json' };
import cooperation from './texts/cooperation.json' with { type: 'json' };
import corruption from './texts/corruption.json' with { type: 'json' };
import drugs from './texts/drugs.json' with { type: 'json' };
import firearms from './texts/firearms.json' with { type: 'json' };
import moneyLaundering from './texts/money-laundering.json' with { type: 'json' };
import organizedCrime from './texts/organized-crime.json' with { type: 'json' };
import smuggling from './texts/smuggling.json' with { type: 'json' };
import trafficking from './texts/trafficking.json' with { type: 'json' };
import witnesses from './texts/witnesses.json' with { type: 'json' };

/** What a provision answers to: treaty, article, paragraph, relation and how far. */
export type Answer = Pick<CoverageEntry, 'treaty' | 'article' | 'paragraph' | 'relation' | 'coverage'>;

/** A provision written for the demonstration, in six languages; `{a}` and `{b}` stand for years, `{d}` for days. */
export interface ModelProvision {
  readonly id: string;
  readonly answers: readonly Answer[];
  readonly heading: Wording;
  readonly wording: Wording;
}

export interface ModelLaw {
  readonly topic: string;
  readonly subjects: readonly string[];
  readonly title: Wording;
  /** The title in Latin letters, where its script is another. */
  readonly latin: Wording;
  readonly provisions: readonly ModelProvision[];
}

interface Written {
  readonly id: string;
  readonly answers: readonly string[];
  readonly heading: Wording;
  readonly wording: Wording;
}

const read = (provisions: readonly Written[]): ModelProvision[] =>
  provisions.map((each) => ({ ...each, answers: each.answers.map(readAnswer) }));

/** Ten laws of five provisions, by topic. */
export const modelLaws: readonly ModelLaw[] = [
  organizedCrime,
  moneyLaundering,
  corruption,
  trafficking,
  smuggling,
  firearms,
  drugs,
  cooperation,
  witnesses,
  assets,
].map((law) => ({ ...law, provisions: read(law.provisions) }));

/** Provisions that a law on any topic may have: where it applies, legal persons. */
export const commonProvisions: readonly ModelProvision[] = read(common.provisions);

/** `untoc 5 1(a) criminalises yes`; a hyphen stands for the whole article. */
function readAnswer(written: string): Answer {
  const [treaty, article, paragraph, relationWord, coverageWord] = written.split(' ');
  const relation = relations.find((each) => each === relationWord);
  const coverage = coverages.find((each) => each === coverageWord);
  if (treaty === undefined || article === undefined || relation === undefined || coverage === undefined)
    throw new Error(`“${written}” is no answer to a treaty article.`);
  return { treaty, article, relation, coverage, ...(paragraph !== undefined && paragraph !== '-' && { paragraph }) };
}
