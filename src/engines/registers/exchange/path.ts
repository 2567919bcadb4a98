/** Names of fields and parts, places in lists from 0, and `*` for every entry of a list. */
export type Path = readonly (string | number)[];

type Holder = Record<string | number, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** The value at a path without `*`; undefined when something on the way is missing. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) value = isHolder(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/** Puts a value at a path without `*`, making lists and objects on the way. */
export function putAt(data: object, path: Path, value: unknown): void {
  let holder = data as Holder;
  for (const [at, step] of path.entries()) {
    if (at === path.length - 1) {
      holder[step] = value;
      return;
    }
    if (!Object.hasOwn(holder, step) || !isHolder(holder[step]))
      holder[step] = typeof path[at + 1] === 'number' ? [] : {};
    holder = holder[step] as Holder;
  }
}
