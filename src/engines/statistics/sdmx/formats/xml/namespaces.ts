import type { Edition } from '../urn.ts';

const root = 'http://www.sdmx.org/resources/sdmxml/schemas';
const folders: Readonly<Record<Edition, string>> = { '2.1': 'v2_1', '3.0': 'v3_0' };

/** Namespace of a part of SDMX-ML, such as `message` or `data/generic`. */
export function namespace(edition: Edition, part: string): string {
  return `${root}/${folders[edition]}/${part}`;
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The declarations that every message's root carries. */
export function namespaces(edition: Edition, parts: Readonly<Record<string, string>>): string {
  return Object.entries({ mes: 'message', com: 'common', ...parts })
    .map(([prefix, part]) => ` xmlns:${prefix}="${namespace(edition, part)}"`)
    .join('');
}
