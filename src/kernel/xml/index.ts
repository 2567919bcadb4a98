export { decodeXml } from './decode.ts';
export { defaultXmlLimits, type XmlLimits } from './limits.ts';
export { createXmlParser, type XmlHandlers, type XmlTag } from './namespaces.ts';
export { createPlainParser, type PlainHandlers, type PlainTag, type XmlOptions, type XmlParser } from './parser.ts';
export { feedXml, readXml, type XmlSource } from './read.ts';
