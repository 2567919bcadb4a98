import { lazily } from '../lazily.ts';
import { given, readTable, type Row } from '../table.ts';
import { findArea } from '../areas/find-area.ts';
import { bounds, type Fact } from './fact.ts';
import { factDocuments } from './fact-documents.ts';
import factTable from './facts.json' with { type: 'json' };
import regionGroups from './region-groups.json' with { type: 'json' };

const read = /* @__PURE__ */ lazily(() => readTable('facts', factTable, factOf));

/** The 908 facts that were taken from the five reports, in the order of the reports' paragraphs. */
export function programmeFacts(): readonly Fact[] {
  return read();
}

const byId = /* @__PURE__ */ lazily(() => new Map(read().map((fact) => [fact.id, fact])));
const byMeasure = /* @__PURE__ */ lazily(() => Map.groupBy(read(), ({ measure }) => measure));
const byYear = /* @__PURE__ */ lazily(() => Map.groupBy(read(), ({ year }) => year));
const bySymbol = /* @__PURE__ */ lazily(() => Map.groupBy(read(), ({ document }) => document.symbol));
const byArea = /* @__PURE__ */ lazily(() => {
  const found = new Map<string, Fact[]>();
  for (const fact of read()) for (const area of fact.areas) found.set(area, [...(found.get(area) ?? []), fact]);
  return found;
});

export function findFact(id: string): Fact | undefined {
  return byId().get(id);
}

/** Facts about a State, by any code of it. `WORLD` gives those about the whole world: no State and no smaller region. */
export function factsOfArea(code: string): readonly Fact[] {
  const id = findArea(code)?.id ?? code;
  if (id === 'WORLD')
    return read().filter(({ areas, groups }) => areas.length === 0 && groups.every((group) => group === 'WORLD'));
  return byArea().get(id) ?? [];
}

export function factsOfMeasure(measure: string): readonly Fact[] {
  return byMeasure().get(measure) ?? [];
}

/** Facts about a year; without one, those that name none. */
export function factsOfYear(year: number | undefined): readonly Fact[] {
  return byYear().get(year) ?? [];
}

/** Facts of one report, by either of its symbols. */
export function factsOfDocument(symbol: string): readonly Fact[] {
  const document = factDocuments.find((one) => one.symbol === symbol || one.alsoIssuedAs === symbol);
  return document === undefined ? [] : (bySymbol().get(document.symbol) ?? []);
}

function factOf(row: Row): Fact {
  const document = factDocuments[row.number('document')];
  if (document === undefined) throw new TypeError(`facts: ${row.text('id')} names a document that is not in the list.`);
  const region = row.maybeText('region');
  return {
    id: row.text('id'),
    document,
    paragraph: row.number('paragraph'),
    areas: row.words('areas'),
    groups: region === undefined ? [] : groupsOfRegion(region),
    theme: row.text('theme'),
    measure: row.text('measure'),
    qualifiers: qualifiersOf(row),
    statement: row.text('statement'),
    ...given({
      region,
      year: row.maybeNumber('year'),
      value: row.maybeNumber('value'),
      unit: row.maybeText('unit'),
      bound: row.maybeText('bound') === undefined ? undefined : row.oneOf('bound', bounds),
    }),
  };
}

const groupIds = /* @__PURE__ */ lazily(
  (): ReadonlyMap<string, readonly string[]> => new Map(Object.entries(regionGroups)),
);

function groupsOfRegion(region: string): readonly string[] {
  const found = groupIds().get(region);
  if (found === undefined) throw new TypeError(`facts: nobody has said which groups “${region}” means.`);
  return found;
}

// Kept flat in the file: name, value, name, value …
function qualifiersOf(row: Row): Fact['qualifiers'] {
  const cells = row.cell('qualifiers');
  if (!Array.isArray(cells)) throw new TypeError(`facts: ${row.text('id')} has no list of qualifiers.`);
  const pairs: [string, string | number | readonly string[]][] = [];
  for (let place = 0; place < cells.length; place += 2) {
    const name: unknown = cells[place];
    const value: unknown = cells[place + 1];
    if (typeof name !== 'string' || !isQualifier(value))
      throw new TypeError(`facts: ${row.text('id')} has a qualifier without name or value.`);
    pairs.push([name, value]);
  }
  return Object.fromEntries(pairs);
}

function isQualifier(value: unknown): value is string | number | readonly string[] {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    (Array.isArray(value) && value.every((item) => typeof item === 'string'))
  );
}
