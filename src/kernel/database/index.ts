export { migrate } from './migrate.ts';
export { migrationsIn } from './migrations-in.ts';
export { retryConflicts } from './retry-conflicts.ts';
export type { Database, DatabaseLog, Handle, Migration, NoTables, OpenDatabase } from './types.ts';
