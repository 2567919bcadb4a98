import { say } from '#kernel/i18n/say.ts';
import { type Address, allowOnly, single } from './address.ts';
import { referenceLevels, structureDetails, type ReferenceLevel, type Selection, type StructureQuery } from './ast.ts';
import { identifiers, oneOf, versions } from './parameters.ts';
import { syntaxError } from './refuse.ts';
import { isResource1, isResource2 } from './resources.ts';
import { fromLegacyVersion } from '../../registry/version.ts';

/** `codelist/AGENCY/ID/1.0/A+B?detail=&references=` of REST 1.x. */
export function parseStructure1(address: Address): StructureQuery {
  const [resource = '', agency, id, version, items, ...rest] = address.path;
  tooLong(rest);
  if (!isResource1(resource)) throw unknownResource(resource);
  allowOnly(address, ['detail', 'references']);
  return {
    resource,
    select: selection1(agency, id, version),
    items: list1(items, 'item').filter((item) => item !== '*'),
    detail: oneOf(
      address,
      'detail',
      structureDetails.filter((detail) => detail !== 'raw'),
      'full',
    ),
    references: references(address, isResource1, '+'),
  };
}

/** `structure/codelist/AGENCY/ID/1.0.0/A,B?detail=&references=` of REST 2.x. */
export function parseStructure2(address: Address): StructureQuery {
  const [, resource = '*', agency, id, version, items, ...rest] = address.path;
  tooLong(rest);
  if (!isResource2(resource)) throw unknownResource(resource);
  allowOnly(address, ['detail', 'references', 'asOf']);
  if (single(address, 'asOf') !== undefined) throw notKept();
  return {
    resource,
    select: selection2(agency, id, version, '~'),
    items: list2(items, 'item').filter((item) => item !== '*'),
    detail: oneOf(address, 'detail', structureDetails, 'full'),
    references: references(address, isResource2, ','),
  };
}

function references(
  address: Address,
  known: (name: string) => boolean,
  separator: string,
): ReferenceLevel | readonly string[] {
  const text = single(address, 'references');
  const level = referenceLevels.find((one) => one === (text ?? 'none'));
  if (level !== undefined) return level;
  const names = (text ?? '').split(separator);
  const wrong = names.find((name) => !known(name));
  if (wrong !== undefined) {
    throw syntaxError(say('references cannot be “{wrong}”.', { wrong }));
  }
  return names;
}

/** 1.x: `all` and `latest` are words, several values are joined with a plus sign. */
export function selection1(agency?: string, id?: string, version?: string): Selection {
  const chosen = (version ?? 'latest').split('+').map((one) => {
    if (one === 'all' || one === '*') return '*';
    return one === 'latest' ? '~' : fromLegacyVersion(one);
  });
  return { agencies: list1(agency, 'agency'), ids: list1(id, 'identifier'), versions: versions(chosen) };
}

/** 2.x: `*` is everything, several values are joined with commas. */
export function selection2(agency?: string, id?: string, version?: string, otherwise = '*'): Selection {
  return {
    agencies: list2(agency, 'agency'),
    ids: list2(id, 'identifier'),
    versions: versions((version ?? otherwise).split(',').map(toSemantic)),
  };
}

/** 2.x allows two-part versions of artefacts that are not semantically versioned: `1.0` names 1.0.0 here. */
function toSemantic(version: string): string {
  // Words of 1.x that client libraries still write.
  if (version === 'all') return '*';
  if (version === 'latest') return '~';
  return /^\d+(\.\d+)?$/.test(version) ? fromLegacyVersion(version) : version;
}

function list1(text: string | undefined, what: string): readonly string[] {
  if (text === undefined || text === 'all') return ['*'];
  return identifiers(text.split('+'), what);
}

function list2(text: string | undefined, what: string): readonly string[] {
  if (text === undefined) return ['*'];
  return identifiers(text.split(','), what);
}

export function tooLong(rest: readonly string[]): void {
  if (rest.length > 0) throw syntaxError(say('The address has more parts than this query knows.'));
}

function unknownResource(resource: string): Error {
  return syntaxError(
    say('“{resource}” is not a kind of structural metadata that this version of the API knows.', { resource }),
  );
}

function notKept(): Error {
  return syntaxError(say('asOf is offered for data only: earlier states of definitions are not kept.'));
}
