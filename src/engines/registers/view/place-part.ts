import { say } from '#kernel/i18n/say.ts';
import type { ReadPlacePart } from '#kernel/places/index.ts';
import type { Actor } from '#kernel/policy/index.ts';
import type { RegistersContext } from '../context.ts';
import { countRecords } from '../find/count-records.ts';
import { filteredPath } from './lookups.ts';

/** What the registers hold about a country: how many records each, leading to them. */
export function registersPart(contextFor: (actor: Actor) => RegistersContext): ReadPlacePart {
  return async ({ area, actor }) => {
    const context = contextFor(actor);
    const counts = await countRecords(context, { country: area });
    const items = context.registers.flatMap((register) => {
      const count = counts.get(register.id);
      const field = Object.entries(register.fields).find(([, { kind, facet }]) => kind === 'country' && facet)?.[0];
      if (count === undefined || field === undefined) return [];
      const { records, demonstration } = count;
      return [
        {
          label: register.title,
          value: String(records > 0 ? records : demonstration),
          path: filteredPath(register.id, field, area),
          demonstration: records === 0,
        },
      ];
    });
    return items.length === 0
      ? undefined
      : {
          id: 'registers',
          title: say('Law and knowledge'),
          lead: say('Records that name this place.'),
          order: 30,
          blocks: [{ kind: 'stats', items }],
        };
  };
}
