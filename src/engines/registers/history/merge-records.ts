import { isDeepStrictEqual } from 'node:util';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';

type Data = Readonly<Record<string, unknown>>;

/** A field (or one language of a text, or one field of a single group) that both sides changed in different ways. */
export interface Conflict {
  /** `name`, `name.fr`, `head.office`. */
  readonly field: string;
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
}

export interface Merged {
  /** What one side changed alone; in conflicts, mine. */
  readonly data: Data;
  readonly conflicts: readonly Conflict[];
}

/**
 * Three-way merge of a record that two people changed from the same base. What one changed and the other did not is taken; what both
 * changed alike as well; the rest is listed. Texts by language and single groups are merged by their parts, lists as a whole.
 */
export function mergeRecords(
  register: Pick<RegisterDefinition, 'fields'>,
  base: Data,
  mine: Data,
  theirs: Data,
): Merged {
  const conflicts: Conflict[] = [];
  const data = mergeParts({ base, mine, theirs }, '', (part) => register.fields[part], conflicts);
  return { data, conflicts };
}

interface Sides<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

function mergeParts(
  sides: Sides<Data>,
  path: string,
  specOf: (part: string) => FieldSpec | undefined,
  conflicts: Conflict[],
): Data {
  const parts = new Set([...Object.keys(sides.base), ...Object.keys(sides.mine), ...Object.keys(sides.theirs)]);
  const merged: [string, unknown][] = [];
  for (const part of parts) {
    const of = (side: Data): unknown => (Object.hasOwn(side, part) ? side[part] : undefined);
    const values = { base: of(sides.base), mine: of(sides.mine), theirs: of(sides.theirs) };
    const value = mergeValue(values, path === '' ? part : `${path}.${part}`, specOf(part), conflicts);
    if (value !== undefined) merged.push([part, value]);
  }
  return Object.fromEntries(merged);
}

function mergeValue(sides: Sides<unknown>, path: string, spec: FieldSpec | undefined, conflicts: Conflict[]): unknown {
  const { base, mine, theirs } = sides;
  if (isDeepStrictEqual(mine, theirs) || isDeepStrictEqual(theirs, base)) return mine;
  if (isDeepStrictEqual(mine, base)) return theirs;
  const inner = partsOf(spec);
  if (inner !== undefined && isParts(mine) && isParts(theirs) && (base === undefined || isParts(base))) {
    const merged = mergeParts({ base: isParts(base) ? base : {}, mine, theirs }, path, inner, conflicts);
    return Object.keys(merged).length === 0 ? undefined : merged;
  }
  conflicts.push({
    field: path,
    ...(base !== undefined && { base }),
    ...(mine !== undefined && { mine }),
    ...(theirs !== undefined && { theirs }),
  });
  return mine;
}

/** How the parts of a field are known, where it is merged by parts. */
function partsOf(spec: FieldSpec | undefined): ((part: string) => FieldSpec | undefined) | undefined {
  if (spec === undefined || spec.many) return undefined;
  if (spec.kind === 'group') return (part) => spec.fields[part];
  return (spec.kind === 'text' || spec.kind === 'rich') && spec.translatable ? () => undefined : undefined;
}

const isParts = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
