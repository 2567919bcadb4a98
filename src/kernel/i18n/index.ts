export { say, languages, type Language, type Message, type Multilingual, type Text, type Values } from './say.ts';
export { directionOf, isLanguage, languageNames, locales, type Direction } from './languages.ts';
export { negotiateLanguage } from './negotiate-language.ts';
export { translate, translationsOf, translatorOf } from './translate.ts';
export { textIn, type ShownText } from './text-in.ts';
export { formatsOf, type Formats } from './formats.ts';
export { collatorOf, sorted } from './sorted.ts';
