export { dumpTables } from './dump/dump-tables.ts';
export type { DumpSummary } from './dump/format.ts';
export { restoreTables } from './dump/restore-tables.ts';
export { lockDataFolder, type FolderLock } from './lock-folder.ts';
export { migrate } from './migrate.ts';
export { migrationsIn } from './migrations-in.ts';
export { openDatabase, type DatabaseSettings } from './open-database.ts';
export { retryConflicts } from './retry-conflicts.ts';
export type { Database, DatabaseLog, Handle, Migration, NoTables, OpenDatabase } from './types.ts';
