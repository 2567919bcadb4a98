import { migrationsIn } from '#kernel/database/index.ts';

/** Steps of the workspace's own tables; they run after the engine's. */
export const workMigrations = migrationsIn(import.meta.url, 'statistics-work');
