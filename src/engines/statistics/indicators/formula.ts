import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import { english } from '../english.ts';

/** A series of published figures, one for each area and period: a flow and the codes of its other dimensions. */
export interface SeriesOf {
  /** `AGENCY:FLOW`. */
  readonly flow: string;
  /** Codes by dimension, without REF_AREA and TIME_PERIOD; every other dimension must be named. */
  readonly codes: Readonly<Record<string, string>>;
  /** Names the series within its flow; made once, because it is looked up for every figure. */
  readonly id: string;
  /** What a reader calls it: "persons held". English, and the message under which the translations have it. */
  readonly words: string;
}

/** Arithmetic over published figures. Built with `figure(…)` and read aloud: held.per(capacity).times(100). */
export type Formula =
  | { readonly kind: 'figure'; readonly series: SeriesOf }
  | { readonly kind: 'ratio'; readonly above: Formula; readonly below: Formula }
  | { readonly kind: 'times'; readonly of: Formula; readonly factor: number }
  | { readonly kind: 'plus'; readonly first: Formula; readonly second: Formula }
  | { readonly kind: 'or'; readonly first: Formula; readonly second: Formula };

/** A formula that can be continued. */
export class Quantity {
  readonly formula: Formula;

  constructor(formula: Formula) {
    this.formula = formula;
  }

  per(below: Quantity): Quantity {
    return new Quantity({ kind: 'ratio', above: this.formula, below: below.formula });
  }

  times(factor: number): Quantity {
    return new Quantity({ kind: 'times', of: this.formula, factor });
  }

  plus(second: Quantity): Quantity {
    return new Quantity({ kind: 'plus', first: this.formula, second: second.formula });
  }

  /** Where there is none of this, the second takes its place. */
  or(second: Quantity): Quantity {
    return new Quantity({ kind: 'or', first: this.formula, second: second.formula });
  }
}

/** The published figures of one series. */
export function figure(flow: string, codes: Readonly<Record<string, string>>, words: Message | string): Quantity {
  return new Quantity({ kind: 'figure', series: { flow, codes, id: idOf(flow, codes), words: wordsOf(words) } });
}

/** Every series a formula reads, once. */
export function seriesIn(formula: Formula): SeriesOf[] {
  const all = new Map<string, SeriesOf>();
  const walk = (part: Formula): void => {
    if (part.kind === 'figure') all.set(part.series.id, part.series);
    else if (part.kind === 'ratio') [part.above, part.below].forEach(walk);
    else if (part.kind === 'times') walk(part.of);
    else [part.first, part.second].forEach(walk);
  };
  walk(formula);
  return [...all.values()];
}

function idOf(flow: string, codes: SeriesOf['codes']): string {
  return `${flow}?${Object.entries(codes)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([dimension, code]) => `${dimension}=${code}`)
    .join('&')}`;
}

/** English of a message without values, by which its translations are found. */
export const wordsOf = (words: Message | string): string => (typeof words === 'string' ? words : words.id);

type Translate = (text: Text) => string;

/** The formula in words, for the metadata page: "persons held unsentenced ÷ persons held × 100"; in English where no language is asked for. */
export function inWords(formula: Formula, t: Translate = english): string {
  switch (formula.kind) {
    case 'figure':
      return t({ id: formula.series.words });
    case 'ratio':
      return `${bracketed(formula.above, t)} ÷ ${bracketed(formula.below, t)}`;
    case 'times':
      return `${inWords(formula.of, t)} × ${formula.factor.toLocaleString('en')}`;
    case 'plus':
      return `${inWords(formula.first, t)} + ${inWords(formula.second, t)}`;
    case 'or': {
      const parts = { first: bracketed(formula.first, t), second: bracketed(formula.second, t) };
      return t(say('{first} or, where there is none, {second}', parts));
    }
  }
}

function bracketed(formula: Formula, t: Translate): string {
  const words = inWords(formula, t);
  return formula.kind === 'figure' || formula.kind === 'times' ? words : `(${words})`;
}
