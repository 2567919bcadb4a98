import { given, readTable } from '../table.ts';
import { memberships, regionLevels, type Aggregate, type Area, type Country, type SubNationalArea } from './area.ts';
import countryTable from './countries.json' with { type: 'json' };
import regionTable from './regions.json' with { type: 'json' };
import subNationalTable from './sub-national.json' with { type: 'json' };

/** Id of the whole world; its M49 code is 001. */
export const worldId = 'WORLD';

/** Every country and area of M49, Taiwan Province of China and Kosovo under UNSCR 1244, by alpha-3 code. */
export const countries: readonly Country[] = /* @__PURE__ */ readTable('countries', countryTable, (row) => ({
  kind: 'country',
  id: row.text('alpha3'),
  alpha3: row.text('alpha3'),
  ...given({ alpha2: row.maybeText('alpha2'), m49: row.maybeText('m49'), region: row.maybeText('region') }),
  membership: row.oneOf('membership', memberships),
  name: row.sixNames(),
  unverified: row.unverified(),
}));

/** Parts of countries with codes of their own. */
export const subNationalAreas: readonly SubNationalArea[] = /* @__PURE__ */ readTable(
  'sub-national areas',
  subNationalTable,
  (row) => ({
    kind: 'sub-national',
    id: row.text('id'),
    parent: row.text('parent'),
    variants: row.texts('variants'),
    name: row.sixNames(),
    unverified: row.unverified(),
  }),
);

/** The world and the regions of M49, the larger before the smaller. */
export const aggregates: readonly Aggregate[] = /* @__PURE__ */ readTable('regions', regionTable, (row) => ({
  kind: 'aggregate',
  id: aggregateId(row.text('m49')),
  m49: row.text('m49'),
  level: row.oneOf('kind', regionLevels),
  ...given({ parent: row.maybeText('parent') === undefined ? undefined : aggregateId(row.text('parent')) }),
  name: row.sixNames(),
  unverified: row.unverified(),
}));

function aggregateId(m49: string): string {
  return m49 === '001' ? worldId : m49;
}

/** Every place: countries and areas, parts of them, aggregates. */
export const areas: readonly Area[] = /* @__PURE__ */ everyPlace();

// A function, so that a bundle that names no place can leave the data out.
function everyPlace(): readonly Area[] {
  return [...countries, ...subNationalAreas, ...aggregates];
}
