import { migrationsIn } from '#kernel/database/index.ts';

/** Steps of this engine's tables, for the house to run. */
export const registersMigrations = migrationsIn(import.meta.url, 'registers');
