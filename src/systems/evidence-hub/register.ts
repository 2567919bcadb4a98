import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineCodeList,
  defineRegister,
  file,
  group,
  language,
  link,
  longText,
  number,
  reference,
  richText,
  text,
  yesNo,
} from '#engines/registers/index.ts';

const dataKinds = defineCodeList('provider-data', say('Kinds of data'), lawTerms('provider-data'));
const services = defineCodeList('provider-services', say('Kinds of service'), [
  { id: 'messaging', label: say('Messaging and calls') },
  { id: 'social', label: say('Social network') },
  { id: 'email', label: say('E-mail service') },
  { id: 'storage', label: say('Storage and sharing of files') },
  { id: 'access', label: say('Internet access') },
  { id: 'hosting', label: say('Hosting and domain names') },
  { id: 'payment', label: say('Payment and virtual assets') },
  { id: 'market', label: say('Marketplace') },
]);
const formKinds = defineCodeList('evidence-forms', say('Kinds of form'), [
  { id: 'preservation', label: say('Preservation request') },
  { id: 'disclosure', label: say('Disclosure request to a provider') },
  { id: 'emergency', label: say('Emergency disclosure request') },
  { id: 'assistance-stored', label: say('Mutual assistance: stored data') },
  { id: 'assistance-real-time', label: say('Mutual assistance: traffic data in real time') },
]);

/** Service providers: what they keep, for how long, on which legal process they disclose it, and how to reach them. */
export const evidenceProviders = defineRegister({
  id: 'evidence-providers',
  title: say('Service providers'),
  one: say('Service provider'),
  about: say('What providers keep and for how long, on which legal process they disclose it, and how to reach them.'),
  sources: ['E/CN.7/2022/3 para 77', 'E/CN.7/2024/3 para 82'],
  titleField: 'name',
  order: 'name',
  verification: { field: 'verifiedOn', months: 6 },
  fields: {
    name: text(say('Name')).required().sortable().column().search('high'),
    country: country(say('Seat')).required().facet().sortable().column(),
    services: code(say('Kinds of service'), services).many().required().facet().column(),
    data: group(say('Data kept'), {
      kind: code(say('Kind of data'), dataKinds),
      what: text(say('What it holds')).translatable(),
      days: number(say('Kept for (days)'), { least: 0 }),
      process: text(say('Legal process needed')).translatable(),
    })
      .many()
      .required(),
    dataKinds: code(say('Kinds of data'), dataKinds).many().facet(),
    preserves: yesNo(say('Preserves on request')).facet(),
    preservationDays: number(say('Preservation (days)'), { least: 0 }),
    notifies: yesNo(say('Tells its user of a request')).facet(),
    foreign: yesNo(say('Answers authorities of other States directly')).facet(),
    languages: language(say('Languages accepted')).many().facet(),
    process: richText(say('How to ask')).translatable().search(),
    channel: text(say('Channel for requests')).audience('authorities'),
    emergencyChannel: text(say('Emergency channel')).audience('authorities'),
    guide: link(say('Guide of the provider')),
    verifiedOn: date(say('Verified on')).required().sortable().column(),
  },
  jsonLd: { type: 'Organization', properties: { name: 'name', country: 'address', guide: 'url' } },
});

/** Model forms for preserving and disclosing electronic evidence, filled in and exported here. */
export const evidenceForms = defineRegister({
  id: 'evidence-forms',
  title: say('Model forms for electronic evidence'),
  one: say('Model form'),
  about: say(
    'Forms for preserving and disclosing electronic evidence: fill one in, check it, and take it away as a document.',
  ),
  sources: ['E/CN.7/2022/3 para 77', 'E/CN.7/2024/3 para 82'],
  titleField: 'name',
  summaryField: 'use',
  fields: {
    name: text(say('Name')).translatable().required().column().search('high'),
    kind: code(say('Kind of form'), formKinds).required().facet().column(),
    use: longText(say('When to use it')).translatable().required().search(),
    basis: reference(say('Treaty'), {
      register: 'treaties',
      relation: 'based-on',
      inverse: say('Model forms under this treaty'),
    }).many(),
    parts: group(say('Parts'), {
      key: text(say('Key')),
      heading: text(say('Heading')).translatable(),
      prompt: longText(say('What to write')).translatable(),
      required: yesNo(say('Must be filled in')),
    })
      .many()
      .required(),
    files: file(say('As published')).many(),
  },
});
