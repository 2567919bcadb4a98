import { say } from '#kernel/i18n/index.ts';
import { findListOfCodes } from '#reference/index.ts';
import type { Attribute, Codelist, Dataflow, Dimension } from '../../model/structure.ts';

function listed(id: string): Codelist {
  const list = findListOfCodes(id);
  if (list === undefined) throw new Error(`There is no code list ${id}.`);
  return { agency: list.agency, id, version: '1.0.0', name: list.name, codes: list.codes };
}

const dimension = (id: string, name: Dimension['name'], codelist: Codelist): Dimension => ({ id, name, codelist });
const attribute = (id: string, name: Attribute['name'], list?: string): Attribute => ({
  id,
  name,
  required: list !== undefined,
  ...(list !== undefined && { codelist: listed(list) }),
});

const indicators: Codelist = {
  agency: 'MANDATA.DEMO',
  id: 'CL_CUSTODY',
  version: '1.0.0',
  name: say('Custody indicators'),
  codes: [
    { id: 'HELD', name: { en: 'Persons held in prisons', ar: 'الأشخاص المحتجزون في السجون', fr: 'Personnes détenues' } },
    {
      id: 'UNSENTENCED',
      name: {
        en: 'Unsentenced persons held',
        ar: 'المحتجزون غير المحكوم عليهم',
        fr: 'Personnes détenues non condamnées',
      },
    },
    {
      id: 'RATE',
      name: { en: 'Persons held per 100,000 population', ar: 'المحتجزون لكل 100 ألف نسمة', fr: 'Taux de détention' },
    },
    { id: 'ESCAPES', name: { en: 'Escapes' } },
  ],
};

/** A flow of invented figures for tests and screenshots. Its last indicator has none at all. */
export const custody: Dataflow = {
  agency: 'MANDATA.DEMO',
  id: 'CUSTODY',
  version: '1.0.0',
  name: {
    en: 'Persons held in custody (invented)',
    ar: 'الأشخاص المحتجزون (بيانات مختلقة)',
    fr: 'Personnes détenues (inventé)',
  },
  description: {
    en: 'Invented figures that show what can be done with real ones: persons held, those without a sentence, and their rate.',
  },
  structure: {
    agency: 'MANDATA.DEMO',
    id: 'DSD_CUSTODY',
    version: '1.0.0',
    name: say('Custody'),
    dimensions: [
      dimension('FREQ', say('Frequency'), listed('CL_FREQ')),
      dimension('REF_AREA', say('Reference area'), listed('CL_AREA')),
      dimension('INDICATOR', { en: 'Indicator', ar: 'المؤشر', fr: 'Indicateur' }, indicators),
      dimension('SEX', say('Sex'), listed('CL_SEX')),
      dimension('UNIT_MEASURE', say('Unit of measure'), listed('CL_UNIT_MEASURE')),
    ],
    attributes: [
      attribute('OBS_STATUS', say('Observation status'), 'CL_OBS_STATUS'),
      attribute('CONF_STATUS', say('Confidentiality status'), 'CL_CONF_STATUS'),
      attribute('UNIT_MULT', say('Unit multiplier'), 'CL_UNIT_MULT'),
      attribute('DECIMALS', say('Decimals'), 'CL_DECIMALS'),
      attribute('COMMENT_OBS', say('Comments to the observation value')),
      attribute('SOURCE', say('Source')),
    ],
  },
  themes: ['justice', 'prisons'],
};
