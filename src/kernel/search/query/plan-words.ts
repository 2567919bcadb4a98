import { marks } from '../words/analyse-document.ts';
import { eachWord, type Word } from '../words/each-word.ts';
import { fold } from '../words/fold.ts';
import { stopWords } from '../words/stop-words.ts';
import { queryTermsOf } from '../words/terms-of.ts';
import { everything, type PhraseWord, type Plan } from './plan.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const ideographic = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

type Terms = (raw: string) => readonly string[];

/** One word as written, between spaces: Chinese is cut into its words, all of which must be there. Undefined when it holds no word. */
export function planWord(text: string, terms: Terms = queryTermsOf): Plan | undefined {
  const parts = (text.match(runs) ?? []).flatMap((run) => (ideographic.test(run) ? cut(run) : [run]));
  const plans = parts.map((part) => planTogether(part, terms)).filter((plan) => plan !== undefined);
  return plans.length < 2 ? plans[0] : { kind: 'and', of: plans };
}

/** Words of a Chinese run, without those that carry no meaning, if others are left. */
function cut(run: string): readonly string[] {
  const words = [...segmenter.segment(run)].map(({ segment }) => segment);
  const meaning = words.filter((word) => !stopWords.has(word));
  return meaning.length > 0 ? meaning : words;
}

/** Words that must follow one another; a word with hyphens may also be written as one. */
export function planTogether(text: string, terms: Terms = queryTermsOf): Plan | undefined {
  const words: Word[] = [];
  let joined: Word | undefined;
  eachWord(text, (word) => {
    if (word.form === 'joined') joined = word;
    else words.push(word);
  });
  const paired = new Set(words.filter(({ form }) => form === 'pair').flatMap(({ place }) => [place, place + 1]));
  const needed = words.filter(({ form, place }) => form !== 'character' || !paired.has(place));
  const first = needed[0];
  if (first === undefined) return undefined;
  const phrase: PhraseWord[] = needed.map((word) => ({ distance: word.place - first.place, terms: terms(word.raw) }));
  const plan: Plan =
    phrase.length === 1 ? { kind: 'terms', terms: phrase[0]?.terms ?? [] } : { kind: 'phrase', words: phrase };
  if (joined === undefined || words.length > 4) return plan;
  return { kind: 'or', of: [plan, { kind: 'terms', terms: terms(joined.raw) }] };
}

/** Words of which the last may go on: `traffick*`. */
export function planBeginning(text: string): Plan | 'too-short' | undefined {
  const words: Word[] = [];
  eachWord(text, (word) => {
    if (word.form !== 'joined') words.push(word);
  });
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const beginning = fold(last.raw);
  if (beginning.length < 2 && !ideographic.test(beginning)) return 'too-short';
  const before = planWord(text.slice(0, last.start)) ?? everything;
  // A stem may be shorter than what was typed: words are kept as written too where their stem differs.
  const plan: Plan = { kind: 'beginning', beginning, prefixes: [beginning, `${marks.written}${beginning}`] };
  return before === everything ? plan : { kind: 'and', of: [before, plan] };
}
