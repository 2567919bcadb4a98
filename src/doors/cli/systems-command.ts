import type { Command } from '#kernel/commands/index.ts';
import { translate } from '#kernel/i18n/index.ts';
import { findAcceptanceReport, listSystems } from '#systems/index.ts';
import type { House } from '../house/open-house.ts';

export const systemsCommand: Command<House> = {
  name: 'systems',
  summary: 'Lists every system with its sources and its state, as the last whole test run of these sources found it.',
  options: { json: { type: 'boolean', summary: 'as JSON' } },
  needs: 'nothing',
  async run(_house, input, io) {
    const report = findAcceptanceReport();
    const systems = listSystems(report).map((system) => ({ ...system, title: translate('en', system.title) }));
    if (input.given('json')) await io.out(`${JSON.stringify(systems, null, 2)}\n`);
    else {
      for (const { id, state, title, engine } of systems)
        await io.out(`${state.padEnd(11)} ${id.padEnd(28)} ${engine.padEnd(11)} ${title}\n`);
      await io.err(
        report === undefined
          ? 'No test run of exactly these sources is on record: run npm test.\n'
          : `Tested ${report.date} at ${report.commit}.\n`,
      );
    }
    return 0;
  },
};
