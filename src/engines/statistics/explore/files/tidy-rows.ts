import type { ReleasedStore } from '../../model/released.ts';
import type { Exploration } from '../explore-view.ts';
import { streamFigures, type Figure } from '../observations.ts';

/** Heads of a file with one figure a row: each dimension as code and in words, the period, the figure, its attributes. */
export function tidyHeads({ resolved, names }: Exploration): readonly string[] {
  const { dimensions, attributes } = resolved.release.flow.structure;
  return [
    ...dimensions.flatMap(({ id }) => [id, names.dimension(id)]),
    'TIME_PERIOD',
    'OBS_VALUE',
    ...attributes.map(({ id }) => id),
  ];
}

/** Every figure that is shown, over all pages: the same question as the screen's, a row each. */
export async function* tidyRows(
  store: ReleasedStore,
  { resolved, names }: Exploration,
): AsyncGenerator<readonly (string | number | null)[]> {
  const { dimensions, attributes } = resolved.release.flow.structure;
  const row = ({ key, period, value, attributes: own }: Figure): (string | number | null)[] => [
    ...dimensions.flatMap(({ id }) => [key[id] ?? '', names.name(id, key[id] ?? '')]),
    period,
    value,
    ...attributes.map(({ id }) => own[id] ?? null),
  ];
  for await (const figures of streamFigures(store, resolved.release, resolved.question)) yield* figures.map(row);
}
