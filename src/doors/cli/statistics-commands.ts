import { Problem } from '#kernel/errors/problem.ts';
import { say, translate } from '#kernel/i18n/index.ts';
import { fileToRead, type Command, type Input, type Io } from '#kernel/commands/index.ts';
import { actAs } from '#kernel/identity/index.ts';
import { operator, type Actor } from '#kernel/policy/index.ts';
import {
  flowName,
  importFile,
  listFlows,
  releaseFlow,
  type Imported,
  type StatisticsContext,
} from '#engines/statistics/index.ts';
import type { House } from '../house/open-house.ts';
import { indicatorCommand } from './indicator-command.ts';

const json = { type: 'boolean', summary: 'as JSON' } as const;
const as = {
  type: 'string',
  value: 'EMAIL',
  summary: 'act as this account instead of the machine’s operator',
} as const;

/** Who a command acts as: the account of --as, else the machine's operator. */
async function actorOf(house: House, input: Input): Promise<Actor> {
  const email = input.text('as');
  return email === undefined ? operator : actAs(house.identity, operator, email);
}

/** A progress line on standard error, when it is a terminal. */
function progressOn(io: Io): Pick<StatisticsContext, 'progress'> {
  if (!io.terminal) return {};
  return { progress: ({ doing, rows }) => void io.err(`\r${doing} … ${rows.toLocaleString('en')} rows `) };
}

async function runImport(
  house: House,
  input: Input,
  io: Io,
  options: { mapping?: string | undefined; accept: boolean },
): Promise<Imported> {
  const flow = input.text('flow');
  if (flow === undefined)
    throw new Problem(
      'wrong-use',
      say('Name the flow: --flow AGENCY:FLOW. “mandata statistics flows” lists those that there are.'),
    );
  const path = await fileToRead(io.cwd, input.arguments[0] ?? '');
  const context = house.statistics.context(await actorOf(house, input), progressOn(io));
  const imported = await importFile(context, {
    path,
    flow,
    ...(options.mapping !== undefined && { mapping: options.mapping }),
    dryRun: input.given('dry-run'),
    accept: options.accept,
  });
  if (io.terminal) await io.err('\n');
  return imported;
}

async function report(imported: Imported, input: Input, io: Io): Promise<0 | 1> {
  const { rows, observations, suppressed, rejected, batch } = imported;
  const findings = imported.findings.map(({ rule, severity, row, column, key, message }) => ({
    rule,
    severity,
    row,
    column,
    key,
    message,
  }));
  if (input.given('json'))
    await io.out(
      `${JSON.stringify({ rows, observations, suppressed, rejected, findings, ...(batch !== undefined && { batch }) })}\n`,
    );
  else {
    for (const { severity, rule, row, column, message } of findings) {
      await io.out(
        `${severity.padEnd(7)} ${rule.padEnd(24)} ${row === null ? '' : `row ${row}`}${column === null ? '' : `, ${column}`}  ${message}\n`,
      );
    }
    await io.out(
      `${rows} rows: ${observations} observations, ${suppressed} suppressed, ${rejected} rejected; ${findings.length} findings.${batch === undefined ? '' : ` Batch ${batch}.`}\n`,
    );
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

const importCommand: Command<House> = {
  name: 'statistics import',
  summary: 'Imports a workbook or CSV into a flow: every row is kept, every finding listed, nothing is published.',
  arguments: ['FILE'],
  options: {
    flow: {
      type: 'string',
      value: 'AGENCY:FLOW',
      summary: 'the flow; one that does not exist is made when a mapping is named',
    },
    mapping: { type: 'string', value: 'NAME', summary: 'how the columns are read (prisons, unodc-portal, sdmx-csv)' },
    'dry-run': { type: 'boolean', summary: 'read and check everything, keep nothing' },
    accept: { type: 'boolean', summary: 'accept what has no error' },
    as,
    json,
  },
  async run(house, input, io) {
    return report(
      await runImport(house, input, io, { mapping: input.text('mapping'), accept: input.given('accept') }),
      input,
      io,
    );
  },
};

const loadCommand: Command<House> = {
  name: 'statistics load',
  summary: 'Loads SDMX-CSV in bulk, through the same checks, and accepts what has no error.',
  arguments: ['FILE'],
  options: {
    flow: { type: 'string', value: 'AGENCY:FLOW', summary: 'the flow' },
    'dry-run': { type: 'boolean', summary: 'read and check everything, keep nothing' },
    as,
    json,
  },
  async run(house, input, io) {
    return report(await runImport(house, input, io, { accept: !input.given('dry-run') }), input, io);
  },
};

const releaseCommand: Command<House> = {
  name: 'statistics release',
  summary: 'Publishes what is accepted as the next, immutable release of a flow.',
  arguments: ['AGENCY:FLOW'],
  options: {
    note: { type: 'string', value: 'TEXT', summary: 'what readers should know of this release' },
    embargo: { type: 'string', value: 'TIME', summary: 'restricted until then (ISO 8601)' },
    as,
    json,
  },
  async run(house, input, io) {
    const [note, embargo] = [input.text('note'), input.text('embargo')];
    const embargoUntil = embargo === undefined ? undefined : new Date(embargo);
    if (embargoUntil !== undefined && Number.isNaN(embargoUntil.getTime()))
      throw new Problem('wrong-use', say('--embargo takes a time such as 2026-12-01T09:00Z.'));
    const released = await releaseFlow(house.statistics.context(await actorOf(house, input), progressOn(io)), {
      flow: input.arguments[0] ?? '',
      ...(note !== undefined && { note }),
      ...(embargoUntil !== undefined && { embargoUntil }),
    });
    await house.afterChange();
    const { changes } = released;
    await io.out(
      input.given('json')
        ? `${JSON.stringify(released)}\n`
        : `${released.flow}, release ${released.release}: ${released.observations} observations (${changes.new} new, ${changes.revised} revised, ${changes.gone} gone), SHA-256 ${released.sha256}.\n`,
    );
    return 0;
  },
};

const flowsCommand: Command<House> = {
  name: 'statistics flows',
  summary: 'Lists the dataflows and their latest release.',
  options: { json },
  async run(house, input, io) {
    const context = house.statistics.context(operator);
    const flows = await Promise.all(
      (await listFlows(context)).map(async ({ flow, mappings }) => {
        const current = await house.statistics.store.current(flow, operator);
        return {
          id: flowName(flow),
          name: translate('en', flow.name),
          mappings: Object.keys(mappings),
          release: current?.release ?? null,
          observations: current?.observations ?? 0,
        };
      }),
    );
    if (input.given('json')) await io.out(`${JSON.stringify(flows, null, 2)}\n`);
    else
      for (const { id, name, release, observations } of flows)
        await io.out(
          `${id.padEnd(32)} ${release === null ? 'not released' : `release ${release}, ${observations} observations`}  ${name}\n`,
        );
    return 0;
  },
};

export const statisticsCommands: readonly Command<House>[] = [
  importCommand,
  loadCommand,
  releaseCommand,
  flowsCommand,
  indicatorCommand,
];
