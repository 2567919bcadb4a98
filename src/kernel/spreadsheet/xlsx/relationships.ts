import type { Zip } from '#kernel/zip/index.ts';
import { drain, localName, readPart } from './part.ts';

export interface Relationship {
  readonly id: string;
  /** Last step of the type: worksheet, sharedStrings, styles, officeDocument … the same in the transitional and the strict form. */
  readonly type: string;
  /** Path in the package, without a leading slash. */
  readonly target: string;
}

/** Relationships of a part ('' for the package); links that lead outside the file are left out: nothing is ever fetched. */
export async function readRelationships(zip: Zip, part: string): Promise<readonly Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const entry = zip.find(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found: Relationship[] = [];
  if (entry === undefined) return found;
  await drain(
    readPart(zip, entry, {
      open({ name, attributes }) {
        if (localName(name) !== 'Relationship' || attributes['TargetMode'] === 'External') return;
        const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
        found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolvePath(folder, target) });
      },
    }),
  );
  return found;
}

function resolvePath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}
