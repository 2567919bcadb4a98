import { findArea } from '#reference/index.ts';
import { formatsOf, say, textIn, translatorOf } from '#kernel/i18n/index.ts';
import type { PlaceLink, ReadPlacePart } from '#kernel/places/index.ts';
import type { TreatyPageDeps } from './pages/routes.ts';
import { stateTreaties } from './pages/state-view.ts';

/** The treaties of a country: how many it is a party to by group, and how it stands towards each. Invented entries show only where there are no others, and say so. */
export function treatiesPart(deps: TreatyPageDeps): ReadPlacePart {
  return async ({ area, language, actor }) => {
    if (findArea(area)?.kind !== 'country') return undefined;
    const context = deps.context(actor);
    const day = deps.clock().toISOString().slice(0, 10);
    const real = await deps.logs.read(context, 'record');
    const hasReal = real.actions.some(({ participant }) => participant === area);
    if (!hasReal && !context.demonstration) return undefined;
    const log = hasReal ? real : await deps.logs.read(context, 'demonstration');
    const rows = stateTreaties(log, area, day, language).filter(({ standing }) => standing !== 'none');
    if (rows.length === 0) return undefined;
    const t = translatorOf(language);
    const query = hasReal ? '' : '?log=demonstration';
    const groups = Map.groupBy(rows, ({ group }) => t(group));
    const links: PlaceLink[] = rows.map(({ id, short, standingWords, since }) => ({
      label: [textIn(language, short).text, t(standingWords), ...(since === undefined ? [] : [t(since)])].join(' · '),
      path: `/treaties/${id}${query}`,
    }));
    return {
      id: 'treaties',
      title: say('Treaties'),
      lead: hasReal
        ? say('How the State stands towards the instruments, as far as entries with a source tell.')
        : say('Invented entries, to show how the page works. They say nothing about the State.'),
      order: 20,
      blocks: [
        {
          kind: 'stats',
          items: [...groups].map(([label, own]) => {
            const n = own.filter(({ standing }) => standing === 'party').length;
            return {
              label,
              value: formatsOf(language).number(n),
              unit: say('{n, plural, one {instrument in force for it} other {instruments in force for it}}', { n }),
              path: `/treaties/states/${area}${query}`,
              demonstration: !hasReal,
            };
          }),
        },
        {
          kind: 'links',
          items: [{ label: say('All treaties, on any day'), path: `/treaties/states/${area}${query}` }, ...links],
        },
      ],
    };
  };
}
