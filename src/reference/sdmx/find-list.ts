import { areas } from '../areas/areas.ts';
import type { Area } from '../areas/area.ts';
import { lazily } from '../lazily.ts';
import { given } from '../table.ts';
import { units } from '../units/units.ts';
import type { ListOfCodes } from './codelist.ts';
import { crossDomainLists } from './cross-domain.ts';

const made = /* @__PURE__ */ lazily(
  () => new Map([...crossDomainLists, areaList(), unitList()].map((list) => [list.id, list])),
);

/** Finds a code list by its id: those of `crossDomainLists`, CL_AREA and CL_UNIT_MEASURE. */
export function findListOfCodes(id: string): ListOfCodes | undefined {
  return made().get(id);
}

function areaList(): ListOfCodes {
  return {
    id: 'CL_AREA',
    agency: 'MANDATA',
    version: '1.0',
    name: 'Reference area',
    partial: false,
    codes: areas.map((area) => ({
      id: area.id,
      name: area.name,
      ...given({ parent: enclosing(area) }),
      origin: area.kind === 'country' ? 'published' : 'own',
    })),
  };
}

function enclosing(area: Area): string | undefined {
  return area.kind === 'country' ? (area.region ?? 'WORLD') : area.parent;
}

function unitList(): ListOfCodes {
  return {
    id: 'CL_UNIT_MEASURE',
    agency: 'MANDATA',
    version: '1.0',
    name: 'Unit of measure',
    partial: false,
    codes: units.map(({ id, name, published }) => ({ id, name, origin: published ? 'published' : 'own' })),
  };
}
