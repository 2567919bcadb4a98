import { say } from '#kernel/i18n/say.ts';
import { partsOf } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report } from './report.ts';

/** The parts of a value that is made of named ones; a part that is not among them is refused, so that nothing is lost unsaid. */
export function checkParts(
  names: readonly string[],
  value: unknown,
  report: Report,
): Readonly<Record<string, unknown>> | undefined {
  const parts = partsOf(value);
  if (parts === undefined)
    return report.refuse(
      say('“{value}” is not enough here. Give each part by its name: {names}.', {
        value: quoted(value),
        names: names.join(', '),
      }),
    );
  for (const name of Object.keys(parts))
    if (!names.includes(name))
      report.refuse(
        say('“{name}” is no part of this field. Use {names}, or leave it out.', {
          name: quoted(name),
          names: names.join(', '),
        }),
      );
  return parts;
}
