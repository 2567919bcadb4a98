import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineRegister,
  file,
  group,
  language,
  link,
  reference,
  text,
  yesNo,
  type RecordData,
} from '#engines/registers/index.ts';
import { lawRules } from './law-rules.ts';
import { crimeTypes, lawKinds, versionKinds } from './terms.ts';

const fields = {
  key: text(say('Short identifier'))
    .required()
    .unique()
    .search('high')
    .help(say('Code of the State, year and number: ken-2010-9.')),
  name: text(say('Title')).translatable().required().search('high'),
  originalTitle: text(say('Original title')).search('high'),
  originalLanguage: language(say('Language of the original')).facet(),
  transliteration: text(say('Original title in Latin letters')).search(),
  jurisdiction: country(say('State'), { subNational: true }).required().facet().sortable().column(),
  kind: code(say('Kind of law'), lawKinds).required().facet().column(),
  number: text(say('Number of the law')).required().search('high'),
  adopted: date(say('Adopted')).required().facet().sortable().column(),
  inForce: date(say('In force since')).sortable(),
  repealed: date(say('Repealed')).sortable().help(say('Day from which it no longer holds.')),
  amends: reference(say('Amends'), { register: 'laws', relation: 'amends', inverse: say('Amended by') }).many(),
  subjects: code(say('Crime types'), crimeTypes).many().facet().column(),
  gazette: group(say('Official gazette'), {
    title: text(say('Gazette')),
    number: text(say('Number')),
    date: date(say('Date')),
    page: text(say('Page')),
  }),
  versions: group(say('Language versions'), {
    language: language(say('Language')),
    kind: code(say('Kind of language version'), versionKinds),
  }).many(),
  verifiedByState: yesNo(say('Verified by the State')).facet(),
  verifiedOn: date(say('Verified on')),
  work: text(say('Address of the work'))
    .search('low')
    .help(say('By the Akoma Ntoso naming convention: /akn/ke/act/2010-03-01/9.')),
  files: file(say('Files')).many(),
  web: link(say('Address of the source')),
};

export type LawData = RecordData<typeof fields>;

/** Laws of States as works: what each is called, how it was made, since when it holds. Its text is in the provisions. */
export const laws = defineRegister({
  id: 'laws',
  title: say('Laws'),
  one: say('Law'),
  about: say(
    'National laws on crime and on cooperation between States, with their provisions as they read on any day and the treaty articles that they answer to.',
  ),
  sources: ['A/72/125 para 34', 'E/CN.7/2022/3 para 59', 'E/CN.7/2024/3 para 42'],
  titleField: 'name',
  keyField: 'key',
  stateField: 'jurisdiction',
  order: '-adopted',
  verification: { field: 'verifiedOn', months: 24 },
  fields,
  rules: lawRules,
  ownPage: { label: say('Read the law'), path: ({ id }) => `/legislation/laws/${encodeURIComponent(id)}` },
  jsonLd: {
    type: 'Legislation',
    properties: {
      name: 'name',
      number: 'legislationIdentifier',
      kind: 'legislationType',
      adopted: 'legislationDate',
      jurisdiction: 'legislationJurisdiction',
      subjects: 'about',
    },
  },
});
