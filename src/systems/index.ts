import type { RegisterDefinition, SeedRecord } from '#engines/registers/index.ts';
import { bibliography, demonstrationBibliography } from './bibliography/index.ts';
import { caseDigests, demonstrationDigests } from './case-digests/index.ts';
import { caseLaw, demonstrationCases } from './case-law/index.ts';
import { competentAuthorities, demonstrationAuthorities } from './competent-authorities/index.ts';
import { contributions, demonstrationContributions } from './contributions/index.ts';
import { demonstrationForms, demonstrationProviders, evidenceForms, evidenceProviders } from './evidence-hub/index.ts';
import { coverage, demonstrationRecords as inventedLaws, laws, provisions } from './legislation/index.ts';
import { prisonIndicators, prisons, demonstrationFile, demonstrationPrisons } from './prisons/index.ts';
import { demonstrationResources, resources } from './resources/index.ts';
import { population, populationOr, sdg16Indicators } from './sdg16/index.ts';
import { demonstrationStrategies, strategies } from './strategies/index.ts';
import { demonstrationSubstances, substances } from './substances/index.ts';
import {
  demonstrationRecords as inventedTreatyActions,
  referenceRecords as treatyFacts,
  treaties,
  treatyActions,
} from './treaties/index.ts';

export { findAcceptanceReport } from './acceptance-report.ts';
export { catalogue, type SystemEntry } from './catalogue.ts';
export { listSystems, type SystemState } from './list-systems.ts';

/** Dataflows that the systems define. */
export const flows = [prisons, population];

/** Indicators over them. */
export const indicators = [
  ...sdg16Indicators('MANDATA:PRISONS', '', populationOr),
  ...prisonIndicators('MANDATA:PRISONS', '', populationOr),
];

/** Registers that the systems define. */
export const registers: readonly RegisterDefinition[] = [
  treaties,
  treatyActions,
  laws,
  provisions,
  coverage,
  caseLaw,
  caseDigests,
  competentAuthorities,
  evidenceProviders,
  evidenceForms,
  substances,
  resources,
  strategies,
  bibliography,
  contributions,
];

/** Records that come with the systems, in the order in which they refer to each other: facts with their sources, and invented ones. */
export function* records(): Generator<SeedRecord> {
  yield* treatyFacts();
  yield* inventedTreatyActions();
  yield* inventedLaws();
  yield* demonstrationCases();
  yield* demonstrationDigests();
  yield* demonstrationAuthorities();
  yield* demonstrationSubstances();
  yield* demonstrationResources();
  yield* demonstrationStrategies();
  yield* demonstrationBibliography();
  yield* demonstrationContributions();
  yield* demonstrationProviders();
  yield* demonstrationForms();
}

/** Invented data to try the platform out with: flows of their own agency, indicators of their own names, files to import. */
export const demonstration = {
  flows: [demonstrationPrisons],
  indicators: [
    ...sdg16Indicators('MANDATA.DEMO:PRISONS', 'demo-'),
    ...prisonIndicators('MANDATA.DEMO:PRISONS', 'demo-'),
  ],
  files: [
    { flow: 'MANDATA.DEMO:PRISONS', mapping: 'prisons', name: 'demonstration-prisons.csv', lines: demonstrationFile },
  ],
};
