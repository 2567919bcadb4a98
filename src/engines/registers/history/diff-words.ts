import { diffSequence, type Step } from './diff-sequence.ts';

/** A stretch of text: the `same` and `removed` ones make up the text before, the `same` and `added` ones the text after. */
export interface Stretch {
  readonly change: Step<string>['change'];
  readonly text: string;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** What changed in a text, by words as its language has them (Chinese and Arabic too); long texts by lines first. */
export function diffWords(before: string, after: string, language = 'und'): readonly Stretch[] {
  const lines = diffSequence(linesOf(before), linesOf(after), (line) => line);
  const stretches: { change: Stretch['change']; text: string }[] = [];
  let [removed, added] = ['', ''];
  const settle = (): void => {
    if (removed === '' || added === '') {
      append(stretches, 'removed', removed);
      append(stretches, 'added', added);
    } else {
      const words = diffSequence(wordsOf(removed, language), wordsOf(added, language), (word) => word);
      for (const { change, item } of words) append(stretches, change, item);
    }
    [removed, added] = ['', ''];
  };
  for (const { change, item } of lines) {
    if (change === 'removed') removed += item;
    else if (change === 'added') added += item;
    else {
      settle();
      append(stretches, 'same', item);
    }
  }
  settle();
  return stretches;
}

function append(
  stretches: { change: Stretch['change']; text: string }[],
  change: Stretch['change'],
  text: string,
): void {
  const last = stretches.at(-1);
  if (text === '') return;
  if (last?.change === change) last.text += text;
  else stretches.push({ change, text });
}

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);

function wordsOf(text: string, language: string): readonly string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
