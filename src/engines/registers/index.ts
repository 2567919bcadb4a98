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

// API
export { registersApi } from './api/registers-api.ts';
export type { RegistersApiDeps } from './api/asked.ts';

// Use cases
export { exportFormats, exportRecords } from './exchange/export-records.ts';
export { importRecords } from './exchange/import/import-records.ts';
export type { ImportReport } from './exchange/import/import-report.ts';
export { visibleRegister } from './store/visible-fields.ts';
export { eachRecord } from './find/each-record.ts';
export type { FacetCount } from './find/facets.ts';
export { findRecords, type FoundRecords } from './find/find-records.ts';
export type { RecordQuery } from './find/query.ts';
export { recordSearch, registerSource, type RecordSearch } from './find/search-source.ts';
export { suggestRecords } from './find/suggest-records.ts';
export { getRegister, type RegistersContext } from './context.ts';
export { operationsOf, registersOperations, type RegisterOperations } from './operations.ts';
export { registersMigrations } from './migrations.ts';
export { registerPageRoutes } from './page-routes.ts';
export { countRecords, type RecordCount } from './find/count-records.ts';
export { registersPart } from './view/place-part.ts';
export { registersNavigation } from './navigation.ts';
export { compareVersions, type Comparison } from './records/compare-versions.ts';
export { createIn, createRecord, type NewRecord } from './records/create-record.ts';
export { findDuplicates, type Duplicate } from './records/find-duplicates.ts';
export type { NamedRecord } from './records/find-targets.ts';
export { removeDemonstrationRecords } from './records/remove-demonstration.ts';
export { seedRecords } from './records/seed-records.ts';
export { getRecord, type OpenedRecord } from './records/get-record.ts';
export { listCitations, type CitationPage } from './records/list-citations.ts';
export { listHistory, type History, type HistoryEntry } from './records/list-history.ts';
export { moveIn, moveRecord, type MoveInput } from './records/move-record.ts';
export { recordChanged } from './records/record-changed.ts';
export type { RecordView, Touch } from './records/record-view.ts';
export { restoreVersion } from './records/restore-version.ts';
export { saveIn, saveRecord, type Saved } from './records/save-record.ts';
