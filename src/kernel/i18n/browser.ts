// What pages may use: the same as index.ts, less the catalogues, which a browser loads for its own language only.
export { say, languages, type Language, type Message, type Multilingual, type Text, type Values } from './say.ts';
export { directionOf, isLanguage, languageNames, locales, type Direction } from './languages.ts';
export { textIn, type ShownText } from './text-in.ts';
export { formatsOf, type Formats } from './formats.ts';
export { collatorOf, sorted } from './sorted.ts';
export { translator, isMessage, type Catalogue, type Translate } from './translator.ts';
