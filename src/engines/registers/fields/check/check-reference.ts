import { say } from '#kernel/i18n/say.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

/** The id of a record: here only its form; whether the record is there, the store knows. */
export function checkReference(spec: SpecOf<'reference'>, value: unknown, report: Report): string | undefined {
  const id = typeof value === 'string' ? value.trim() : '';
  if (/^[^\s\p{C}/?#]{1,200}$/u.test(id)) return id;
  return report.refuse(
    say('“{value}” is no id of a record of the register {register}. Choose the record from the list.', {
      value: quoted(value),
      register: spec.register,
    }),
  );
}
