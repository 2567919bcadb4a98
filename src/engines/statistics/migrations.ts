import { migrationsIn } from '#kernel/database/index.ts';

/** Steps of this engine's tables, for the house to run. */
export const statisticsMigrations = migrationsIn(import.meta.url, 'statistics');
