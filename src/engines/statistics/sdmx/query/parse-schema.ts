import { say } from '#kernel/i18n/say.ts';
import { type Address, allowOnly, single } from './address.ts';
import type { SchemaQuery } from './ast.ts';
import { oneOf } from './parameters.ts';
import { selection1, selection2, tooLong } from './parse-structure.ts';
import { syntaxError } from './refuse.ts';

/** `schema/dataflow/AGENCY/FLOW/1.0?dimensionAtObservation=` of REST 1.x (`api` 1) and 2.x. */
export function parseSchema(address: Address, api: 1 | 2): SchemaQuery {
  const [, context, agency, id, version, ...rest] = address.path;
  tooLong(rest);
  allowOnly(address, api === 1 ? ['dimensionAtObservation', 'explicitMeasure'] : ['dimensionAtObservation']);
  // Structures here have no measure dimension, so the parameter changes nothing; it must still be well written.
  oneOf(address, 'explicitMeasure', ['true', 'false'], 'false');
  const known = contexts.find((one) => one === context);
  if (known === undefined || agency === undefined || id === undefined) {
    throw syntaxError(
      say('A schema query reads schema/CONTEXT/AGENCY/ID/VERSION, with one of the contexts {contexts}.', {
        contexts: contexts.join(', '),
      }),
    );
  }
  const select = api === 1 ? selection1(agency, id, version) : selection2(agency, id, version, '~');
  const dimensionAtObservation = single(address, 'dimensionAtObservation');
  return {
    context: known,
    agency: only(select.agencies),
    id: only(select.ids),
    version: only(select.versions),
    ...(dimensionAtObservation === undefined ? {} : { dimensionAtObservation }),
  };
}

const contexts = ['dataflow', 'datastructure', 'provisionagreement', 'metadataflow', 'metadatastructure'] as const;

function only(values: readonly string[]): string {
  const [value] = values;
  if (value === undefined || value === '*' || values.length > 1) {
    throw syntaxError(say('A schema query names one structure.'));
  }
  return value;
}
