import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAddress } from './address.ts';
import { canonicalAvailability, canonicalData, canonicalStructure } from '../testing/canonical.ts';
import { parseAvailability1, parseAvailability2 } from './parse-availability.ts';
import { parseData1, parseData2 } from './parse-data.ts';
import { parseStructure1, parseStructure2 } from './parse-structure.ts';

// The oracle is sdmx-rest, a client library that writes addresses of the SDMX REST API from what is wanted. What is wanted
// is written down here a second time in canonical form; our reading of the library's address must give the same.

interface Oracle {
  getService(service: object): object;
  getDataQuery(query: object): object;
  getDataQuery2(query: object): object;
  getMetadataQuery(query: object): object;
  getAvailabilityQuery(query: object): object;
  getAvailabilityQuery2(query: object): object;
  getUrl(query: object, service: object): string;
}
interface Generator {
  UrlGenerator: new () => { getUrl(query: object, service: object, skipDefaults: boolean): string };
}
const require = createRequire(import.meta.url);
const oracle: Oracle = require('sdmx-rest');
const { UrlGenerator }: Generator = require('sdmx-rest/lib/utils/url-generator.js');
const services = {
  1: oracle.getService({ url: 'http://test', api: 'v1.4.0' }),
  2: oracle.getService({ url: 'http://test', api: 'v2.0.0' }),
};

/** Writes an address with the library, whole or without what is default, and reads it. */
function addressOf(api: 1 | 2, query: object, short: boolean) {
  return readAddress(new UrlGenerator().getUrl(query, services[api], short).replace('http://test/', ''));
}

const word = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,6}$/);
const code = fc.stringMatching(/^[A-Z0-9_]{1,5}$/);
const agency = fc.array(word, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('.'));
const version = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).map((numbers) => numbers.join('.'));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const year = fc.integer({ min: 1990, max: 2030 }).map(String);
const given = (pairs: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== undefined));
const seconds = (date: Date | undefined) => date?.toISOString().replace('.000', '');

