export { treaties } from './treaties-register.ts';
export { treatyActions } from './actions-register.ts';
export { referenceRecords } from './records/reference-records.ts';
export { demonstrationRecords } from './demonstration/demonstration-records.ts';
export { openLogs, type TreatyLogs } from './log/open-log.ts';
export { treatyPageRoutes, type TreatyPageDeps } from './pages/routes.ts';
export { treatiesPart } from './place-part.ts';
