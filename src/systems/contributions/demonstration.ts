import type { SeedRecord } from '#engines/registers/index.ts';
import contributions from './demonstration.json' with { type: 'json' };

/** Invented submissions; no State sent in anything of the kind, and the sessions named say nothing about the real ones. */
export function demonstrationContributions(): readonly SeedRecord[] {
  return contributions.map(({ id, themes, ...submission }): SeedRecord => ({
    register: 'contributions',
    id: `demo-contribution-${id}`,
    demonstration: true,
    data: {
      ...submission,
      themes: themes.split(' '),
      web: [{ url: `https://contributions.example.org/${submission.country.toLowerCase()}/${id}` }],
    },
  }));
}
