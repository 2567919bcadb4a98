export { findAcceptanceReport } from './acceptance-report.ts';
export { catalogue, type SystemEntry } from './catalogue.ts';
export { listSystems, type SystemState } from './list-systems.ts';
