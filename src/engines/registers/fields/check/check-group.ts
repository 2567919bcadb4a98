import { say } from '#kernel/i18n/say.ts';
import type { FieldSpec } from '../spec.ts';
import { partsOf } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report } from './report.ts';

export type CheckField = (spec: FieldSpec, value: unknown, report: Report) => unknown;

/** The fields of a record or of one group, each by its own check; a name that is no field of it is refused. Undefined when nothing is in it. */
export function checkFields(
  fields: Readonly<Record<string, FieldSpec>>,
  value: unknown,
  report: Report,
  check: CheckField,
): Readonly<Record<string, unknown>> | undefined {
  const parts = partsOf(value);
  if (parts === undefined)
    return report.refuse(
      say('“{value}” is not enough here. Give each field by its name: {names}.', {
        value: quoted(value),
        names: Object.keys(fields).join(', '),
      }),
    );
  for (const name of Object.keys(parts))
    if (!Object.hasOwn(fields, name))
      report
        .at(name)
        .refuse(say('There is no field “{name}” here. Correct its name, or leave it out.', { name: quoted(name) }));
  const kept: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(fields)) {
    const checked = check(spec, Object.hasOwn(parts, name) ? parts[name] : undefined, report.at(name));
    if (checked !== undefined) kept[name] = checked;
  }
  return Object.keys(kept).length === 0 ? undefined : kept;
}
