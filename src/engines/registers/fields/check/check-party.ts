import { say } from '#kernel/i18n/say.ts';
import type { Party } from '../values.ts';
import { checkParts } from './check-parts.ts';
import { cleanText } from './clean-text.ts';
import { isEmpty } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

const line = { longest: 500, lines: false };

/** A person or body by name, with the part played where it is known. */
export function checkParty(_: SpecOf<'party'>, value: unknown, report: Report): Party | undefined {
  const parts = checkParts(['name', 'kind', 'role'], value, report);
  if (parts === undefined || (isEmpty(parts['name']) && isEmpty(parts['role']))) return undefined;
  const { kind } = parts;
  if (kind !== 'person' && kind !== 'body')
    report.at('kind').refuse(
      say('“{kind}” does not say whether this is a person or a body. Give person or body.', {
        kind: quoted(kind ?? ''),
      }),
    );
  const name = cleanText(parts['name'] ?? '', line, report.at('name'));
  const role = isEmpty(parts['role']) ? undefined : cleanText(parts['role'], line, report.at('role'));
  if (name === '') return report.at('name').refuse(say('The name of the person or body is missing. Give it.'));
  if (name === undefined || (kind !== 'person' && kind !== 'body')) return undefined;
  return { name, kind, ...(role ? { role } : {}) };
}
