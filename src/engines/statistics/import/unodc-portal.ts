import { say } from '#kernel/i18n/say.ts';
import { units } from '#reference/index.ts';
import {
  countRate,
  coverage,
  duplicateKey,
  jump,
  partsOfTotal,
  percentage,
  plausiblePeriod,
  wholeAndNotNegative,
} from '../checks/constructors.ts';
import { age, codelist, frequency, listed, referenceArea, sex, sourceAttribute, unitMeasure } from '../codelists.ts';
import type { FlowDefinition } from '../definition.ts';
import { defineFlow, dimension } from '../definition.ts';
import type { Code, Codelist } from '../model/structure.ts';
import { areaSpellings } from './area-spellings.ts';
import { portalLicence } from './portal-licence.ts';
import { agesMadeOf, always, codesIn, codesMadeOf, defineMapping, from, textIn } from './mapping.ts';

/** Labels of units as the portal writes them. */
const unitLabels = Object.fromEntries(
  units.flatMap(({ id, labels }) => labels.map((label): [string, string] => [label, id])),
);

/** Sex as the portal's workbooks write it. */
export const sexesOfPortal = from('Sex', [
  ['Total', '_T'],
  ['Male', 'M'],
  ['Female', 'F'],
  ['Unknown', '_U'],
  ['Not specified', '_N'],
  ['Other', '_O'],
]);

const ages: Readonly<Record<string, string>> = {
  Total: '_T',
  'All ages': '_T',
  Adult: 'ADULT',
  Adults: 'ADULT',
  Juveniles: 'JUVENILE',
  Juvenile: 'JUVENILE',
  Children: 'JUVENILE',
  Unknown: '_U',
};

/** Age as the portal's workbooks write it, where national law draws the line. */
export const agesOfPortal = from('Age', Object.entries(ages));

/** Any workbook of the UNODC data portal: one row a figure, the codes of what it is about made of the words themselves. */
export const unodcPortal = defineMapping({
  id: 'unodc-portal',
  dimensions: {
    FREQ: always('A'),
    REF_AREA: codesIn('Iso3_code', areaSpellings),
    INDICATOR: codesMadeOf('Indicator'),
    DIMENSION: codesMadeOf('Dimension'),
    CATEGORY: codesMadeOf('Category'),
    SEX: sexesOfPortal,
    AGE: agesMadeOf('Age', ages),
    UNIT_MEASURE: codesMadeOf('Unit of measurement', unitLabels),
  },
  period: 'Year',
  value: ['VALUE', 'txtVALUE'],
  attributes: { SOURCE: textIn('Source') },
  statuses: [{ column: 'Source', contains: 'estimate', status: 'E' }],
  counts: { dimension: 'UNIT_MEASURE', codes: ['NUMBER', 'PS'] },
});

/** Codes that files brought to a flow, by dimension. */
export type BroughtCodes = Readonly<Record<string, readonly Code[]>>;

/** A flow for one kind of portal workbook, with the codes that its files have brought so far. */
export function portalFlow(id: string, brought: BroughtCodes): FlowDefinition {
  const flow = id.slice(id.indexOf(':') + 1);
  const own = (name: string, title: Codelist['name']): Codelist =>
    codelist(`CL_${flow}_${name}`, title, brought[name] ?? []);
  const extended = (name: string, list: Codelist): Codelist => {
    const known = new Set(list.codes.map((code) => code.id));
    const added = (brought[name] ?? []).filter((code) => !known.has(code.id));
    return added.length === 0
      ? list
      : { ...list, agency: 'MANDATA', id: `CL_${flow}_${name}`, codes: [...list.codes, ...added] };
  };
  return defineFlow({
    id,
    name: say('{flow} (workbook of the UNODC data portal)', { flow }),
    dimensions: [
      frequency(),
      referenceArea(),
      dimension('INDICATOR', say('Indicator'), own('INDICATOR', say('Indicator'))),
      dimension('DIMENSION', say('Broken down by'), own('DIMENSION', say('Broken down by'))),
      dimension('CATEGORY', say('Category'), own('CATEGORY', say('Category'))),
      sex(),
      { ...age(), codelist: extended('AGE', listed('CL_AGE')) },
      { ...unitMeasure(), codelist: extended('UNIT_MEASURE', listed('CL_UNIT_MEASURE')) },
    ],
    attributes: [sourceAttribute],
    checks: [
      plausiblePeriod(),
      percentage({ of: { UNIT_MEASURE: 'PT' } }),
      wholeAndNotNegative({ of: { UNIT_MEASURE: 'NUMBER' }, fractions: 'warning' }),
      duplicateKey(),
      partsOfTotal({ dimension: 'SEX', parts: ['M', 'F'], of: { UNIT_MEASURE: 'NUMBER' } }),
      countRate({ count: 'NUMBER', rate: 'PER_100000_POP', populationBy: ['SEX', 'AGE'] }),
      jump({ of: { UNIT_MEASURE: 'NUMBER' } }),
      coverage({ of: { UNIT_MEASURE: 'NUMBER' } }),
    ],
    mappings: { 'unodc-portal': unodcPortal },
    mapping: 'unodc-portal',
    publisher: 'United Nations Office on Drugs and Crime',
    licence: portalLicence,
    grows: true,
  });
}
