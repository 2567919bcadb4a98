import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { FormatOptions, Offer } from '../formats/offers.ts';
import { compareVersions, selectVersions } from '../../registry/version.ts';

/** A representation chosen for a request. */
export interface Choice<T extends Offer> {
  readonly offer: T;
  readonly options: FormatOptions;
  /** The answer's media type, as the client wrote its version; never with a charset. */
  readonly contentType: string;
}

interface Range {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly quality: number;
}

/** Chooses by `format` where it is given, else by Accept (RFC 9110, 12.5.1), else the first offer. Refuses what is not offered (406). */
export function negotiate<T extends Offer>(
  offers: readonly T[],
  accept: string | undefined,
  format: string | undefined,
  labels?: string,
): Choice<T> {
  if (format !== undefined) return byName(offers, format, labels);
  const ranges = parseAccept(accept ?? '*/*');
  for (const range of ranges) {
    const offer = offers.find((one) => fits(one, range));
    if (offer !== undefined) return chosen(offer, range, labels);
  }
  throw notOffered(offers, accept ?? '');
}

function byName<T extends Offer>(offers: readonly T[], format: string, labels: string | undefined): Choice<T> {
  if (format.includes('/')) {
    const range = parseAccept(format.replaceAll(' ', '+'))[0];
    const offer = range === undefined ? undefined : offers.find((one) => fits(one, range));
    if (offer !== undefined && range !== undefined) return chosen(offer, range, labels);
    throw notOffered(offers, format);
  }
  const name = format.toLowerCase();
  const offer = offers.find((one) => one.names.includes(name));
  if (offer === undefined) throw notOffered(offers, format);
  const withLabels = name === 'csvfilewithlabels' ? 'both' : labels;
  return chosen(offer, { type: offer.type, parameters: new Map(), quality: 1 }, withLabels);
}

function parseAccept(header: string): readonly Range[] {
  return header
    .slice(0, 4000)
    .split(',')
    .map((part): Range => {
      const [type = '', ...rest] = part.split(';').map((word) => word.trim());
      const parameters = new Map(
        rest.map((word): [string, string] => {
          const equals = word.indexOf('=');
          return [
            word.slice(0, equals).trim().toLowerCase(),
            word
              .slice(equals + 1)
              .trim()
              .replaceAll('"', ''),
          ];
        }),
      );
      const quality = Number(parameters.get('q') ?? 1);
      return { type: type.toLowerCase(), parameters, quality: Number.isNaN(quality) ? 1 : quality };
    })
    .filter((range) => range.quality > 0 && range.type !== '')
    .toSorted((a, b) => b.quality - a.quality);
}

/** Plain types stand for the first offer of their family. */
const families: Readonly<Record<string, Offer['family'] | '*'>> = {
  '*/*': '*',
  'application/*': '*',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/json': 'json',
  'text/csv': 'csv',
  'text/*': 'csv',
};

function fits(offer: Offer, range: Range): boolean {
  const family = families[range.type];
  if (family !== undefined) return family === '*' || family === offer.family;
  if (range.type !== offer.type) return false;
  const version = range.parameters.get('version');
  if (version === undefined) return true;
  if (/[+~*]/.test(version)) return selectVersions([offer.version], version).length > 0;
  return /^\d+(\.\d+){0,2}$/.test(version) && compareVersions(version, offer.version) === 0;
}

function chosen<T extends Offer>(offer: T, range: Range, labels: string | undefined): Choice<T> {
  const word = <W extends string>(name: string, words: readonly W[], given?: string): W | undefined =>
    words.find((one) => one === (range.parameters.get(name.toLowerCase()) ?? range.parameters.get(name) ?? given));
  const options: FormatOptions = {
    labels: word('labels', ['both', 'name'], labels) ?? 'id',
    timeFormat: word('timeFormat', ['normalized']) ?? 'original',
    keys: word('keys', ['obs', 'series', 'both'], range.parameters.get('key')) ?? 'none',
  };
  const asked = range.parameters.get('version');
  const version = range.type === offer.type && asked !== undefined && !/[+~*]/.test(asked) ? asked : offer.version;
  const further =
    offer.family === 'csv'
      ? [
          ...(options.labels === 'id' ? [] : [`labels=${options.labels}`]),
          ...(options.timeFormat === 'original' ? [] : ['timeFormat=normalized']),
          ...(options.keys === 'none' ? [] : [`keys=${options.keys}`]),
        ]
      : [];
  return { offer, options, contentType: [`${offer.type};version=${version}`, ...further].join(';') };
}

function notOffered(offers: readonly Offer[], asked: string): Problem {
  return new Problem(
    'not-acceptable',
    say('This is not offered as “{asked}”. Offered are: {types}.', {
      asked,
      types: offers.map((offer) => `${offer.type};version=${offer.version}`).join(', '),
    }),
  );
}
