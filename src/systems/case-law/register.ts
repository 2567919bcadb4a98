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
  identifier,
  link,
  longText,
  money,
  number,
  reference,
  richText,
  text,
  yesNo,
} from '#engines/registers/index.ts';
import { sentenceRules } from './check-sentences.ts';
import { pseudonymRule } from './find-names.ts';

const crimeTypes = defineCodeList('crime-types', say('Crime types'), lawTerms('crime-types'));
const issues = defineCodeList('issues', say('Cross-cutting issues'), lawTerms('issues'));
const courtLevels = defineCodeList('court-levels', say('Level of court'), lawTerms('court-levels'));
const outcomes = defineCodeList('case-outcomes', say('Outcome'), lawTerms('case-outcomes'));
const verdicts = defineCodeList('verdicts', say('Verdict'), lawTerms('verdicts'));
const parts = defineCodeList('parts-in-case', say('Part in the case'), [
  { id: 'defendant', label: say('Defendant') },
  { id: 'victim', label: say('Victim') },
  { id: 'witness', label: say('Witness') },
  { id: 'migrant', label: say('Smuggled migrant') },
  { id: 'legal-person', label: say('Legal person') },
]);
const genders = defineCodeList('genders', say('Gender'), [
  { id: 'female', label: say('Female') },
  { id: 'male', label: say('Male') },
  { id: 'other', label: say('Other or not recorded') },
]);

/** Judgments on transnational crime, each with its facts, course, charges and sentences; persons under pseudonyms. */
export const caseLaw = defineRegister({
  id: 'case-law',
  title: say('Case law'),
  one: say('Case'),
  about: say(
    'Judgments on transnational crime: what happened, what was charged, what the courts held, and what came of it.',
  ),
  sources: ['A/72/125 paras 24–25', 'A/72/125 para 64', 'E/CN.7/2022/3 para 59'],
  titleField: 'name',
  summaryField: 'facts',
  keyField: 'number',
  stateField: 'jurisdiction',
  order: '-decided',
  fields: {
    number: text(say('Number'))
      .required()
      .unique()
      .sortable()
      .column()
      .search('high')
      .help(say('As cited here: three letters of the State, the year and a running number, such as KEN-2019-004.')),
    name: text(say('Name of the case')).translatable().required().search('high'),
    jurisdiction: country(say('Jurisdiction'), { subNational: true }).required().facet().sortable().column(),
    ecli: identifier(say('European Case Law Identifier'), 'ecli').unique().search('high'),
    court: text(say('Court')).translatable().required().column().search(),
    level: code(say('Level of court'), courtLevels).facet(),
    decided: date(say('Date of decision')).required().facet().sortable().column(),
    crimes: code(say('Crime types'), crimeTypes).many().required().facet().column(),
    issues: code(say('Cross-cutting issues'), issues).many().facet(),
    keywords: text(say('Keywords')).translatable().many().search(),
    outcome: code(say('Outcome'), outcomes).required().facet().sortable().column(),
    facts: richText(say('Summary of the facts')).translatable().required().search(),
    commentary: richText(say('Commentary and significant features')).translatable().search(),
    legalIssues: richText(say('Legal issues')).translatable().search(),
    transnational: yesNo(say('Involves more than one State')).facet(),
    countriesInvolved: country(say('Countries involved')).many().facet(),
    organizedGroup: yesNo(say('Organized criminal group')).facet(),
    procedure: group(say('Procedural history'), {
      stage: code(say('Level of court'), courtLevels),
      court: text(say('Court')),
      place: text(say('Place')),
      reference: text(say('Reference of the court')),
      date: date(say('Date')),
      outcome: code(say('Outcome'), outcomes),
    }).many(),
    persons: group(say('Persons'), {
      pseudonym: text(say('Pseudonym')).help(
        say('D1, D2 … for defendants, V1, V2 … for victims, W1 … for witnesses. Never a name.'),
      ),
      part: code(say('Part in the case'), parts),
      gender: code(say('Gender'), genders),
      nationality: country(say('Nationality')),
      age: number(say('Age'), { least: 0, most: 120 }),
      reasoning: longText(say('Reasoning of the court about this person')),
    }).many(),
    charges: group(say('Charges and sentences'), {
      defendant: text(say('Defendant')).help(say('Pseudonym of a person above.')),
      offence: text(say('Offence')),
      statute: text(say('Statute and provision')),
      verdict: code(say('Verdict'), verdicts),
      years: number(say('Years'), { least: 0, most: 2000 }),
      months: number(say('Months'), { least: 0, most: 11 }),
      days: number(say('Days'), { least: 0, most: 30 }),
      life: yesNo(say('Life imprisonment')),
      concurrent: yesNo(say('Served at the same time as the others')),
      suspended: yesNo(say('Suspended')),
      fine: money(say('Fine')),
      compensation: money(say('Compensation to victims')),
      confiscated: money(say('Confiscated')),
      appeal: code(say('Outcome on appeal'), outcomes),
    }).many(),
    realNames: longText(say('Names as in the judgment'))
      .audience('office')
      .help(
        say(
          'Kept for the secretariat only, so that a case can be matched with its source. Never shown, searched or exported to anyone else.',
        ),
      ),
    cooperation: group(say('International cooperation'), {
      kind: code(say('Kind of cooperation'), issues),
      country: country(say('Country')),
      basis: text(say('Legal basis')),
      instrument: reference(say('Treaty'), {
        register: 'treaties',
        relation: 'cooperates-under',
        inverse: say('Cases of cooperation under this treaty'),
      }),
      article: text(say('Article')),
    }).many(),
    articles: group(say('Treaty articles'), {
      instrument: reference(say('Treaty'), {
        register: 'treaties',
        relation: 'applies',
        inverse: say('Cases on this treaty'),
      }),
      article: text(say('Article')),
      paragraph: text(say('Paragraph')),
    }).many(),
    laws: reference(say('National law applied'), {
      register: 'laws',
      relation: 'applies',
      inverse: say('Cases under this law'),
    }).many(),
    cites: reference(say('Cases cited'), {
      register: 'case-law',
      relation: 'cites',
      inverse: say('Cited by these cases'),
    }).many(),
    files: file(say('Judgment and annexes')).many(),
    web: link(say('Source')).many(),
  },
  rules: [pseudonymRule, ...sentenceRules],
  cites: ({ articles = [], cooperation = [] }) =>
    [...articles, ...cooperation].flatMap((each) =>
      each.instrument === undefined || each.article === undefined
        ? []
        : [{ to: { kind: 'treaty-article', id: `${each.instrument}/${each.article}` }, relation: 'applies' }],
    ),
  jsonLd: {
    type: 'LegalCase',
    properties: { name: 'name', facts: 'abstract', decided: 'datePublished', ecli: 'identifier', keywords: 'keywords' },
  },
});
