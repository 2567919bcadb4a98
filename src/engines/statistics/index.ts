// Defining flows
export {
  codelist,
  code,
  age,
  frequency,
  listed,
  referenceArea,
  sex,
  sourceAttribute,
  standardAttributes,
  unitMeasure,
} from './codelists.ts';
export { defineFlow, dimension, type FlowDefinition, type FlowInput } from './definition.ts';
export type { Check, Selection, Severity } from './checks/check.ts';
export {
  countRate,
  coverage,
  duplicateKey,
  jump,
  mirror,
  notAbove,
  partsOfTotal,
  percentage,
  plausiblePeriod,
  range,
  wholeAndNotNegative,
} from './checks/constructors.ts';
export {
  agesMadeOf,
  always,
  codesIn,
  codesMadeOf,
  defineMapping,
  from,
  textIn,
  type CodeTable,
  type Mapping,
  type Origin,
  type StatusRule,
} from './import/mapping.ts';
export { areaSpellings } from './import/area-spellings.ts';
export { portalLicence } from './import/portal-licence.ts';
export { agesOfPortal, sexesOfPortal } from './import/unodc-portal.ts';

// The model
export { isDemonstration } from './model/demonstration.ts';
export type { Observation, Provenance } from './model/observation.ts';
export type { ReleasedFlow, ReleasedStore } from './model/released.ts';
export {
  flowName,
  type ArtefactId,
  type Attribute,
  type Code,
  type Codelist,
  type Dataflow,
  type DataStructure,
  type Dimension,
} from './model/structure.ts';

// Use cases
export { actedBy, type OriginalFiles, type StatisticsContext } from './context.ts';
export { statisticsOperations } from './operations.ts';
export { findFlow, getFlow, listFlows } from './find-flow.ts';
export { importFile, type Imported, type ImportedFinding, type ImportOptions } from './import-file.ts';
export { acceptBatch, rejectBatch, undoBatch } from './accept-batch.ts';
export { releaseFlow, type Released, type ReleaseOptions } from './release-flow.ts';
export { withdrawRelease } from './withdraw-release.ts';
export { getRelease, listReleases, releaseChanges, type ReleaseChange, type ReleaseSummary } from './list-releases.ts';
export { getBatch, listBatches, type BatchAct, type BatchSummary } from './list-batches.ts';
export { type FindingAnswer, type FindingFilter, listFindings, type RecordedFinding } from './list-findings.ts';
export { answerFinding } from './answer-finding.ts';
export { findObservationOrigin, type ObservationOrigin } from './find-observation-origin.ts';

// What the house opens
export { statisticsMigrations } from './migrations.ts';
export { removeDemonstrationFigures } from './remove-demonstration.ts';
export { tidyUp } from './tidy-up.ts';
export {
  openReleasedStore,
  type OpenReleasedStore,
  type ReleasedStoreOptions,
} from './store/cube/open-released-store.ts';

// Indicators
export { above, below, defineIndicator, type AggregateRule, type Indicator } from './indicators/define-indicator.ts';
export { bestPeriod } from './indicators/best-period.ts';
export { figure, type Quantity } from './indicators/formula.ts';
export { referenceGeography } from './indicators/geography.ts';
export type { AreaFigure } from './indicators/area-figures.ts';
export {
  openIndicators,
  type IndicatorFigure,
  type Indicators,
  type IndicatorTable,
} from './indicators/open-indicators.ts';
export { indicatorPageRoutes } from './indicators/page-routes.ts';
export { indicatorsPart } from './indicators/place-part.ts';

// SDMX
export { rememberRegistry } from './registry/remember-registry.ts';
export { makeSdmx } from './sdmx/routes.ts';

// Pages, workspace and API
export type { StatisticsPageDependencies } from './explore/dependencies.ts';
export { pageDependencies } from './explore/page-dependencies.ts';
export { statisticsPageRoutes } from './page-routes.ts';
export { statisticsApi } from './work/api.ts';
export type { WorkDeps } from './work/deps.ts';
export { workMigrations } from './work/migrations.ts';
export { workNavigation } from './work/navigation.ts';
export { workOperations } from './work/operations.ts';
export { workPageRoutes } from './work/page-routes.ts';
