import { findArea } from '#reference/index.ts';
import { formatsOf, say, textIn } from '#kernel/i18n/index.ts';
import type { ReadPlacePart } from '#kernel/places/index.ts';
import { lawStatusOn } from './law/point-in-time.ts';
import { multilingual } from './pages/labels.ts';
import type { LegislationPageDeps } from './pages/routes.ts';
import { findAll, findCoverage, findTreaties, kindOfLaws } from './read/find-law.ts';
import { readLawRecord } from './read/read-records.ts';

/** The laws of a country, and the treaties that they were judged by. Invented laws show only where the register has no others, and say so. */
export function legislationPart(deps: LegislationPageDeps): ReadPlacePart {
  return async ({ area, language, actor }) => {
    if (findArea(area)?.kind !== 'country') return undefined;
    const context = deps.context(actor);
    const kind = await kindOfLaws(context);
    const [laws, judged] = await Promise.all([
      findAll(context, 'laws', kind, { filters: { jurisdiction: [area] } }, readLawRecord),
      findCoverage(context, kind, { jurisdiction: [area] }),
    ]);
    if (laws.length === 0) return undefined;
    const day = deps.clock().toISOString().slice(0, 10);
    const invented = kind === 'only';
    const answered = new Set(judged.map(({ treaty }) => treaty));
    const treaties = (await findTreaties(context)).filter(({ id }) => answered.has(id));
    const formats = formatsOf(language);
    return {
      id: 'laws',
      title: say('Laws'),
      lead: invented
        ? say('Invented laws, to show how the page works. They are the law of no State.')
        : say('Laws on crime and cooperation, and the treaty articles that they answer to.'),
      order: 25,
      blocks: [
        {
          kind: 'stats',
          items: [
            {
              label: say('Laws in force'),
              value: formats.number(laws.filter((law) => lawStatusOn(law, day) === 'in-force').length),
              path: `/registers/laws?jurisdiction=${area}`,
              demonstration: invented,
            },
            {
              label: say('Treaties that they were judged by'),
              value: formats.number(treaties.length),
              demonstration: invented,
            },
          ],
        },
        {
          kind: 'links',
          items: [
            ...treaties.map(({ id, short }) => ({
              label: say('Coverage: {treaty}', { treaty: textIn(language, multilingual(short)).text }),
              path: `/legislation/coverage/${area}/${id}`,
            })),
            ...laws.map(({ key, name }) => ({
              label: multilingual(name),
              path: `/legislation/laws/${encodeURIComponent(key)}`,
            })),
          ],
        },
      ],
    };
  };
}
