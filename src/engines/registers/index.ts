export { defineRegister, type RecordFinding, type RecordRule, type RegisterDefinition } from './definition.ts';
export { defineCodeList, withNarrower, type CodeList, type ListedTerm } from './fields/code-list.ts';
export {
  code,
  country,
  date,
  file,
  group,
  identifier,
  language,
  link,
  longText,
  money,
  number,
  party,
  period,
  point,
  quantity,
  reference,
  richText,
  text,
  yesNo,
} from './fields/constructors.ts';
export { checkRecord, type CheckedRecord } from './fields/check-record.ts';
export type { RecordData } from './fields/field.ts';
export type { FieldSpec, IdentifierForm } from './fields/spec.ts';
export type { FileValue, LinkValue, Money, PartialDate, Party, Period, Point, Quantity } from './fields/values.ts';
export { usualLifecycle, type Lifecycle } from './lifecycle/lifecycle.ts';
export type { SeedRecord } from './seed-record.ts';
