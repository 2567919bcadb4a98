import type { Representation } from '../../../registry/artefact.ts';
import type { Edition } from '../urn.ts';
import { reference } from './reference.ts';

/** How values of a component are written: a code list, or a text type. */
export function representation(edition: Edition, element: string, given: Representation): string {
  if ('codelist' in given) return `<${element}>${reference(edition, 'str:Enumeration', given.codelist)}</${element}>`;
  const length = given.maxLength === undefined ? '' : ` maxLength="${given.maxLength}"`;
  return `<${element}><str:TextFormat textType="${given.text}"${length}/></${element}>`;
}
