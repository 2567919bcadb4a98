import { readdirSync, readFileSync } from 'node:fs';
import type { Migration } from './types.ts';

/** Reads `./migrations/NNNN-name.sql` beside the caller (`import.meta.url`), in order of their numbers. */
export function migrationsIn(moduleUrl: string, area: string): readonly Migration[] {
  const folder = new URL('./migrations/', moduleUrl);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const numbers = new Set<string>();
  return files.map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined) throw new Error(`${area}: the migration ${name} is not named NNNN-what-it-does.sql.`);
    if (numbers.has(number)) throw new Error(`${area}: two migrations carry the number ${number}.`);
    numbers.add(number);
    return { id: `${area}/${name.slice(0, -'.sql'.length)}`, sql: readFileSync(new URL(name, folder), 'utf8') };
  });
}
