import { defaults, types, type CustomTypesConfig } from 'pg';

type Parse = (text: string) => unknown;
/** `pg` declares its parsers by an enum that knows no array types; a type's number is just a number. */
const parserOf = types.getTypeParser as unknown as (id: number, format?: string) => Parse;

/** int8 as a number; one that a number cannot hold exactly is refused rather than rounded. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`The whole number ${text} is too large to be read exactly: select it as text.`);
  }
  return value;
}

/** "timestamp" carries no zone; inside Mandata it is UTC by rule. */
const utc: Parse = (text) => parserOf(types.builtins.TIMESTAMPTZ)(`${text}+00`);
const asText: Parse = (text) => text;

function arrayOf(parse: Parse): Parse {
  const parseTexts = parserOf(1009);
  const each = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(each);
    return typeof item === 'string' ? parse(item) : item;
  };
  return (text) => each(parseTexts(text));
}

/** By PostgreSQL type number. Anything else is as `pg` reads it (README.md, "Values"). */
const parsers = new Map<number, Parse>([
  [20, wholeNumber],
  [1016, arrayOf(wholeNumber)],
  [1231, arrayOf(asText)],
  [1082, asText],
  [1182, arrayOf(asText)],
  [1114, utc],
  [1115, arrayOf(utc)],
  [1186, asText],
  [1187, arrayOf(asText)],
]);

const getTypeParser = (id: number, format?: string): Parse =>
  (format === 'binary' ? undefined : parsers.get(id)) ?? parserOf(id, format);

export const valueTypes: CustomTypesConfig = { getTypeParser };

// Dates given as parameters are written in UTC, whatever the machine's zone.
defaults.parseInputDatesAsUTC = true;
