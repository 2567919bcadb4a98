import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { Zip, ZipEntry } from '#kernel/zip/index.ts';
import type { WorkbookLimits } from '../limits.ts';
import { unescapeText } from './escaped-text.ts';
import { drain, localName, readPart } from './part.ts';
import { SharedTexts } from './shared-texts.ts';

/** Reads the common list of texts; runs of different looks are joined, pronunciation guides left out. */
export async function readSharedTexts(
  zip: Zip,
  entry: ZipEntry | undefined,
  limits: WorkbookLimits,
): Promise<SharedTexts> {
  const texts = new SharedTexts(limits.sharedTextMemory);
  if (entry === undefined) return texts;
  let current = '';
  let inText = false;
  let guide = false;
  const handlers = {
    open({ name }: { name: string }) {
      const local = localName(name);
      if (local === 't') inText = !guide;
      else if (local === 'si') current = '';
      else if (local === 'rPh') guide = true;
    },
    text(text: string) {
      // One character more than allowed is kept: the cell that uses the text is refused, by its address.
      if (inText && current.length <= limits.cellCharacters) current += text;
    },
    close(name: string) {
      const local = localName(name);
      if (local === 't') inText = false;
      else if (local === 'rPh') guide = false;
      else if (local === 'si') {
        if (texts.size >= limits.sharedTexts) throw tooMany(zip.name, limits.sharedTexts);
        texts.add(unescapeText(current).slice(0, limits.cellCharacters + 1));
      }
    },
  };
  try {
    await drain(readPart(zip, entry, handlers, { text: limits.cellCharacters * 8 + 65_536 }));
  } catch (problem) {
    texts.close();
    throw problem;
  }
  return texts;
}

function tooMany(file: string, limit: number): Problem {
  return new Problem(
    'too-large',
    say('The workbook {file} holds more than {limit} different texts. Split it.', { file, limit }),
    {
      details: { limit },
    },
  );
}
