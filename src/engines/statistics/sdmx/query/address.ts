import { say } from '#kernel/i18n/say.ts';
import { syntaxError } from './refuse.ts';

/** Path segments and parameters of a request, decoded. A plus sign stays a plus sign: SDMX gives it a meaning. */
export interface Address {
  readonly path: readonly string[];
  readonly parameters: ReadonlyMap<string, readonly string[]>;
}

/** Reads what follows the entry point: `data/ECB,EXR/M.USD?startPeriod=2020`. */
export function readAddress(rest: string): Address {
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  const parameters = new Map<string, string[]>();
  const query = mark < 0 ? '' : rest.slice(mark + 1);
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const values = parameters.get(name) ?? [];
    values.push(equals < 0 ? '' : decode(part.slice(equals + 1)));
    parameters.set(name, values);
  }
  const segments = path.split('/').map(decode);
  // Leading, trailing and no segments: `/data/X/` asks what `data/X` asks.
  while (segments[0] === '') segments.shift();
  while (segments.at(-1) === '') segments.pop();
  return { path: segments, parameters };
}

/** The value of a parameter that may be given once. */
export function single(address: Address, name: string): string | undefined {
  const values = address.parameters.get(name);
  if (values === undefined) return undefined;
  if (values.length > 1) throw syntaxError(say('The parameter {name} may be given once only.', { name }));
  const value = values[0];
  return value === '' ? undefined : value;
}

/** Refuses parameters that the query does not know, so that a misspelt one is not silently without effect. */
export function allowOnly(address: Address, names: readonly string[]): void {
  for (const name of address.parameters.keys()) {
    if (names.includes(name) || always.includes(name) || /^c\[[^\]]+\]$/.test(name)) continue;
    throw syntaxError(
      say('The parameter {name} is not known here. Known are: {names}.', { name, names: names.join(', ') }),
    );
  }
}

/** Parameters that choose how an answer is written, not what is in it. */
const always = ['format', 'lang', 'locale', 'labels', 'compression', 'saveAs'];

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw syntaxError(say('The address holds a percent sign that does not encode a character.'));
  }
}
