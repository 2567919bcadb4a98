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
  language,
  link,
  number,
  reference,
  richText,
  text,
} from '#engines/registers/index.ts';

const kinds = defineCodeList('resource-kinds', say('Kinds of resource'), lawTerms('resource-kinds'));
const themes = defineCodeList('themes', say('Themes'), lawTerms('themes'));

/** Tools that practitioners use: one work, its language versions, their files, and who has been reached with it. */
export const resources = defineRegister({
  id: 'resources',
  title: say('Tools, handbooks and model laws'),
  one: say('Resource'),
  about: say(
    'Toolkits, handbooks, model laws, guides and training modules, in every language there is, with where they have been used.',
  ),
  sources: [
    'A/77/127 para 27',
    'A/77/127 para 40',
    'A/77/127 para 75',
    'E/CN.7/2022/3 para 29',
    'E/CN.7/2022/3 para 44',
    'E/CN.7/2024/3 para 28',
    'E/CN.7/2024/3 para 62',
    'E/CN.7/2024/3 para 72',
    'E/CN.15/2022/9 paras 6–12',
  ],
  titleField: 'name',
  summaryField: 'summary',
  order: '-published',
  fields: {
    name: text(say('Title')).translatable().required().column().search('high'),
    kind: code(say('Kind of resource'), kinds).required().facet().sortable().column(),
    themes: code(say('Themes'), themes).many().required().facet().column(),
    summary: richText(say('Summary')).translatable().required().search(),
    audience: text(say('Written for')).translatable().search('low'),
    published: date(say('Published')).required().facet().sortable().column(),
    edition: text(say('Edition')),
    isbn: identifier(say('ISBN'), 'isbn').unique().search(),
    symbol: identifier(say('Document symbol'), 'un-symbol').search('high'),
    versions: group(say('Language versions'), {
      language: language(say('Language')),
      title: text(say('Title in that language')),
      file: file(say('File')),
      link: link(say('Link')),
      pages: number(say('Pages'), { least: 1 }),
      translated: date(say('Translated')),
    })
      .many()
      .required(),
    languages: language(say('Languages')).many().facet(),
    modules: group(say('Modules'), {
      number: text(say('Number')),
      title: text(say('Title')).translatable(),
      minutes: number(say('Minutes'), { least: 1 }),
    }).many(),
    reach: group(say('Use and reach'), {
      country: country(say('Country')),
      date: date(say('Date')),
      kind: text(say('How it was used')).translatable(),
      participants: number(say('Participants'), { least: 0 }),
      women: number(say('Of whom women'), { least: 0 }),
      source: text(say('Source')),
    }).many(),
    replaces: reference(say('Replaces'), {
      register: 'resources',
      relation: 'replaces',
      inverse: say('Replaced by'),
    }).many(),
    treaties: reference(say('Treaties'), {
      register: 'treaties',
      relation: 'about',
      inverse: say('Tools on this treaty'),
    })
      .many()
      .facet(),
  },
  jsonLd: {
    type: 'LearningResource',
    properties: {
      name: 'name',
      summary: 'abstract',
      published: 'datePublished',
      languages: 'inLanguage',
      isbn: 'isbn',
    },
  },
});
