import type { Command } from '#kernel/commands/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { House } from '../house/open-house.ts';

const json = { type: 'boolean', summary: 'as JSON' } as const;

const list: Command<House> = {
  name: 'streams list',
  summary: 'Lists who reads which stream of documents, how many they have yet to read, and how many they laid aside.',
  options: { json },
  async run(house, input, io) {
    const lags = await (await house.streams()).lag();
    if (input.given('json')) await io.out(`${JSON.stringify(lags, null, 2)}\n`);
    else
      for (const { stream, group, behind, dead } of lags)
        await io.out(`${stream.padEnd(32)} ${group.padEnd(24)} ${behind} to read, ${dead} laid aside\n`);
    return 0;
  },
};

const dead: Command<House> = {
  name: 'streams dead',
  summary: 'Lists the documents that a group of readers laid aside, newest first, with the reason.',
  arguments: ['STREAM', 'GROUP'],
  options: { json },
  async run(house, input, io) {
    const [name = '', group = ''] = input.arguments;
    const letters = await (await house.streams()).dead({ name }, group);
    if (input.given('json')) await io.out(`${JSON.stringify(letters, null, 2)}\n`);
    else for (const { id, diedAt, reason } of letters) await io.out(`${id}  ${diedAt.toISOString()}  ${reason}\n`);
    return 0;
  },
};

const retry: Command<House> = {
  name: 'streams retry',
  summary: 'Gives a document that was laid aside to its readers again.',
  arguments: ['STREAM', 'GROUP', 'ID'],
  async run(house, input, io) {
    const [name = '', group = '', id = ''] = input.arguments;
    if (!(await (await house.streams()).retryDead({ name }, group, id)))
      throw new Problem(
        'not-found',
        say('There is nothing laid aside under {id}. “mandata streams dead” lists what there is.', { id }),
      );
    await io.out('1 given again.\n');
    return 0;
  },
};

export const streamCommands: readonly Command<House>[] = [list, dead, retry];
