import type { Multilingual, Text } from '#kernel/i18n/say.ts';
import type { FieldAudience, FieldSpec } from './spec.ts';

/** A field under construction: each word gives a new one. `Value` is what one entry holds, `Many` whether it is a list. */
export class Field<Value, Many extends boolean = false> {
  declare readonly value: Value;
  declare readonly isMany: Many;
  readonly spec: FieldSpec;

  constructor(spec: FieldSpec) {
    this.spec = spec;
  }

  #with<V = Value, M extends boolean = Many>(change: Partial<FieldSpec>): Field<V, M> {
    return new Field<V, M>({ ...this.spec, ...change } as FieldSpec);
  }

  /** Must be filled before the record leaves its first state. */
  required(): Field<Value, Many> {
    return this.#with({ required: true });
  }

  /** A list of such values. */
  many(): Field<Value, true> {
    return this.#with({ many: true });
  }

  /** Text by language, in place. */
  translatable(this: Field<string, Many>): Field<Multilingual, Many> {
    return new Field({ ...this.spec, translatable: true } as FieldSpec);
  }

  /** Filtered by, with counts. */
  facet(): Field<Value, Many> {
    return this.#with({ facet: true });
  }

  /** Sorted by. */
  sortable(): Field<Value, Many> {
    return this.#with({ sort: true });
  }

  /** A column of the list. */
  column(): Field<Value, Many> {
    return this.#with({ column: true });
  }

  /** Searched as full text. */
  search(weight: 'high' | 'normal' | 'low' = 'normal'): Field<Value, Many> {
    return this.#with({ search: weight });
  }

  /** Closed to everyone outside the audience, wherever it could show. */
  audience(audience: FieldAudience): Field<Value, Many> {
    return this.#with({ audience });
  }

  /** No two records of the register hold the same. */
  unique(): Field<Value, Many> {
    return this.#with({ unique: true });
  }

  /** One sentence under the label in forms. */
  help(help: Text): Field<Value, Many> {
    return this.#with({ help });
  }
}

// oxlint-disable-next-line typescript/no-explicit-any -- any field will do; what it holds is read from the type argument
export type AnyField = Field<any, boolean>;
export type Fields = Readonly<Record<string, AnyField>>;

type ValueOf<F> = F extends Field<infer V, infer M> ? (M extends true ? readonly V[] : V) : never;

/** What a record of these fields holds: all may be absent, since a draft may lack anything. */
export type RecordData<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> };

export function specsOf(fields: Fields): Readonly<Record<string, FieldSpec>> {
  return Object.fromEntries(Object.entries(fields).map(([id, { spec }]) => [id, spec]));
}
