import type { Command } from '#kernel/commands/index.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { JobState } from '#kernel/jobs/index.ts';
import { operator } from '#kernel/policy/index.ts';
import { forgetFailedJob, retryFailedJob } from '../house/failed-jobs.ts';
import type { House } from '../house/open-house.ts';

const json = { type: 'boolean', summary: 'as JSON' } as const;
const all = { type: 'boolean', summary: 'every failed job' } as const;
const states: Readonly<Record<string, JobState['state']>> = {
  waiting: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'dead',
};

/** The word for a state that people read; "dead" is the queue's own. */
const wordOf = (state: JobState['state']): string => (state === 'dead' ? 'failed' : state);

const list: Command<House> = {
  name: 'jobs list',
  summary: 'Lists the work in the background, newest first: what waits, runs, is done, or has failed and why.',
  options: {
    state: { type: 'string', value: 'STATE', summary: Object.keys(states).join(', ') },
    kind: { type: 'string', value: 'KIND', summary: 'only this kind of job' },
    json,
  },
  async run({ queue }, input, io) {
    const [asked, kind] = [input.text('state'), input.text('kind')];
    const state = asked === undefined ? undefined : states[asked];
    if (asked !== undefined && state === undefined)
      throw new Problem(
        'wrong-use',
        say('--{option} takes one of: {allowed}.', { option: 'state', allowed: Object.keys(states).join(', ') }),
      );
    const jobs = await queue.list({ ...(state !== undefined && { state }), ...(kind !== undefined && { kind }) });
    const shown = jobs.map((job) => ({ ...job, state: wordOf(job.state) }));
    if (input.given('json')) await io.out(`${JSON.stringify(shown, null, 2)}\n`);
    else
      for (const job of shown)
        await io.out(
          `${job.id}  ${job.state.padEnd(8)} ${job.createdAt.toISOString()}  ${job.kind.padEnd(26)} ${job.reason ?? job.message ?? ''}\n`,
        );
    return 0;
  },
};

const retry: Command<House> = {
  name: 'jobs retry',
  summary: 'Sets a failed job going again, with all its attempts.',
  arguments: ['[ID]'],
  options: { all },
  run: async (house, input, io) => {
    const ids = await idsOf(house, input.arguments[0], input.given('all'), 'retry');
    for (const id of ids) await retryFailedJob(house, operator, id);
    await io.out(`${ids.length} set going again.\n`);
    return 0;
  },
};

const forget: Command<House> = {
  name: 'jobs forget',
  summary: 'Deletes a failed job: it will not be done.',
  arguments: ['[ID]'],
  options: { all },
  run: async (house, input, io) => {
    const ids = await idsOf(house, input.arguments[0], input.given('all'), 'forget');
    for (const id of ids) await forgetFailedJob(house, operator, id);
    await io.out(`${ids.length} deleted.\n`);
    return 0;
  },
};

/** One id, or with --all those of every failed job. */
async function idsOf({ queue }: House, id: string | undefined, every: boolean, word: string): Promise<string[]> {
  if (id !== undefined && !every) return [id];
  if (id === undefined && every) return (await queue.list({ state: 'dead', limit: 10_000 })).map((job) => job.id);
  throw new Problem('wrong-use', say('Use: {usage}', { usage: `mandata jobs ${word} ID | --all` }));
}

export const jobCommands: readonly Command<House>[] = [list, retry, forget];
