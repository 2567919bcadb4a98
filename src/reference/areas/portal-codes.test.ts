import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { findArea, findAreaByName, findGroup, findUnit } from '../index.ts';

const workbook = new URL('../../../../shared/data/statistics/data_cts_prisons_and_prisoners.xlsx', import.meta.url);
const skip = existsSync(workbook) ? false : 'the published workbook is not at hand';

// Only what this test needs of the format: shared strings, one sheet, columns A to K.
function readColumns(columns: readonly string[]): Map<string, Set<string>> {
  const files = unzipSync(readFileSync(workbook), {
    filter: ({ name }) => /^xl\/(sharedStrings|worksheets\/sheet1)\.xml$/.test(name),
  });
  const xml = (name: string): string => strFromU8(files[`xl/${name}.xml`] ?? new Uint8Array());
  const plain = (text: string): string =>
    text.replaceAll('&amp;', '&').replaceAll('&apos;', "'").replaceAll('&lt;', '<');
  const strings = [...xml('sharedStrings').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    plain([...(item ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join('')),
  );
  const found = new Map(columns.map((column) => [column, new Set<string>()]));
  for (const [, column, row, attributes, value] of xml('worksheets/sheet1').matchAll(
    /<c r="([A-Z])(\d+)"([^>]*)>(?:<is><t[^>]*>|<v>)([^<]*)</g,
  )) {
    if (column === undefined || value === undefined || Number(row) < 4) continue;
    found.get(column)?.add(attributes?.includes('t="s"') === true ? (strings[Number(value)] ?? '') : plain(value));
  }
  return found;
}

describe('the portal’s published workbook', { skip }, () => {
  it('uses no code, country, region or unit that is not known', () => {
    const columns = readColumns(['A', 'B', 'C', 'D', 'K']);
    const values = (column: string): string[] => [...(columns.get(column) ?? [])];
    assert.equal(values('A').length, 227);
    assert.deepEqual(
      values('A').filter((code) => findArea(code) === undefined),
      [],
    );
    assert.deepEqual(
      values('B').filter((name) => findAreaByName(name) === undefined),
      [],
    );
    assert.deepEqual(
      values('C').filter((label) => findGroup(label)?.kind !== (label === 'World' ? 'world' : 'm49-region')),
      [],
    );
    assert.deepEqual(
      values('D').filter((label) => findGroup(label) === undefined),
      [],
    );
    assert.deepEqual(
      values('K').filter((label) => findUnit(label) === undefined),
      [],
    );
  });
});
