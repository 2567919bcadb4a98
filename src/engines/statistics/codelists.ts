import type { Text } from '#kernel/i18n/say.ts';
import { say } from '#kernel/i18n/say.ts';
import { findListOfCodes } from '#reference/index.ts';
import type { Attribute, Code, Codelist, Dimension } from './model/structure.ts';

/** A published or house code list of the reference floor as an artefact; versions get the three parts that SDMX 3.0 asks for. */
export function listed(id: string): Codelist {
  const list = findListOfCodes(id);
  if (list === undefined) throw new Error(`There is no code list ${id}.`);
  const version = [...list.version.split('.'), '0', '0'].slice(0, 3).join('.');
  return { agency: list.agency, id: list.id, version, name: list.name, codes: list.codes };
}

/** One code of a list of a flow's own: `code('BRIBERY', say('Bribery'), 'CRIME')`. */
export function code(id: string, name: Text, parent?: string): Code {
  return parent === undefined ? { id, name } : { id, name, parent };
}

/** A code list of a flow's own. */
export function codelist(id: string, name: Text, codes: readonly Code[], agency = 'MANDATA'): Codelist {
  return { agency, id, version: '1.0.0', name, codes };
}

export const frequency = (): Dimension => ({ id: 'FREQ', name: say('Frequency'), codelist: listed('CL_FREQ') });
export const referenceArea = (): Dimension => ({
  id: 'REF_AREA',
  name: say('Reference area'),
  codelist: listed('CL_AREA'),
});
export const sex = (): Dimension => ({ id: 'SEX', name: say('Sex'), codelist: listed('CL_SEX') });
export const age = (): Dimension => ({ id: 'AGE', name: say('Age'), codelist: listed('CL_AGE') });
export const unitMeasure = (): Dimension => ({
  id: 'UNIT_MEASURE',
  name: say('Unit of measure'),
  codelist: listed('CL_UNIT_MEASURE'),
});

/** Where the reporting State or the compiler took the figure from. */
export const sourceAttribute: Attribute = { id: 'SOURCE', name: say('Source'), required: false };

/** Every flow has these; CONF_STATUS decides which file of a release a figure is in. */
export const standardAttributes: readonly Attribute[] = [
  { id: 'OBS_STATUS', name: say('Observation status'), codelist: listed('CL_OBS_STATUS'), required: true },
  { id: 'CONF_STATUS', name: say('Confidentiality status'), codelist: listed('CL_CONF_STATUS'), required: true },
  { id: 'UNIT_MULT', name: say('Unit multiplier'), codelist: listed('CL_UNIT_MULT'), required: false },
  { id: 'DECIMALS', name: say('Decimals'), codelist: listed('CL_DECIMALS'), required: false },
  { id: 'COMMENT_OBS', name: say('Comments to the observation value'), required: false },
];
