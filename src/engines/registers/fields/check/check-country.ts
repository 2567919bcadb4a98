import { findArea } from '#reference/index.ts';
import { say } from '#kernel/i18n/say.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

/** A State or area by any of its codes, kept as alpha-3; parts of a State only where the field takes them. */
export function checkCountry(spec: SpecOf<'country'>, value: unknown, report: Report): string | undefined {
  const area = typeof value === 'string' ? findArea(value) : undefined;
  if (area?.kind === 'country' || (area?.kind === 'sub-national' && spec.subNational)) return area.id;
  if (area?.kind === 'sub-national')
    return report.refuse(
      say('“{value}” is a part of a State, and this field takes whole States and areas. Use {parent}.', {
        value: quoted(value),
        parent: area.parent,
      }),
    );
  return report.refuse(
    say('“{value}” is no code of a State or area. Give its code of three letters, such as KEN or PER.', {
      value: quoted(value),
    }),
  );
}
