import type { HintCode } from '../answer.ts';
import { fieldMark, marks, wholeOf } from '../words/analyse-document.ts';
import { eachWord } from '../words/each-word.ts';
import { fold } from '../words/fold.ts';
import { stopWords } from '../words/stop-words.ts';
import { queryTermsOf } from '../words/terms-of.ts';
import type { Query } from './parse-query.ts';
import { nothing, type Bonus, type Plan } from './plan.ts';
import { planBeginning, planTogether, planWord } from './plan-words.ts';
import { rangeOf } from './ranges.ts';

export interface Planned {
  readonly plan: Plan;
  readonly bonuses: readonly Bonus[];
}

/** Turns a query into terms of the index, in all languages of its script. */
export function planQuery(query: Query | undefined, text: string, hint: (code: HintCode) => void): Planned {
  const bonuses: Bonus[] = [{ term: `${marks.whole}${wholeOf(text)}`, factor: 3 }];
  const addExact = (words: string): void =>
    void eachWord(words, ({ raw, form }) => {
      if (form === 'word' && raw.length > 1) bonuses.push({ term: `${marks.exact}${raw.toLowerCase()}`, factor: 0.25 });
    });
  const planOf = (part: Query): Plan | undefined => {
    switch (part.kind) {
      case 'word':
        addExact(part.text);
        return planWord(part.text);
      case 'phrase':
        addExact(part.text);
        return planTogether(part.text) ?? undefined;
      case 'beginning': {
        const plan = planBeginning(part.text);
        if (plan !== 'too-short') return plan;
        hint('short-beginning');
        return planWord(part.text);
      }
      case 'identifier':
        return planIdentifier(part);
      case 'field':
        return planField(part, hint);
      case 'not': {
        const of = planOf(part.of);
        return of === undefined ? undefined : { kind: 'not', of };
      }
      case 'and':
      case 'or': {
        const meant = part.kind === 'and' ? withoutStopWords(part.of) : part.of;
        const plans = meant.map(planOf).filter((plan) => plan !== undefined);
        return plans.length < 2 ? plans[0] : { kind: part.kind, of: plans };
      }
    }
  };
  if (query === undefined) return { plan: nothing, bonuses: [] };
  return { plan: planOf(query) ?? nothing, bonuses };
}

/** "the status of Kenya" asks for status and Kenya; a query of such words alone asks for them. */
function withoutStopWords(parts: readonly Query[]): readonly Query[] {
  const meaning = parts.filter((part) => part.kind !== 'word' || !stopWords.has(fold(part.text)));
  return meaning.some(({ kind }) => kind !== 'not') ? meaning : parts;
}

/** A formal reference is found by itself, in any spelling; also where it stands only as words in a row. */
function planIdentifier({ text, forms }: Extract<Query, { kind: 'identifier' }>): Plan {
  const byForm: Plan = { kind: 'terms', terms: forms.map((form) => `${marks.identifier}${form}`) };
  const words = planTogether(text);
  return words === undefined ? byForm : { kind: 'or', of: [byForm, words] };
}

function planField(
  { field, text, quoted }: Extract<Query, { kind: 'field' }>,
  hint: (code: HintCode) => void,
): Plan | undefined {
  const range = quoted ? undefined : rangeOf(text);
  if (range === 'bad') {
    hint('bad-range');
    return undefined;
  }
  if (range?.open === true) return { kind: 'range', field, ...range };
  const inField = (raw: string): readonly string[] => queryTermsOf(raw).map((term) => fieldMark(field, term));
  const values = quoted ? [text] : text.split(',').filter((value) => value !== '');
  const plans = values.flatMap((value): Plan[] => {
    const words = (quoted ? planTogether : planWord)(value, inField);
    return [{ kind: 'facet', facet: field, value }, ...(words === undefined ? [] : [words])];
  });
  return { kind: 'or', of: [...plans, ...(range === undefined ? [] : [{ kind: 'range', field, ...range } as const])] };
}
