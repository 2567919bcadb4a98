import { say } from '#kernel/i18n/say.ts';
import type { Report } from './report.ts';

/**
 * Text as it is kept: composed (NFC), trimmed, line ends as \n; on one line unless `lines`. What cannot be stored or shown
 * (U+0000, other control characters, halves of a pair) is refused, and undefined given; empty text is ''.
 */
export function cleanText(
  value: unknown,
  options: { readonly longest: number; readonly lines: boolean },
  report: Report,
): string | undefined {
  if (typeof value !== 'string')
    return report.refuse(say('This must be text, and something else came. Write it as text.'));
  const lined = value.replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  const bad = /[^\P{Cc}\n\t]|\p{Cs}/u.exec(lined)?.[0];
  if (bad !== undefined) {
    const code = (bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return report.refuse(
      say('This text holds a character that cannot be kept (U+{code}). Delete it and write that place again.', {
        code,
      }),
    );
  }
  const straight = options.lines ? lined : lined.trim().replaceAll(/ *[\n\t]+ */g, ' ');
  const open = hasOpenDirection(straight);
  if (open)
    report.warn(
      'direction',
      say('Invisible marks of writing direction were not closed in this text. They have been taken out.'),
    );
  const text = (open ? straight.replaceAll(directionMarks, '') : straight).normalize('NFC').trim();
  const over = text.length <= options.longest ? 0 : countCharacters(text) - options.longest;
  if (over > 0) {
    return report.refuse(
      say(
        'This text is too long by {over, plural, one {# character} other {# characters}}: at most {most, number} fit.',
        {
          over,
          most: options.longest,
        },
      ),
    );
  }
  return text;
}

function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

// Embeddings and overrides are closed by U+202C, isolates by U+2069 (Unicode Standard Annex 9); both end with the line.
const directionMarks = /[\u202A-\u202E\u2066-\u2069]/g;

function hasOpenDirection(text: string): boolean {
  let open: string[] = [];
  for (const [mark] of text.matchAll(/[\u202A-\u202E\u2066-\u2069\n]/g)) {
    if (mark === '\n') {
      if (open.length > 0) return true;
    } else if (mark === '\u202C' || mark === '\u2069') {
      if (open.pop() !== mark) return true;
    } else {
      open.push(mark >= '\u2066' ? '\u2069' : '\u202C');
    }
  }
  return open.length > 0;
}
