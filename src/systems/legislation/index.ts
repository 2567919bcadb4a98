export { laws } from './laws-register.ts';
export { provisions } from './provisions-register.ts';
export { coverage } from './coverage-register.ts';
export { demonstrationRecords } from './demonstration/demonstration-records.ts';
export { importLaw, type ImportedLaw } from './import-law.ts';
export { legislationPageRoutes, type LegislationPageDeps } from './pages/routes.ts';
export { legislationPart } from './place-part.ts';
