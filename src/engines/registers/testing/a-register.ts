import { say } from '#kernel/i18n/say.ts';
import { defineRegister } from '../definition.ts';
import { defineCodeList } from '../fields/code-list.ts';
import {
  code,
  country,
  date,
  file,
  group,
  identifier,
  language,
  link,
  longText,
  money,
  number,
  party,
  period,
  point,
  quantity,
  reference,
  richText,
  text,
  yesNo,
} from '../fields/constructors.ts';

const themes = defineCodeList('themes', 'Themes', [
  { id: 'crime', label: 'Crime' },
  { id: 'corruption', label: 'Corruption', broader: 'crime' },
  { id: 'bribery', label: 'Bribery', broader: 'corruption' },
  { id: 'drugs', label: 'Drugs' },
]);
const channels = defineCodeList('channels', 'Channels', [
  { id: 'post', label: 'Post' },
  { id: 'mail', label: 'E-mail' },
]);

/** A register with every kind of field, some of them closed to those outside an audience. */
export const laws = defineRegister({
  id: 'laws',
  title: 'Laws',
  one: 'Law',
  about: 'Laws to test with.',
  sources: ['A/72/125 para 34'],
  titleField: 'name',
  keyField: 'symbol',
  stateField: 'country',
  fields: {
    name: text('Name').translatable().required().search('high'),
    symbol: text('Symbol').unique().sortable(),
    country: country('State').required().facet().sortable(),
    themes: code('Themes', themes).many().facet(),
    adopted: date('Adopted').facet().sortable(),
    valid: period('In force').facet(),
    seats: number('Seats', { least: 0 }).sortable(),
    fine: money('Highest fine').sortable(),
    amount: quantity('Amount', ['kg', 'g']),
    binding: yesNo('Binding').facet(),
    body: richText('Text').translatable().search(),
    summary: longText('Summary').search('low'),
    tongues: language('Languages').many().facet(),
    cites: reference('Cites', { register: 'laws', relation: 'cites', inverse: say('Cited by') })
      .many()
      .facet(),
    amends: reference('Amends', { register: 'laws', relation: 'amends', inverse: say('Amended by') }),
    drafter: party('Drafted by'),
    seat: point('Seat'),
    scan: file('Scan'),
    page: link('Page'),
    ecli: identifier('ECLI', 'ecli'),
    contacts: group('Contacts', {
      channel: code('Channel', channels).facet(),
      office: text('Office'),
      address: text('Address').audience('authorities'),
      law: reference('Under', { register: 'laws', relation: 'under', inverse: say('Contacts under it') }),
    }).many(),
    urgent: text('Urgent contact').audience('authorities').unique(),
    note: text('Note of the State').audience('own-state'),
    reviewer: text('Note of the office').audience('office').sortable(),
    grade: code('Grade', themes).audience('authorities').facet(),
    source: reference('Source', { register: 'laws', relation: 'from', inverse: say('Source of') }).audience(
      'authorities',
    ),
  },
  rules: [
    {
      id: 'adopted-before-in-force',
      find: ({ adopted, valid }) =>
        adopted !== undefined && valid?.from !== undefined && valid.from < adopted
          ? [{ severity: 'warning', field: 'valid', said: 'In force before it was adopted.' }]
          : [],
    },
  ],
});
