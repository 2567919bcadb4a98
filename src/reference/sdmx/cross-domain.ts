import { given, readTable } from '../table.ts';
import { origins, type ListOfCodes } from './codelist.ts';
import lists from './codelists.json' with { type: 'json' };

/** CL_FREQ, CL_SEX, CL_AGE, CL_OBS_STATUS, CL_CONF_STATUS, CL_UNIT_MULT and CL_DECIMALS. */
export const crossDomainLists: readonly ListOfCodes[] = /* @__PURE__ */ readLists();

function readLists(): readonly ListOfCodes[] {
  return lists.map((list) => ({
    id: list.id,
    agency: list.agency,
    version: list.version,
    name: list.name,
    partial: list.partial,
    codes: readTable(list.id, list, (row) => ({
      id: row.text('id'),
      name: row.someNames(),
      ...given({ parent: row.maybeText('parent') }),
      origin: row.oneOf('origin', origins),
    })),
  }));
}
