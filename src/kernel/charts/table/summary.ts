import { say } from '#kernel/i18n/index.ts';
import type { Kit } from '../layout/kit.ts';

/** One figure with the words that name it: a series, a place and a time, or a category. */
export interface NamedFigure {
  readonly name: string;
  readonly value: number;
}

/** "Highest: … Lowest: …", or that there is nothing to see. Sentences are translated one by one and joined. */
export function extremes(kit: Kit, figures: readonly NamedFigure[]): string {
  const [first] = figures;
  if (first === undefined) return kit.say(say('There is no figure to show.'));
  let highest = first;
  let lowest = first;
  for (const figure of figures) {
    if (figure.value > highest.value) highest = figure;
    if (figure.value < lowest.value) lowest = figure;
  }
  if (highest.value === lowest.value)
    return kit.say(say('Every figure is {value}.', { value: kit.measure(first.value) }));
  return [
    kit.say(say('Highest: {value} ({name}).', { value: kit.measure(highest.value), name: highest.name })),
    kit.say(say('Lowest: {value} ({name}).', { value: kit.measure(lowest.value), name: lowest.name })),
  ].join(' ');
}
