import type { Text } from '#kernel/i18n/say.ts';
import type { Audience } from '#kernel/policy/index.ts';
import type { Check } from './checks/check.ts';
import { compile } from './checks/compile.ts';
import { layoutOf } from './checks/layout.ts';
import { standardAttributes } from './codelists.ts';
import type { DisclosureRule } from './disclosure/disclosure-rule.ts';
import type { Mapping, Origin } from './import/mapping.ts';
import type { Attribute, Codelist, Dataflow, Dimension } from './model/structure.ts';
import { flowName } from './model/structure.ts';

/** A flow with all that the engine needs to take figures in, check them and release them. */
export interface FlowDefinition {
  readonly flow: Dataflow;
  readonly checks: readonly Check[];
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** The mapping used when none is named; absent when the flow is fed by SDMX files and returns only. */
  readonly mapping?: string;
  /** Who may read its releases. */
  readonly audience: Audience;
  /** Who may see its batches and findings before anything is released; a State always sees those about its own figures. */
  readonly findingsAudience: Audience;
  /** Who to name in a citation. */
  readonly publisher: string;
  /** Under which terms the figures may be used; goes with every release and every copy of it. */
  readonly licence?: Licence;
  /** What a release keeps back. */
  readonly disclosure?: DisclosureRule;
  /** Codes are added as files bring them (`unodc-portal`); a definition in code never grows. */
  readonly grows: boolean;
}

/** A licence or terms of use by name, with the address where they can be read. */
export interface Licence {
  readonly name: Text;
  readonly url: string;
}

export interface FlowInput {
  /** `AGENCY:FLOW`. */
  readonly id: string;
  readonly version?: string;
  readonly name: Text;
  readonly description?: Text;
  readonly themes?: readonly string[];
  /** In key order, without TIME_PERIOD. */
  readonly dimensions: readonly Dimension[];
  /** Beside OBS_STATUS, CONF_STATUS, UNIT_MULT, DECIMALS and COMMENT_OBS, which every flow has. */
  readonly attributes?: readonly Attribute[];
  readonly checks: readonly Check[];
  readonly mappings?: Readonly<Record<string, Mapping>>;
  readonly mapping?: string;
  readonly audience?: Audience;
  readonly findingsAudience?: Audience;
  readonly publisher?: string;
  readonly licence?: Licence;
  readonly disclosure?: DisclosureRule;
  readonly grows?: boolean;
}

const idForm = /^([A-Z][A-Za-z0-9_.-]*):([A-Z][A-Za-z0-9_]*)$/;
const codeForm = /^[A-Za-z0-9@$_-]+$/;
/** Columns that a released file has beside the flow's own. */
const taken = new Set(['TIME_PERIOD', 'OBS_VALUE']);

/** Makes a flow of its parts; one that cannot work (unknown code in a check, a mapping without a dimension …) stops the start. */
export function defineFlow(input: FlowInput): FlowDefinition {
  const [, agency, id] = idForm.exec(input.id) ?? [];
  if (agency === undefined || id === undefined)
    throw new Error(`A flow is named AGENCY:FLOW in capitals; "${input.id}" is not.`);
  const version = input.version ?? '1.0.0';
  const attributes = [...standardAttributes, ...(input.attributes ?? [])];
  const flow: Dataflow = {
    agency,
    id,
    version,
    name: input.name,
    ...(input.description !== undefined && { description: input.description }),
    themes: input.themes ?? [],
    structure: { agency, id: `DSD_${id}`, version, name: input.name, dimensions: input.dimensions, attributes },
  };
  const definition: FlowDefinition = {
    flow,
    checks: input.checks,
    mappings: input.mappings ?? {},
    ...(input.mapping !== undefined && { mapping: input.mapping }),
    audience: input.audience ?? 'public',
    findingsAudience: input.findingsAudience ?? 'office',
    publisher: input.publisher ?? 'Mandata',
    ...(input.licence !== undefined && { licence: input.licence }),
    ...(input.disclosure !== undefined && { disclosure: input.disclosure }),
    grows: input.grows ?? false,
  };
  verify(definition);
  return definition;
}

