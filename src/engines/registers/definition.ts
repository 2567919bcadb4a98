import type { Text } from '#kernel/i18n/say.ts';
import type { Place } from '#kernel/links/index.ts';
import { each, type Audience, type OperationRow } from '#kernel/policy/index.ts';
import { specsOf, type Fields, type RecordData } from './fields/field.ts';
import type { FieldSpec } from './fields/spec.ts';
import { usualLifecycle, type Lifecycle } from './lifecycle/lifecycle.ts';
import { verifyRegister } from './verify-register.ts';

type Allowed = OperationRow['allow'];

/** What a rule of the register found in one record. */
export interface RecordFinding {
  readonly rule: string;
  /** An error keeps the record from being published; a warning is shown and may stand. */
  readonly severity: 'error' | 'warning';
  /** Path of the field: `name`, `contacts.2.address`. */
  readonly field: string;
  readonly said: Text;
}

/** A rule beyond the fields' own forms. */
export interface RecordRule<Data> {
  readonly id: string;
  find(data: Data): readonly Omit<RecordFinding, 'rule'>[];
}

/** A page that a system has beside the engine's: what its link says, and its address without language. */
export interface OwnPage {
  readonly label: Text;
  path(record: { readonly id: string; readonly data: Readonly<Record<string, unknown>> }): string;
}

export interface RegisterInput<F extends Fields> {
  /** In the address: `competent-authorities`. */
  readonly id: string;
  readonly title: Text;
  /** What one record is called: “Competent authority”. */
  readonly one: Text;
  /** One or two sentences for the head of the list: what is here, for whom. */
  readonly about: Text;
  readonly fields: F;
  /** Field that names a record; text, translatable or not. */
  readonly titleField: keyof F & string;
  /** Field shown under the title in lists. */
  readonly summaryField?: keyof F & string;
  /** Unique field that an address and an import know a record by; without it the engine gives an id. */
  readonly keyField?: keyof F & string;
  /** Field with the State that the record is about or of: whose authorities may work on it. */
  readonly stateField?: keyof F & string;
  /** Order of the list when nothing is searched for; newest change first unless told. `-` before the field turns it round. */
  readonly order?: string;
  /** Who reads published records: everyone unless told. */
  readonly readers?: Audience | 'own-state';
  /** Who makes and changes records: the secretariat's editors and writers, and a State's people for their own State, unless told. */
  readonly writers?: Allowed;
  readonly lifecycle?: Lifecycle;
  readonly rules?: readonly RecordRule<RecordData<F>>[];
  /** What a record cites beside its references: treaty articles, releases, anything with a place in the house. */
  readonly cites?: (data: RecordData<F>) => readonly { readonly to: Place; readonly relation: string }[];
  /** Records must be looked at again: months since the date in the field. */
  readonly verification?: { readonly field: keyof F & string; readonly months: number };
  /** schema.org type, and which of its properties the fields fill. */
  readonly jsonLd?: { readonly type: string; readonly properties: Readonly<Partial<Record<keyof F & string, string>>> };
  /** A page of the system's own on the same record; the record's page leads to it. */
  readonly ownPage?: OwnPage;
  /** Documents and paragraphs that name this system. */
  readonly sources: readonly string[];
}

/** A register with all that the engine needs: storage, checks, form, list, facets, page, history, import, export, API and feeds follow. */
export interface RegisterDefinition {
  readonly id: string;
  readonly title: Text;
  readonly one: Text;
  readonly about: Text;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  readonly titleField: string;
  readonly summaryField?: string;
  readonly keyField?: string;
  readonly stateField?: string;
  readonly order: string;
  readonly readers: Audience | 'own-state';
  readonly writers: Allowed;
  readonly lifecycle: Lifecycle;
  readonly rules: readonly RecordRule<Readonly<Record<string, unknown>>>[];
  readonly cites: (
    data: Readonly<Record<string, unknown>>,
  ) => readonly { readonly to: Place; readonly relation: string }[];
  readonly verification?: { readonly field: string; readonly months: number };
  readonly jsonLd?: { readonly type: string; readonly properties: Readonly<Record<string, string | undefined>> };
  readonly ownPage?: OwnPage;
  readonly sources: readonly string[];
}

/** Makes a register of its parts; one that cannot work (a title that is no text, a facet without codes …) stops the start with an Error. */
export function defineRegister<F extends Fields>(input: RegisterInput<F>): RegisterDefinition {
  const { fields, ...rest } = input;
  const definition = {
    ...rest,
    fields: specsOf(fields),
    order: input.order ?? '-changed',
    readers: input.readers ?? 'public',
    writers: input.writers ?? {
      ...each(['programme-manager', 'administrator', 'operator', 'report-writer', 'analyst'], 'any'),
      ...each(['contributor', 'authority', 'focal-point'], 'own-state'),
    },
    lifecycle: input.lifecycle ?? usualLifecycle,
    rules: input.rules ?? [],
    cites: input.cites ?? (() => []),
  } as RegisterDefinition;
  verifyRegister(definition);
  return definition;
}