describe('addresses that a client library writes', () => {
  it('ask for data in REST 1.x what was wanted', () => {
    const key = fc.array(fc.array(code, { maxLength: 2 }), { minLength: 2, maxLength: 4 });
    const details = fc.constantFrom('full', 'dataonly', 'serieskeysonly', 'nodata');
    fc.assert(
      fc.property(
        fc.record({
          agency,
          id: word,
          version,
          key: optional(key),
          detail: details,
          start: optional(year),
          end: optional(year),
          first: optional(fc.integer({ min: 1, max: 99 })),
          last: optional(fc.integer({ min: 1, max: 99 })),
          after: optional(moment),
          at: optional(word),
          history: fc.boolean(),
          short: fc.boolean(),
        }),
        (w) => {
          fc.pre(w.key === undefined || (w.key[0]?.length ?? 0) > 0);
          const keyText = w.key?.map((values) => values.join('+')).join('.');
          const query = oracle.getDataQuery(
            given({
              flow: `${w.agency},${w.id},${w.version}`,
              key: keyText,
              detail: w.detail,
              start: w.start,
              end: w.end,
              firstNObs: w.first,
              lastNObs: w.last,
              updatedAfter: seconds(w.after),
              obsDimension: w.at,
              history: w.history,
            }),
          );
          const seen =
            { full: 'dsd|all', dataonly: 'none|all', serieskeysonly: 'none|none', nodata: 'dataset,series|none' }[
              w.detail
            ] ?? '';
          const [attributes, measures] = seen.split('|');
          const period = [
            ...(w.start === undefined ? [] : [`ge:${w.start}`]),
            ...(w.end === undefined ? [] : [`le:${w.end}`]),
          ].join('+');
          const parameters = [
            ...(period === '' ? [] : [`c[TIME_PERIOD]=${period}`]),
            `attributes=${attributes}`,
            ...(w.at === undefined ? [] : [`dimensionAtObservation=${w.at}`]),
            ...(w.first === undefined ? [] : [`firstNObservations=${w.first}`]),
            ...(w.history ? ['includeHistory=true'] : []),
            ...(w.last === undefined ? [] : [`lastNObservations=${w.last}`]),
            `measures=${measures}`,
            ...(w.after === undefined ? [] : [`updatedAfter=${w.after.toISOString()}`]),
          ];
          const keys =
            w.key === undefined ? '*' : w.key.map((values) => (values.length === 0 ? '*' : values.join('+'))).join('.');
          assert.equal(
            canonicalData(parseData1(addressOf(1, query, w.short))),
            `data/dataflow/${w.agency}/${w.id}/${w.version}/${keys}?${parameters.join('&')}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ask for data in REST 2.x what was wanted', () => {
    const key = fc.array(fc.array(fc.oneof(code, fc.constant('*')), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    });
    const operator = fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew');
    const filter = fc.record({
      component: word,
      terms: fc.array(fc.tuple(operator, code, fc.constantFrom('+', ',')), { minLength: 1, maxLength: 3 }),
    });
    const context = fc.constantFrom('dataflow', 'datastructure', 'provisionagreement', '*');
    fc.assert(
      fc.property(
        fc.record({
          context,
          agency,
          id: word,
          version: fc.oneof(version, fc.constantFrom('*', '+', '~')),
          key: optional(key),
          filters: fc.uniqueArray(filter, { maxLength: 2, selector: ({ component }) => component }),
          attributes: fc.constantFrom('dsd', 'all', 'none', 'obs', 'A,B'),
          measures: fc.constantFrom('all', 'none', 'M'),
          short: fc.boolean(),
        }),
        (w) => {
          const written = w.filters.map(({ component, terms }) => {
            const text = terms
              .map(([op, value, joint], index) => `${op}:${value}${index === terms.length - 1 ? '' : joint}`)
              .join('');
            return { query: `${component}=${text}`, canonical: `c[${component}]=${text}` };
          });
          const query = oracle.getDataQuery2(
            given({
              context: `${w.context}=${w.agency}:${w.id}(${w.version})`,
              key: w.key?.map((one) => one.join('.')).join(','),
              filters: written.map((one) => one.query),
              attributes: w.attributes,
              measures: w.measures,
            }),
          );
          const keys = w.key === undefined ? '*' : w.key.map((one) => one.join('.')).join(',');
          // Parameters may come in any order; filters keep theirs or are turned round.
          const filters = (text: string) => text.split('&').toSorted().join('&');
          const expected = `data/${w.context}/${w.agency}/${w.id}/${w.version}/${keys}?`;
          const actual = canonicalData(parseData2(addressOf(2, query, w.short)));
          assert.equal(actual.slice(0, expected.length), expected);
          assert.equal(
            filters(actual.slice(expected.length)),
            filters(
              [...written.map((one) => one.canonical), `attributes=${w.attributes}`, `measures=${w.measures}`].join(
                '&',
              ),
            ),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ask for structures what was wanted, in both families', () => {
    const shared = [
      'codelist',
      'conceptscheme',
      'datastructure',
      'dataflow',
      'categoryscheme',
      'provisionagreement',
    ] as const;
    fc.assert(
      fc.property(
        fc.record({
          api: fc.constantFrom(1 as const, 2 as const),
          resource: fc.constantFrom(...shared),
          agency: fc.oneof(agency, fc.constant('*')),
          id: fc.oneof(word, fc.constant('*')),
          version: fc.oneof(version, fc.constantFrom('*', '~')),
          item: optional(word),
          detail: fc.constantFrom(
            'full',
            'allstubs',
            'referencestubs',
            'allcompletestubs',
            'referencecompletestubs',
            'referencepartial',
          ),
          references: fc.constantFrom(
            'none',
            'parents',
            'parentsandsiblings',
            'children',
            'descendants',
            'all',
            'codelist',
          ),
          short: fc.boolean(),
        }),
        (w) => {
          const word1 = (value: string) => ({ '*': 'all', '~': 'latest' })[value] ?? value;
          const item = ['codelist', 'conceptscheme', 'categoryscheme'].includes(w.resource) ? w.item : undefined;
          const query = oracle.getMetadataQuery(
            given({
              resource: w.resource,
              agency: word1(w.agency),
              id: word1(w.id),
              version: word1(w.version),
              item,
              detail: w.detail,
              references: w.references,
            }),
          );
          const address = addressOf(w.api, query, w.short);
          const parsed = w.api === 1 ? parseStructure1(address) : parseStructure2(address);
          assert.equal(
            canonicalStructure(parsed),
            `structure/${w.resource}/${w.agency}/${w.id}/${w.version}${item === undefined ? '' : `/${item}`}?detail=${w.detail}&references=${w.references}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ask for availability what was wanted', () => {
    fc.assert(
      fc.property(
        fc.record({
          agency,
          id: word,
          version,
          key: optional(fc.array(code, { minLength: 2, maxLength: 3 })),
          component: optional(word),
          mode: fc.constantFrom('exact', 'available'),
          references: fc.constantFrom('none', 'all', 'codelist', 'datastructure'),
          start: optional(year),
          short: fc.boolean(),
        }),
        (w) => {
          const key = w.key?.join('.');
          const rest = `${w.component ?? '*'}?`;
          const tail = `mode=${w.mode}&references=${w.references}`;
          const query1 = oracle.getAvailabilityQuery(
            given({
              flow: `${w.agency},${w.id},${w.version}`,
              key,
              component: w.component,
              mode: w.mode,
              references: w.references,
              start: w.start,
            }),
          );
          const period = w.start === undefined ? '' : `c[TIME_PERIOD]=ge:${w.start}&`;
          const path = `availability/dataflow/${w.agency}/${w.id}/${w.version}/${key ?? '*'}/${rest}`;
          assert.equal(
            canonicalAvailability(parseAvailability1(addressOf(1, query1, w.short))),
            `${path}${period}${tail}`,
          );
          const query2 = oracle.getAvailabilityQuery2(
            given({
              context: `dataflow=${w.agency}:${w.id}(${w.version})`,
              key,
              component: w.component,
              mode: w.mode,
              references: w.references,
            }),
          );
          assert.equal(canonicalAvailability(parseAvailability2(addressOf(2, query2, w.short))), `${path}${tail}`);
        },
      ),
      { numRuns: 300 },
    );
  });
});