/** A dimension of a flow. */
export function dimension(id: string, name: Text, codelist: Codelist): Dimension {
  return { id, name, codelist };
}

function verify(definition: FlowDefinition): void {
  const { flow, checks, mappings, mapping } = definition;
  const { dimensions, attributes } = flow.structure;
  const columns = [...dimensions, ...attributes].map(({ id }) => id);
  const wrong = columns.find(
    (id, place) => taken.has(id) || id.startsWith('_') || !codeForm.test(id) || columns.indexOf(id) !== place,
  );
  if (wrong !== undefined) throw new Error(`${flowName(flow)}: ${wrong} cannot name a dimension or attribute here.`);
  for (const { id, codelist } of dimensions) {
    const bad = codelist.codes.find((code) => !codeForm.test(code.id));
    if (bad !== undefined) throw new Error(`${flowName(flow)}: "${bad.id}" in ${id} is not a code that SDMX allows.`);
    if (new Set(codelist.codes.map((code) => code.id)).size !== codelist.codes.length) {
      throw new Error(`${flowName(flow)}: the code list of ${id} gives a code twice.`);
    }
  }
  const layout = layoutOf(flow.structure, []);
  for (const check of checks) compile(check, layout, { year: 2000 });
  if (mapping !== undefined && mappings[mapping] === undefined)
    throw new Error(`${flowName(flow)} has no mapping ${mapping}.`);
  for (const each of Object.values(mappings)) verifyMapping(flow, each);
  verifyDisclosure(definition);
}

function verifyDisclosure({ flow, findingsAudience, audience, disclosure }: FlowDefinition): void {
  if (disclosure === undefined) return;
  const { threshold, of, sums, with: others = [] } = disclosure;
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    throw new Error(`${flowName(flow)}: a disclosure threshold is a whole number from 2 on.`);
  // A finding names figures: where figures are hidden, who reads the flow must not read all findings.
  if (findingsAudience === audience)
    throw new Error(
      `${flowName(flow)}: findings name the figures that the disclosure rule hides; keep them to the office.`,
    );
  const named = [
    ...[of, ...others].flatMap((codes) => Object.entries(codes).map(([id, own]) => [id, [own].flat()] as const)),
    ...sums.map(({ dimension: id, total, parts }) => [id, [total, ...parts]] as const),
  ];
  for (const [id, codes] of named) {
    const list = flow.structure.dimensions.find((each) => each.id === id)?.codelist.codes ?? [];
    const missing = codes.find((each) => !list.some((known) => known.id === each));
    if (missing !== undefined)
      throw new Error(`${flowName(flow)}: the disclosure rule names ${missing}, which ${id} does not have.`);
  }
}

function verifyMapping(flow: Dataflow, mapping: Mapping): void {
  const { dimensions, attributes } = flow.structure;
  for (const { id, codelist } of dimensions) {
    const origin = mapping.dimensions[id];
    if (origin === undefined)
      throw new Error(`${flowName(flow)}: the mapping ${mapping.id} does not say where ${id} comes from.`);
    const known = new Set(codelist.codes.map((code) => code.id));
    const missing = codesOf(origin).find((code) => !known.has(code));
    if (missing !== undefined)
      throw new Error(`${flowName(flow)}: the mapping ${mapping.id} gives ${missing}, which ${id} does not have.`);
  }
  const ids = new Set([...dimensions, ...attributes].map(({ id }) => id));
  const stray = Object.keys({ ...mapping.dimensions, ...mapping.attributes }).find((id) => !ids.has(id));
  if (stray !== undefined)
    throw new Error(`${flowName(flow)}: the mapping ${mapping.id} fills ${stray}, which the flow does not have.`);
}

function codesOf(origin: Origin): readonly string[] {
  if ('fixed' in origin) return [origin.fixed];
  if ('table' in origin) return origin.table.map(([, code]) => code);
  if ('grows' in origin) return [];
  return 'spellings' in origin ? Object.values(origin.spellings ?? {}) : [];
}
