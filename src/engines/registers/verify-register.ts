import type { RegisterDefinition } from './definition.ts';
import type { FieldKind, FieldSpec } from './fields/spec.ts';

const registerForm = /^[a-z][a-z0-9-]*$/;
const fieldForm = /^[a-z][A-Za-z0-9]*$/;
/** Names that the API gives a meaning of its own. */
const taken = new Set([
  'id',
  'title',
  'state',
  'version',
  'changed',
  'made',
  'register',
  'demonstration',
  'links',
  'withdrawn',
  'q',
]);
const facetKinds = new Set<FieldKind>(['code', 'country', 'language', 'yes-no', 'date', 'period', 'reference']);
const sortKinds = new Set<FieldKind>(['text', 'number', 'date', 'code', 'country', 'identifier', 'quantity', 'money']);

/** Throws an Error that names the register and the field when the definition cannot work. */
export function verifyRegister(register: RegisterDefinition): void {
  if (!registerForm.test(register.id))
    throw new Error(`“${register.id}” cannot name a register: small letters and hyphens.`);
  const wrong = (said: string): never => {
    throw new Error(`The register ${register.id}: ${said}`);
  };
  for (const [id, spec] of Object.entries(register.fields)) verifyField(id, spec, wrong, true);
  const need = (id: string | undefined, part: string, kinds: readonly FieldKind[]): void => {
    if (id === undefined) return;
    const spec = register.fields[id];
    if (spec === undefined) return wrong(`there is no field “${id}” to be its ${part}.`);
    if (!kinds.includes(spec.kind) || spec.many) wrong(`“${id}” cannot be its ${part}.`);
  };
  need(register.titleField, 'title', ['text']);
  need(register.summaryField, 'summary', ['text', 'rich']);
  need(register.keyField, 'key', ['text', 'identifier', 'country']);
  need(register.stateField, 'State', ['country']);
  need(register.verification?.field, 'day of verification', ['date']);
  if (register.fields[register.titleField]?.audience !== undefined) wrong('its title is closed to its own readers.');
  if (register.keyField !== undefined && register.fields[register.keyField]?.unique !== true)
    wrong('its key is not unique.');
  const order = register.order.replace(/^-/, '');
  if (order !== 'changed' && register.fields[order]?.sort !== true && order !== register.titleField)
    wrong(`it cannot be ordered by “${order}”.`);
  if (register.readers === 'own-state' && register.stateField === undefined)
    wrong('its readers need a field with the State.');
  verifyLifecycle(register, wrong);
}

function verifyField(id: string, spec: FieldSpec, wrong: (said: string) => void, outer: boolean): void {
  if (!fieldForm.test(id) || (outer && taken.has(id))) wrong(`“${id}” cannot name a field.`);
  if (spec.facet && !facetKinds.has(spec.kind)) wrong(`“${id}” has no codes to filter by.`);
  if (spec.sort && (spec.many || !sortKinds.has(spec.kind))) wrong(`“${id}” has no order.`);
  if (spec.unique && spec.many) wrong(`“${id}” is a list, and cannot be unique.`);
  if (spec.kind !== 'group') return;
  if (!outer) wrong(`“${id}” is a group within a group.`);
  for (const [inner, each] of Object.entries(spec.fields)) verifyField(inner, each, wrong, false);
}

function verifyLifecycle({ lifecycle }: RegisterDefinition, wrong: (said: string) => void): void {
  const ids = lifecycle.states.map(({ id }) => id);
  if (ids.length === 0 || new Set(ids).size !== ids.length) wrong('its states are none, or one is given twice.');
  if (new Set(lifecycle.moves.map(({ id }) => id)).size !== lifecycle.moves.length) wrong('a move is given twice.');
  for (const move of lifecycle.moves)
    for (const state of [...move.from, move.to])
      if (!ids.includes(state)) wrong(`the move “${move.id}” names the state “${state}”, which it does not have.`);
}
