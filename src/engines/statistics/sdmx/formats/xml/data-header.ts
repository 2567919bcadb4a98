import type { Reference } from '../../../registry/artefact.ts';
import type { DataSet } from '../../data/data-set.ts';
import { xml } from '../escape.ts';
import { type Edition, urn } from '../urn.ts';
import type { ReadySet } from '../writer.ts';
import { dateTime } from './header.ts';
import { reference } from './reference.ts';

/** What a data set's observations conform to: the provision agreement when a provider was named, else the flow. */
export function usageOf(set: DataSet): Reference {
  if (set.agreement !== undefined) {
    const { kind, agency, id, version } = set.agreement;
    return { kind, agency, id, version };
  }
  const { agency, id, version } = set.flow;
  return { kind: 'dataflow', agency, id, version };
}

/** What the types of a data set are made for: in 2.1 always the flow, also when the header refers to a provision agreement. */
export function typedBy(edition: Edition, set: DataSet): Reference {
  const { agency, id, version } = set.flow;
  return edition === '2.1' ? { kind: 'dataflow', agency, id, version } : usageOf(set);
}

/** Namespace of the types that a structure-specific data set is of. */
export function dataNamespace(edition: Edition, usage: Reference, atObservation: string): string {
  return `${urn(edition, usage)}:ObsLevelDim:${atObservation}`;
}

/** `Structure` elements of a data message's header, one per structure that its data sets refer to. */
export function headerStructures(edition: Edition, sets: readonly ReadySet[], withNamespace: boolean): string {
  const structures = new Map<string, string>();
  for (const { set, layout } of sets) {
    const usage = usageOf(set);
    const id = structureId(set);
    const at = layout.atObservation;
    // SDMX 2.1's schema spells the element so.
    const agreement = edition === '2.1' ? 'com:ProvisionAgrement' : 'com:ProvisionAgreement';
    const space = withNamespace ? ` namespace="${xml(dataNamespace(edition, typedBy(edition, set), at))}"` : '';
    structures.set(
      id,
      `<mes:Structure structureID="${xml(id)}"${space} dimensionAtObservation="${xml(at)}">` +
        `${reference(edition, usage.kind === 'dataflow' ? 'com:StructureUsage' : agreement, usage)}</mes:Structure>`,
    );
  }
  return [...structures.values()].join('');
}

/** An xs:ID for a set's structure. */
function structureId(set: DataSet): string {
  const { agency, id, version } = usageOf(set);
  return `${agency}_${id}_${version}`.replaceAll(/[^\w.-]/g, '_');
}

/** Attributes of a data set that say what to do with it and when it held. `prefix` is of the attributes' namespace, with colon. */
export function setAttributes(set: DataSet, prefix: string): string {
  const from = set.validFrom === undefined ? '' : ` ${prefix}validFromDate="${dateTime(set.validFrom)}"`;
  const to = set.validTo === undefined ? '' : ` ${prefix}validToDate="${dateTime(set.validTo)}"`;
  return ` ${prefix}structureRef="${xml(structureId(set))}" ${prefix}action="${set.action}"${from}${to}`;
}
