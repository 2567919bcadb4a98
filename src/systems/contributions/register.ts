import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineCodeList,
  defineRegister,
  file,
  identifier,
  language,
  link,
  richText,
  text,
} from '#engines/registers/index.ts';

const themes = defineCodeList('themes', say('Themes'), lawTerms('themes'));
const meetings = defineCodeList('bodies', say('Bodies'), [
  { id: 'untoc-cop', label: say('Conference of the Parties to the Organized Crime Convention') },
  { id: 'uncac-cosp', label: say('Conference of the States Parties to the Convention against Corruption') },
  { id: 'ccpcj', label: say('Commission on Crime Prevention and Criminal Justice') },
  { id: 'cnd', label: say('Commission on Narcotic Drugs') },
  { id: 'congress', label: say('Crime congress') },
  { id: 'general-assembly', label: say('General Assembly') },
]);
const kinds = defineCodeList('contribution-kinds', say('Kinds of contribution'), [
  { id: 'good-practice', label: say('Good practice') },
  { id: 'statement', label: say('Statement') },
  { id: 'report', label: say('Report on implementation') },
  { id: 'comments', label: say('Comments on a draft') },
  { id: 'information', label: say('Information provided') },
]);

/** What States send in of their own accord: practices, statements, reports, comments. */
export const contributions = defineRegister({
  id: 'contributions',
  title: say("States' voluntary submissions"),
  one: say('Submission'),
  about: say(
    'What States send in of their own accord: practices, statements, reports and comments, by body and subject.',
  ),
  sources: ['A/72/125 para 25', 'A/77/127 para 55', 'E/CN.7/2024/3 para 71'],
  titleField: 'name',
  summaryField: 'summary',
  stateField: 'country',
  order: '-submitted',
  fields: {
    country: country(say('State')).required().facet().sortable().column(),
    name: text(say('Title')).translatable().required().column().search('high'),
    kind: code(say('Kind'), kinds).required().facet().sortable().column(),
    body: code(say('Submitted to'), meetings).facet().column(),
    session: text(say('Session')),
    symbol: identifier(say('Document symbol'), 'un-symbol').search('high'),
    submitted: date(say('Submitted')).required().facet().sortable().column(),
    themes: code(say('Themes'), themes).many().required().facet(),
    language: language(say('Language')).required().facet(),
    summary: richText(say('Summary')).translatable().required().search(),
    files: file(say('Text')).many(),
    web: link(say('Link')).many(),
  },
  jsonLd: { type: 'CreativeWork', properties: { name: 'name', summary: 'abstract', submitted: 'datePublished' } },
});
