import type { Command } from '#kernel/commands/index.ts';
import { removeDemonstrationAccounts } from '#kernel/identity/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { removeDemonstrationRecords } from '#engines/registers/index.ts';
import { removeDemonstrationFigures } from '#engines/statistics/index.ts';
import { seedDemonstration } from '../house/first-start.ts';
import type { House } from '../house/open-house.ts';

export const demonstrationCommands: readonly Command<House>[] = [
  {
    name: 'seed demo',
    summary: 'Makes the demonstration accounts and loads the invented data; what is there already stays.',
    async run(house, _input, io) {
      await seedDemonstration(house);
      await house.afterChange();
      await io.out('The demonstration is in place. “mandata accounts list” shows the accounts.\n');
      return 0;
    },
  },
  {
    name: 'demo remove',
    summary: 'Deletes the demonstration accounts and the invented data, for good.',
    async run(house, _input, io) {
      await removeDemonstrationAccounts(house.identity);
      // The folder stays marked as seeded: a later start does not bring the demonstration back.
      const { batches } = await removeDemonstrationFigures(house.statistics.context(operator));
      const { records } = await removeDemonstrationRecords(house.registers.context(operator));
      await house.afterChange();
      await io.out(
        `Removed the demonstration accounts, ${batches} batch of invented figures and ${records} invented records. Start with MANDATA_DEMO=0 to take the banner away.\n`,
      );
      return 0;
    },
  },
];
