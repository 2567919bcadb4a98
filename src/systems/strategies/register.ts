import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  code,
  country,
  date,
  defineCodeList,
  defineRegister,
  file,
  language,
  link,
  period,
  richText,
  text,
} from '#engines/registers/index.ts';

const themes = defineCodeList('themes', say('Themes'), lawTerms('themes'));
const kinds = defineCodeList('strategy-kinds', say('Kinds of strategy'), [
  { id: 'strategy', label: say('Strategy') },
  { id: 'action-plan', label: say('Action plan') },
  { id: 'policy', label: say('Policy') },
  { id: 'evaluation', label: say('Evaluation') },
]);

/** National strategies, action plans and policies, by State, subject and time. */
export const strategies = defineRegister({
  id: 'strategies',
  title: say('National strategies'),
  one: say('Strategy'),
  about: say(
    'Strategies, action plans and policies of States on crime, drugs, corruption and terrorism, and the time they cover.',
  ),
  sources: ['A/72/125 para 25', 'A/77/127 para 55', 'E/CN.7/2024/3 para 71'],
  titleField: 'name',
  summaryField: 'summary',
  stateField: 'country',
  order: '-adopted',
  fields: {
    country: country(say('State')).required().facet().sortable().column(),
    name: text(say('Title')).translatable().required().column().search('high'),
    kind: code(say('Kind'), kinds).required().facet().sortable().column(),
    themes: code(say('Themes'), themes).many().required().facet().column(),
    covers: period(say('Covers')).facet().column(),
    adopted: date(say('Adopted')).sortable(),
    by: text(say('Adopted by')).translatable(),
    languages: language(say('Languages')).many().facet(),
    summary: richText(say('Summary')).translatable().required().search(),
    measures: richText(say('Measures and indicators')).translatable().search('low'),
    files: file(say('Text')).many(),
    web: link(say('Website')).many(),
  },
  jsonLd: { type: 'GovernmentService', properties: { name: 'name', summary: 'description', country: 'areaServed' } },
});
