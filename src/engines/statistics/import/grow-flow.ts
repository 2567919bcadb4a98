import { say } from '#kernel/i18n/say.ts';
import type { Finding } from '../checks/finding.ts';
import { listed } from '../codelists.ts';
import type { FlowDefinition } from '../definition.ts';
import { english } from '../english.ts';
import type { Code, DataStructure } from '../model/structure.ts';
import type { BroughtCodes } from './unodc-portal.ts';
import { portalFlow } from './unodc-portal.ts';

/** Lists of which a file should not need to bring codes: one that it brings is worth a look. */
const publishedLists: Readonly<Record<string, string>> = { AGE: 'CL_AGE', UNIT_MEASURE: 'CL_UNIT_MEASURE' };

/** The flow with the codes that a file brought, each named in a finding unless the whole flow is new. */
export function grow(
  id: string,
  structure: DataStructure,
  made: ReadonlyMap<string, readonly Code[]>,
  isNew: boolean,
  found: (finding: Finding) => void,
): { definition: FlowDefinition; codes: BroughtCodes } {
  const codes: Record<string, { id: string; name: string }[]> = {};
  for (const { id: dimension, codelist } of structure.dimensions) {
    const published = publishedLists[dimension];
    const before = published === undefined ? codelist.codes : withoutPublished(codelist.codes, published);
    const brought = made.get(dimension) ?? [];
    if (codelist.agency !== 'MANDATA' && brought.length === 0) continue;
    if (dimension === 'REF_AREA') continue;
    codes[dimension] = [...before, ...brought].map((code) => ({ id: code.id, name: english(code.name) }));
    if (isNew && published === undefined) continue;
    for (const code of brought) found(newCode(dimension, code));
  }
  return { definition: portalFlow(id, codes), codes };
}

function withoutPublished(codes: readonly Code[], list: string): readonly Code[] {
  const known = new Set(listed(list).codes.map(({ id }) => id));
  return codes.filter(({ id }) => !known.has(id));
}

function newCode(dimension: string, { id, name }: Code): Finding {
  return {
    rule: 'code-new',
    severity: 'info',
    column: dimension,
    key: { [dimension]: id },
    said: say(
      '“{name}” is new in {dimension} and was given the code {id}. If it is another writing of a code that is there, correct the file.',
      {
        name: english(name),
        dimension,
        id,
      },
    ),
  };
}
