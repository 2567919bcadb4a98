import { say } from '#kernel/i18n/say.ts';
import type { FileValue } from '../values.ts';
import { checkLanguage } from './check-language.ts';
import { checkParts } from './check-parts.ts';
import { cleanText } from './clean-text.ts';
import { isEmpty } from './is-empty.ts';
import { quoted } from './quoted.ts';
import type { Report, SpecOf } from './report.ts';

/** A file that is kept already, named by its content; whether it is, the store knows. */
export function checkFile(spec: SpecOf<'file'>, value: unknown, report: Report): FileValue | undefined {
  const parts = checkParts(['sha256', 'name', 'bytes', 'type', 'language'], value, report);
  if (parts === undefined) return undefined;
  const before = report.refused();
  const sha256 = typeof parts['sha256'] === 'string' ? parts['sha256'].trim().toLowerCase() : '';
  if (!/^[0-9a-f]{64}$/.test(sha256))
    report.at('sha256').refuse(say('This names no file that was uploaded. Upload the file again.'));
  const named = cleanText(parts['name'] ?? '', { longest: 255, lines: false }, report.at('name'));
  const name = named?.replaceAll(/[/\\]/g, '_') || 'file';
  const { bytes, type } = parts;
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0 || bytes > spec.largest)
    report.at('bytes').refuse(
      say(
        'The file is too large or its size is not known: at most {most, number} MB fit. Reduce it and upload it again.',
        {
          most: spec.largest / 1_000_000,
        },
      ),
    );
  if (typeof type !== 'string' || !spec.types.includes(type))
    report.at('type').refuse(
      say('Files of the type “{type}” are not kept here. Upload one of these types: {types}.', {
        type: quoted(type ?? ''),
        types: spec.types.join(', '),
      }),
    );
  const language = isEmpty(parts['language'])
    ? undefined
    : checkLanguage(spec, parts['language'], report.at('language'));
  if (report.refused() > before || typeof bytes !== 'number' || typeof type !== 'string') return undefined;
  return { sha256, name, bytes, type, ...(language === undefined ? {} : { language }) };
}
