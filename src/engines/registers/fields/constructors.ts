import type { Text } from '#kernel/i18n/say.ts';
import type { CodeList } from './code-list.ts';
import { Field, specsOf, type Fields, type RecordData } from './field.ts';
import type { IdentifierForm, Specific } from './spec.ts';
import type { FileValue, LinkValue, Money, PartialDate, Party, Period, Point, Quantity } from './values.ts';

function field<Value>(label: Text, specific: Specific): Field<Value> {
  const common = { label, required: false, many: false, facet: false, sort: false, column: false, unique: false };
  return new Field<Value>({ ...common, ...specific });
}

/** A line of text, at most 500 characters. */
export const text = (label: Text): Field<string> =>
  field(label, { kind: 'text', translatable: false, long: false, longest: 500 });

/** Paragraphs of plain text, at most 20,000 characters. */
export const longText = (label: Text): Field<string> =>
  field(label, { kind: 'text', translatable: false, long: true, longest: 20_000 });

/** Text with headings, lists, emphasis and links (a safe subset of Markdown), at most 500,000 characters. */
export const richText = (label: Text): Field<string> =>
  field(label, { kind: 'rich', translatable: false, longest: 500_000 });

/** A number, with at most so many decimals (none unless told). */
export const number = (
  label: Text,
  options: { least?: number; most?: number; decimals?: number } = {},
): Field<number> => field(label, { kind: 'number', decimals: 0, ...options });

/** An amount in one of these units of `reference/units`. */
export const quantity = (label: Text, units: readonly string[]): Field<Quantity> =>
  field(label, { kind: 'quantity', units });

export const money = (label: Text): Field<Money> => field(label, { kind: 'money' });
export const yesNo = (label: Text): Field<boolean> => field(label, { kind: 'yes-no' });

/** A day, month or year, as exact as it is known. */
export const date = (label: Text): Field<PartialDate> => field(label, { kind: 'date' });
export const period = (label: Text): Field<Period> => field(label, { kind: 'period' });

/** One code of a list; `.many()` for several. */
export const code = (label: Text, list: CodeList): Field<string> => field(label, { kind: 'code', list });

/** A record of another register, by id: checked, and shown there under the `inverse` heading. */
export const reference = (label: Text, to: { register: string; relation: string; inverse: Text }): Field<string> =>
  field(label, { kind: 'reference', ...to });

export const party = (label: Text): Field<Party> => field(label, { kind: 'party' });

/** A State or area, ISO 3166-1 alpha-3. */
export const country = (label: Text, options: { subNational?: boolean } = {}): Field<string> =>
  field(label, { kind: 'country', subNational: options.subNational ?? false });

export const point = (label: Text): Field<Point> => field(label, { kind: 'point' });

/** A kept file of one of these media types (PDF, DOCX, XLSX, plain text, CSV, XML, PNG and JPEG unless told), at most 50 MB. */
export const file = (label: Text, options: { types?: readonly string[]; largest?: number } = {}): Field<FileValue> =>
  field(label, { kind: 'file', types: options.types ?? usualTypes, largest: options.largest ?? 50_000_000 });

export const link = (label: Text): Field<LinkValue> => field(label, { kind: 'link' });

/** A language, ISO 639-1 (or 639-3 where there is none). */
export const language = (label: Text): Field<string> => field(label, { kind: 'language' });

/** An identifier whose form, and check digit where it has one, is verified. */
export const identifier = (label: Text, form: IdentifierForm): Field<string> =>
  field(label, { kind: 'identifier', form });

/** Fields that belong together; `.many()` makes a table of them. A group holds no group. */
export const group = <F extends Fields>(label: Text, fields: F): Field<RecordData<F>> =>
  field(label, { kind: 'group', fields: specsOf(fields) });

const usualTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/xml',
  'text/plain',
  'text/csv',
  'image/png',
  'image/jpeg',
];
