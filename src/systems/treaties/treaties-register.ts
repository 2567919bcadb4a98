import { say } from '#kernel/i18n/say.ts';
import { code, date, defineRegister, group, number, reference, text, yesNo } from '#engines/registers/index.ts';
import { confidenceLevels, treatyGroups, treatySubjects } from './terms.ts';

/** The instruments that the programme works with, and what is known of them. */
export const treaties = defineRegister({
  id: 'treaties',
  title: say('Treaties'),
  one: say('Treaty'),
  about: say(
    'The instruments against organized crime, corruption, drugs, terrorism and cybercrime, with their articles and who is bound by them.',
  ),
  sources: [
    'A/72/125 para 13',
    'A/72/125 para 30',
    'E/CN.7/2022/3 para 71',
    'A/77/127 paras 48, 54 and 61',
    'E/CN.7/2024/3 paras 43 and 74',
  ],
  titleField: 'name',
  keyField: 'key',
  order: 'adopted',
  writers: { administrator: 'any', operator: 'any', 'programme-manager': 'any' },
  fields: {
    key: text(say('Short identifier'))
      .required()
      .unique()
      .search('high')
      .help(say('Small letters and digits, as in addresses: untoc, ct-05.')),
    name: text(say('Official title')).translatable().required().search('high'),
    short: text(say('Short title')).translatable().required().column().search('high'),
    group: code(say('Group of instruments'), treatyGroups).required().facet().column(),
    subjects: code(say('Subject'), treatySubjects).many().facet(),
    adopted: date(say('Adopted')).required().facet().sortable().column(),
    place: text(say('Place of adoption')),
    inForce: date(say('In force since')).sortable().column(),
    inForceNote: text(say('Note on the entry into force')),
    depositary: text(say('Depositary')).search('low'),
    parent: reference(say('Supplements or amends'), {
      register: 'treaties',
      relation: 'supplements',
      inverse: say('Protocols and amendments'),
    }),
    needsParent: yesNo(say('Only for parties to the treaty that it supplements')),
    articleCount: number(say('Number of articles'), { least: 1, most: 200 }),
    articles: group(say('Articles'), {
      number: text(say('Article')),
      heading: text(say('Heading')).translatable(),
      legislation: yesNo(say('Asks States for legislation')),
    }).many(),
    confidence: code(say('Compared with a published text'), confidenceLevels).required().facet(),
    verified: text(say('What was compared, and with what')),
    note: text(say('Note')),
  },
  ownPage: { label: say('Who is bound'), path: ({ id }) => `/treaties/${encodeURIComponent(id)}` },
  jsonLd: {
    type: 'Legislation',
    properties: { name: 'name', short: 'alternateName', adopted: 'legislationDate', key: 'legislationIdentifier' },
  },
});
