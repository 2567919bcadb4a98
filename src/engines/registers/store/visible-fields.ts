import type { Actor } from '#kernel/policy/index.ts';
import { mayRead } from '#kernel/policy/index.ts';
import type { RegisterDefinition } from '../definition.ts';
import type { FieldSpec } from '../fields/spec.ts';
import { audienceOfField } from './audiences.ts';

type Fields = RegisterDefinition['fields'];

/**
 * The register as the actor knows it, without the fields that are closed to them. `country`: the State of the record at
 * hand; without a record, a State's people know the fields that are for States.
 */
export function visibleRegister(register: RegisterDefinition, actor: Actor, country?: string): RegisterDefinition {
  const own = actor.kind === 'account' ? actor.organization.state : undefined;
  const sees = ({ audience }: FieldSpec): boolean => {
    const needed = audienceOfField(audience, country ?? own);
    return needed === undefined || mayRead(actor, needed);
  };
  return { ...register, fields: only(register.fields, sees) };
}

function only(fields: Fields, sees: (spec: FieldSpec) => boolean): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, spec]) => sees(spec))
      .map(([id, spec]) => [id, spec.kind === 'group' ? { ...spec, fields: only(spec.fields, sees) } : spec]),
  );
}
