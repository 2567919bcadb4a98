import { verifyAudit } from '#kernel/audit/index.ts';
import type { Command } from '#kernel/commands/index.ts';
import type { House } from '../house/open-house.ts';

export const auditCommand: Command<House> = {
  name: 'audit verify',
  summary: 'Walks the audit log’s chain and finds what was changed, removed, reordered or cut off.',
  options: { json: { type: 'boolean', summary: 'as JSON' } },
  async run({ database, secret, headFile, sealer }, input, io) {
    await sealer.sealNow();
    const { entries, ok, brokenAt, because } = await verifyAudit(database, { secret, headFile });
    if (input.given('json'))
      await io.out(`${JSON.stringify({ entries, ok, brokenAt, ...(because !== undefined && { because }) })}\n`);
    else
      await io.out(
        ok
          ? `${entries} entries, the chain is whole.\n`
          : `${entries} entries; the chain is broken at batch ${brokenAt ?? 0}: ${because ?? ''}.\n`,
      );
    return ok ? 0 : 1;
  },
};
