import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineRegister,
  longText,
  number,
  reference,
  text,
  type RecordData,
  type RecordRule,
} from '#engines/registers/index.ts';
import { provisionKindList } from './terms.ts';

const fields = {
  key: text(say('Short identifier'))
    .required()
    .unique()
    .help(say('Law, provision and first day: ken-2010-9-sec_5-2010-06-01.')),
  heading: text(say('Heading')).translatable().required().search('high'),
  law: reference(say('Law'), { register: 'laws', relation: 'part-of', inverse: say('Provisions') })
    .required()
    .facet()
    .column(),
  jurisdiction: country(say('State'), { subNational: true }).required().facet(),
  kind: code(say('Kind of provision'), provisionKindList).required(),
  number: text(say('Number')).required().column().search(),
  eId: text(say('Identifier in the text'))
    .required()
    .help(say('By the Akoma Ntoso naming convention: sec_5, art_12bis. All versions of a provision have the same.')),
  order: number(say('Place in the law'), { least: 0, most: 100_000 }).required(),
  wording: longText(say('Text')).translatable().required().search(),
  from: date(say('Reads so from')).required().sortable().column(),
  to: date(say('Reads so until')).sortable().help(say('Last day; empty while it still does.')),
};

type ProvisionData = RecordData<typeof fields>;

const rules: readonly RecordRule<ProvisionData>[] = [
  {
    id: 'whole-days',
    find: ({ from, to }) =>
      [['from', from] as const, ['to', to] as const].flatMap(([field, day]) =>
        day !== undefined && day.length < 10
          ? [{ severity: 'error', field, said: say('Give day, month and year: the text on a day is found by it.') }]
          : [],
      ),
  },
  {
    id: 'ends-after-start',
    find: ({ from, to }) =>
      from !== undefined && to !== undefined && to < from
        ? [{ severity: 'error', field: 'to', said: say('It cannot end before it begins.') }]
        : [],
  },
  {
    id: 'anchor-form',
    find: ({ eId }) =>
      eId !== undefined && !/^[\p{L}\p{N}_-]+$/u.test(eId)
        ? [
            {
              severity: 'error',
              field: 'eId',
              said: say('Only letters, figures, hyphens and low lines can stand in an identifier of the text.'),
            },
          ]
        : [],
  },
];

/** Provisions of laws, each as it reads from one day to another. */
export const provisions = defineRegister({
  id: 'provisions',
  title: say('Provisions of laws'),
  one: say('Provision'),
  about: say('The sections and articles of the laws, each as it reads from one day to another.'),
  sources: ['A/72/125 para 34', 'E/CN.7/2022/3 para 59'],
  titleField: 'heading',
  keyField: 'key',
  stateField: 'jurisdiction',
  order: '-from',
  ownPage: {
    label: say('Read in the law'),
    path: ({ data: { law, from, eId } }) =>
      `/legislation/laws/${encodeURIComponent(String(law))}?date=${String(from)}#${String(eId)}`,
  },
  fields,
  rules,
});
