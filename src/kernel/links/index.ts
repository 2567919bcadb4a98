import { migrationsIn } from '#kernel/database/index.ts';

export { citationsOf, citedBy, countCitedBy } from './find-links.ts';
export type { Link, Place } from './link.ts';
export { addAllCitations, addCitations, replaceCitations, type Citation } from './replace-citations.ts';

export const linksMigrations = migrationsIn(import.meta.url, 'links');
