import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineCodeList,
  defineRegister,
  group,
  language,
  link,
  longText,
  reference,
  richText,
  text,
  yesNo,
} from '#engines/registers/index.ts';
import { reachableRule } from './check-reachable.ts';

const functions = defineCodeList('authority-functions', say('Kinds of assistance'), lawTerms('authority-functions'));
const channels = defineCodeList('channels', say('Channels'), lawTerms('channels'));

/** Whom to write to, in which language, by which channel, for which kind of assistance under which treaty. */
export const competentAuthorities = defineRegister({
  id: 'competent-authorities',
  title: say('Competent national authorities'),
  one: say('Competent authority'),
  about: say(
    'Whom to write to in another State, in which language and by which channel, for which kind of assistance under which treaty.',
  ),
  sources: ['A/72/125 para 14'],
  titleField: 'name',
  stateField: 'country',
  order: 'country',
  verification: { field: 'verifiedOn', months: 12 },
  fields: {
    country: country(say('State')).required().facet().sortable().column(),
    name: text(say('Name')).translatable().required().column().search('high'),
    parent: text(say('Ministry or body above it')).translatable().search(),
    roles: group(say('Designations'), {
      function: code(say('Kind of assistance'), functions),
      treaty: reference(say('Treaty'), {
        register: 'treaties',
        relation: 'competent-under',
        inverse: say('Competent authorities under this treaty'),
      }),
      article: text(say('Article')),
      note: text(say('Note')).translatable(),
    })
      .many()
      .required(),
    functions: code(say('Kinds of assistance'), functions).many().required().facet().column(),
    treaties: reference(say('Treaties'), {
      register: 'treaties',
      relation: 'competent-under',
      inverse: say('Competent authorities under this treaty'),
    })
      .many()
      .facet(),
    languages: language(say('Languages accepted')).many().required().facet().column(),
    translationNeeded: yesNo(say('Translation must be certified')),
    treatyIsBasis: yesNo(say('Accepts the treaty as legal basis')).facet(),
    formats: code(say('Channels'), channels).many().required().facet(),
    requirements: richText(say('Legal and procedural requirements')).translatable().search('low'),
    urgentProcedure: longText(say('What to do when it is urgent')).translatable(),
    hours: text(say('Hours')).help(say('Local time, such as Mon–Fri 08:00–16:30.')),
    timeZone: text(say('Time zone')).help(say('IANA name, such as Africa/Nairobi.')),
    web: link(say('Website')).many(),
    address: longText(say('Postal address')).audience('authorities'),
    email: text(say('E-mail')).many().audience('authorities'),
    telephone: text(say('Telephone')).many().audience('authorities'),
    urgentContact: text(say('Urgent contact, day and night')).audience('authorities'),
    laws: reference(say('National law'), {
      register: 'laws',
      relation: 'governed-by',
      inverse: say('Authorities under this law'),
    }).many(),
    verifiedOn: date(say('Verified on')).required().sortable().column(),
  },
  rules: [reachableRule],
  jsonLd: {
    type: 'GovernmentOrganization',
    properties: { name: 'name', country: 'areaServed', languages: 'knowsLanguage', web: 'url' },
  },
});
