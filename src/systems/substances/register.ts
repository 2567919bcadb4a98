import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  code,
  date,
  defineCodeList,
  defineRegister,
  group,
  identifier,
  language,
  link,
  number,
  richText,
  text,
} from '#engines/registers/index.ts';
import { scheduleRules } from './check-schedules.ts';

const schedules = defineCodeList('drug-schedules', say('Schedules'), lawTerms('drug-schedules'));
const groups = defineCodeList('substance-groups', say('Groups'), [
  { id: 'opioids', label: say('Opioids') },
  { id: 'cannabinoids', label: say('Cannabinoids') },
  { id: 'stimulants', label: say('Stimulants') },
  { id: 'hallucinogens', label: say('Hallucinogens') },
  { id: 'sedatives', label: say('Sedatives and tranquillizers') },
  { id: 'dissociatives', label: say('Dissociatives') },
  { id: 'precursors', label: say('Precursors') },
  { id: 'plants', label: say('Plants and plant material') },
]);
const nameKinds = defineCodeList('substance-name-kinds', say('Kinds of name'), [
  { id: 'inn', label: say('International non-proprietary name') },
  { id: 'chemical', label: say('Chemical name') },
  { id: 'common', label: say('Common name') },
  { id: 'trade', label: say('Trade name') },
  { id: 'street', label: say('Street name') },
  { id: 'code', label: say('Code') },
]);
const acts = defineCodeList('scheduling-acts', say('Decisions'), [
  { id: 'included', label: say('Included') },
  { id: 'transferred', label: say('Transferred') },
  { id: 'deleted', label: say('Deleted') },
]);

/** Controlled substances under all their names, with every decision that placed them under control. */
export const substances = defineRegister({
  id: 'substances',
  title: say('Controlled substances'),
  one: say('Substance'),
  about: say(
    'Substances under international control: every name in every language and script, identifiers, and the schedule they were in on any day.',
  ),
  sources: ['E/CN.7/2022/3 para 27', 'E/CN.7/2024/3 para 29'],
  titleField: 'name',
  keyField: 'code',
  order: 'name',
  fields: {
    code: text(say('Code'))
      .required()
      .unique()
      .search('high')
      .help(say('Small letters and hyphens, such as methamphetamine.')),
    name: text(say('Name')).translatable().required().column().search('high'),
    group: code(say('Group'), groups).required().facet().sortable().column(),
    names: group(say('Other names'), {
      name: text(say('Name')).search('high'),
      language: language(say('Language')),
      kind: code(say('Kind of name'), nameKinds),
    }).many(),
    cas: identifier(say('CAS number'), 'cas').unique().search('high').column(),
    inchikey: identifier(say('InChIKey'), 'inchikey').unique().search('high'),
    formula: text(say('Molecular formula')).search(),
    mass: number(say('Molar mass (g/mol)'), { least: 0, decimals: 3 }),
    decisions: group(say('Decisions on control'), {
      act: code(say('Decision'), acts),
      schedule: code(say('Schedule'), schedules),
      decided: date(say('Decided')),
      effective: date(say('In effect from')),
      symbol: text(say('Document')),
      note: text(say('Note')),
    }).many(),
    schedules: code(say('Schedules now'), schedules).many().facet().column(),
    effects: richText(say('Effects and risks')).translatable().search('low'),
    identification: richText(say('Identification')).translatable().search('low'),
    confidence: text(say('What has been verified'))
      .required()
      .help(say('Which of these facts were compared with a published text, and with which.')),
    sources: link(say('Sources')).many(),
  },
  rules: scheduleRules,
  jsonLd: {
    type: 'ChemicalSubstance',
    properties: { name: 'name', formula: 'chemicalComposition', cas: 'identifier' },
  },
});
