export { decodeXml } from './decode.ts';
export { escapeAttribute, escapeText, isValidXmlText, removeInvalidCharacters } from './escape.ts';
export { defaultXmlLimits, type XmlLimits } from './limits.ts';
export { createXmlParser, type XmlHandlers, type XmlTag } from './namespaces.ts';
export { createPlainParser, type PlainHandlers, type PlainTag, type XmlOptions, type XmlParser } from './parser.ts';
export { feedXml, readXml, type XmlSource } from './read.ts';
export { childrenOf, findChild, readXmlTree, textOf, type XmlElement, type XmlTreeOptions } from './tree.ts';
export { type XmlAttributes, XmlWriter } from './writer.ts';
