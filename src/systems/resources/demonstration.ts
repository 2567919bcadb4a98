import type { SeedRecord } from '#engines/registers/index.ts';
import arms from './demonstration/arms-terrorism-cyber.json' with { type: 'json' };
import corruption from './demonstration/corruption.json' with { type: 'json' };
import drugs from './demonstration/drugs-and-trafficking.json' with { type: 'json' };
import environment from './demonstration/environment-heritage.json' with { type: 'json' };
import justice from './demonstration/justice-and-prisons.json' with { type: 'json' };
import organizedCrime from './demonstration/organized-crime.json' with { type: 'json' };
import { resourceRecord, type Work } from './demonstration/resource-record.ts';

/** Invented works of every kind and theme; an edition comes after the one that it replaces. */
export function demonstrationResources(): readonly SeedRecord[] {
  const works = [organizedCrime, corruption, drugs, arms, environment, justice].flat() as unknown as readonly Work[];
  return works.map(resourceRecord);
}
