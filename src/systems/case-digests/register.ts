import { lawTerms } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import {
  code,
  date,
  defineCodeList,
  defineRegister,
  file,
  group,
  reference,
  richText,
  text,
} from '#engines/registers/index.ts';

const crimeTypes = defineCodeList('crime-types', say('Crime types'), lawTerms('crime-types'));
const issues = defineCodeList('issues', say('Cross-cutting issues'), lawTerms('issues'));

/** Digests drawn from the cases: chapters that quote them by anchor, so that a withdrawn case shows as broken. */
export const caseDigests = defineRegister({
  id: 'case-digests',
  title: say('Case digests'),
  one: say('Case digest'),
  about: say(
    'What the cases teach on one subject, chapter by chapter, each statement leading to the cases it rests on.',
  ),
  sources: ['A/72/125 para 24', 'A/77/127 para 54', 'E/CN.7/2022/3 para 50', 'E/CN.7/2022/3 para 59'],
  titleField: 'name',
  summaryField: 'summary',
  order: '-published',
  fields: {
    name: text(say('Title')).translatable().required().column().search('high'),
    summary: richText(say('Summary')).translatable().required().search(),
    published: date(say('Published')).required().facet().sortable().column(),
    crimes: code(say('Crime types'), crimeTypes).many().required().facet().column(),
    issues: code(say('Cross-cutting issues'), issues).many().facet(),
    chapters: group(say('Chapters'), {
      number: text(say('Number')),
      heading: text(say('Heading')).translatable(),
      body: richText(say('Text')).translatable(),
    }).many(),
    quotations: group(say('Cases quoted'), {
      chapter: text(say('Chapter')),
      case: reference(say('Case'), {
        register: 'case-law',
        relation: 'quotes',
        inverse: say('Digests that quote this case'),
      }),
      anchor: text(say('Anchor in the case')).help(
        say('Part of the case that is quoted, such as facts, legalIssues or charges.1.'),
      ),
      statement: text(say('What it is quoted for')).translatable(),
    }).many(),
    files: file(say('As published')).many(),
  },
  jsonLd: { type: 'Report', properties: { name: 'name', summary: 'abstract', published: 'datePublished' } },
});
