import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineRegister,
  link,
  longText,
  period,
  reference,
  text,
  type RecordData,
  type RecordRule,
} from '#engines/registers/index.ts';
import { coverageList, relationList } from './terms.ts';

const fields = {
  key: text(say('Number of the entry')).required().unique(),
  name: text(say('Entry')).required().search('high'),
  jurisdiction: country(say('State')).required().facet().sortable().column(),
  treaty: reference(say('Treaty'), {
    register: 'treaties',
    relation: 'answers-to',
    inverse: say('Judgements of national law'),
  })
    .required()
    .facet()
    .column(),
  article: text(say('Article')).required().column().search(),
  paragraph: text(say('Paragraph')).column(),
  provision: reference(say('Provision'), {
    register: 'provisions',
    relation: 'judges',
    inverse: say('Treaty articles'),
  }).help(say('Empty where no provision answers to the article.')),
  relation: code(say('Relation to the treaty'), relationList).required().facet(),
  coverage: code(say('Coverage'), coverageList).required().facet().sortable().column(),
  valid: period(say('Holds from and until')),
  reviewer: text(say('Reviewed by')).help(say('The office that judged, never the name of a person.')),
  reviewed: date(say('Reviewed on')),
  evidence: longText(say('What the judgement rests on')).translatable().search('low'),
  sources: link(say('Sources')).many(),
  note: longText(say('Note')).translatable().search('low'),
};

export type CoverageData = RecordData<typeof fields>;

const rules: readonly RecordRule<CoverageData>[] = [
  {
    id: 'rests-on-a-provision',
    find: ({ coverage, provision }) =>
      (coverage === 'yes' || coverage === 'in-part') && provision === undefined
        ? [
            {
              severity: 'error',
              field: 'provision',
              said: say('Choose the provision that covers the article, or say that none does.'),
            },
          ]
        : [],
  },
  {
    id: 'names-an-office',
    find: ({ coverage, reviewer }) =>
      coverage !== undefined && coverage !== 'not-reviewed' && reviewer === undefined
        ? [{ severity: 'error', field: 'reviewer', said: say('Name the office that judged.') }]
        : [],
  },
  {
    id: 'says-what-is-missing',
    find: ({ coverage, note }) =>
      coverage === 'in-part' && note === undefined
        ? [{ severity: 'warning', field: 'note', said: say('Say in the note what is missing.') }]
        : [],
  },
];

/** The cross-index: which provision of a State answers to which paragraph of a treaty article, how, and how far. */
export const coverage = defineRegister({
  id: 'coverage',
  title: say('National law by treaty article'),
  one: say('Judgement on a treaty article'),
  about: say(
    'For each paragraph of a treaty article: the provision of a State that answers to it, in which way, and whether fully, in part or not at all.',
  ),
  sources: ['A/72/125 para 34', 'E/CN.7/2022/3 para 59', 'E/CN.7/2024/3 para 42'],
  titleField: 'name',
  keyField: 'key',
  stateField: 'jurisdiction',
  order: 'jurisdiction',
  ownPage: {
    label: say('Compare with other States'),
    path: ({ data: { treaty, article, jurisdiction } }) =>
      `/legislation/compare?treaty=${String(treaty)}&article=${encodeURIComponent(String(article))}&one=${String(jurisdiction)}`,
  },
  fields,
  rules,
  cites: ({ treaty, article, relation }) =>
    treaty === undefined || article === undefined
      ? []
      : [{ to: { kind: 'treaty-article', id: `${treaty}/${article}` }, relation: relation ?? 'answers-to' }],
});
