import type { Codelist, Dataflow } from '../../model/structure.ts';
import type { FixtureRelease } from './memory-store.ts';

const at = { agency: 'TEST', version: '1.0.0' } as const;

function list(id: string, codes: Codelist['codes']): Codelist {
  return { ...at, id, name: { en: id, fr: `${id} (fr)` }, codes };
}

/** A small flow of prison figures: two dimensions, free text, names in three languages. */
export const prisons: Dataflow = {
  ...at,
  id: 'PRISONS',
  name: { en: 'Prisons', fr: 'Prisons', ar: 'السجون' },
  description: { en: 'Persons held, by sex' },
  themes: ['JUSTICE'],
  structure: {
    ...at,
    id: 'DSD_PRISONS',
    name: { en: 'Structure of prison figures' },
    dimensions: [
      {
        id: 'REF_AREA',
        name: { en: 'Area', fr: 'Zone' },
        codelist: list('CL_AREA', [
          { id: 'W', name: { en: 'World', fr: 'Monde' } },
          { id: 'KEN', name: { en: 'Kenya' }, parent: 'W' },
          { id: 'PER', name: { en: 'Peru', fr: 'Pérou', es: 'Perú' }, parent: 'W' },
        ]),
      },
      {
        id: 'SEX',
        name: { en: 'Sex', fr: 'Sexe' },
        codelist: list('CL_SEX', [
          { id: '_T', name: { en: 'Total' } },
          { id: 'F', name: { en: 'Female', fr: 'Femmes' } },
          { id: 'M', name: { en: 'Male', fr: 'Hommes' } },
        ]),
      },
    ],
    attributes: [
      {
        id: 'OBS_STATUS',
        name: { en: 'Status' },
        required: true,
        codelist: list('CL_OBS_STATUS', [
          { id: 'A', name: { en: 'Normal' } },
          { id: 'Q', name: { en: 'Suppressed' } },
        ]),
      },
      { id: 'COMMENT', name: { en: 'Comment' }, required: false },
    ],
  },
};

const normal = { OBS_STATUS: 'A' } as const;

/** Two releases: the second revises one figure, adds one and drops one. */
export const prisonReleases: readonly FixtureRelease[] = [
  {
    flow: prisons,
    release: 1,
    releasedAt: new Date('2023-05-01T08:00:00Z'),
    rows: [
      { key: ['KEN', 'F'], period: '2020', value: 10, attributes: normal },
      { key: ['KEN', 'F'], period: '2021', value: 11.5, attributes: normal },
      { key: ['KEN', 'M'], period: '2020', value: 100, attributes: normal },
      { key: ['PER', 'F'], period: '2020', attributes: { OBS_STATUS: 'Q', COMMENT: '=1+1 <hidden> "5"' } },
    ],
  },
  {
    flow: prisons,
    release: 2,
    releasedAt: new Date('2024-05-01T08:00:00Z'),
    rows: [
      { key: ['KEN', 'F'], period: '2020', value: 10, attributes: normal },
      { key: ['KEN', 'F'], period: '2021', value: 12, attributes: normal, since: 2 },
      { key: ['KEN', 'F'], period: '2022-Q1', value: 3, attributes: normal, since: 2 },
      { key: ['PER', 'F'], period: '2020', attributes: { OBS_STATUS: 'Q', COMMENT: '=1+1 <hidden> "5"' } },
    ],
  },
];
