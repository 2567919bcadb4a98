import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '#kernel/errors/problem.ts';
import { say, translate } from '#kernel/i18n/index.ts';
import { fileToRead, fileToWrite, type Command, type Input } from '#kernel/commands/index.ts';
import { actAs } from '#kernel/identity/index.ts';
import { operator, type Actor } from '#kernel/policy/index.ts';
import {
  countRecords,
  eachRecord,
  exportRecords,
  getRegister,
  importRecords,
  visibleRegister,
  type ImportReport,
  type RecordQuery,
} from '#engines/registers/index.ts';
import type { House } from '../house/open-house.ts';

const json = { type: 'boolean', summary: 'as JSON' } as const;
const as = {
  type: 'string',
  value: 'EMAIL',
  summary: 'act as this account instead of the machine’s operator',
} as const;
const formats = ['csv', 'xlsx', 'jsonl', 'jsonld'] as const;

async function actorOf(house: House, input: Input): Promise<Actor> {
  const email = input.text('as');
  return email === undefined ? operator : actAs(house.identity, operator, email);
}

const list: Command<House> = {
  name: 'registers list',
  summary: 'Lists the registers, with how many published records each holds.',
  options: { json },
  async run(house, input, io) {
    const counts = await countRecords(house.registers.context(operator));
    const all = house.registers.definitions.map(({ id, title }) => ({
      id,
      title: translate('en', title),
      records: counts.get(id)?.records ?? 0,
      demonstration: counts.get(id)?.demonstration ?? 0,
    }));
    if (input.given('json')) await io.out(`${JSON.stringify(all, null, 2)}\n`);
    else
      for (const { id, title, records, demonstration } of all)
        await io.out(
          `${id.padEnd(24)} ${String(records).padStart(6)} real ${String(demonstration).padStart(6)} invented  ${title}\n`,
        );
    return 0;
  },
};

const exportCommand: Command<House> = {
  name: 'registers export',
  summary: 'Writes the records of a register, as they may be read, to a file or to standard output.',
  arguments: ['REGISTER'],
  options: {
    format: { type: 'string', value: formats.join('|'), summary: 'csv unless told' },
    output: { type: 'string', short: 'o', value: 'FILE', summary: 'the file; standard output without it' },
    q: { type: 'string', value: 'WORDS', summary: 'only records with all these words' },
    filter: {
      type: 'string',
      multiple: true,
      value: 'FIELD=VALUE',
      summary: 'only records with this value; several times',
    },
    states: { type: 'string', value: 'STATE,…', summary: 'states of the lifecycle; what readers see unless told' },
    demonstration: { type: 'boolean', summary: 'the invented records instead of the real ones' },
    as,
  },
  async run(house, input, io) {
    const format = formats.find((each) => each === (input.text('format') ?? 'csv'));
    if (format === undefined)
      throw new Problem('wrong-use', say('--format takes one of {formats}.', { formats: formats.join(', ') }));
    const context = house.registers.context(await actorOf(house, input));
    const register = getRegister(context, input.arguments[0] ?? '');
    const records = eachRecord(context, register.id, queryOf(input));
    const pieces = exportRecords(visibleRegister(register, context.actor), records, format, {
      language: 'en',
      origin: house.config.origin,
    });
    const output = input.text('output');
    if (output === undefined) for await (const piece of pieces) await io.out(piece);
    else await pipeline(Readable.from(pieces), createWriteStream(await fileToWrite(io.cwd, output)));
    return 0;
  },
};

function queryOf(input: Input): RecordQuery {
  const filters: Record<string, readonly string[]> = {};
  for (const filter of input.texts('filter')) {
    const at = filter.indexOf('=');
    if (at < 1) throw new Problem('wrong-use', say('--filter is written FIELD=VALUE, not “{filter}”.', { filter }));
    const field = filter.slice(0, at);
    filters[field] = [...(filters[field] ?? []), filter.slice(at + 1)];
  }
  const [q, states] = [input.text('q'), input.text('states')];
  return {
    filters,
    demonstration: input.given('demonstration') ? 'only' : 'none',
    ...(q !== undefined && { q }),
    ...(states !== undefined && { states: states.split(',') }),
  };
}

const importCommand: Command<House> = {
  name: 'registers import',
  summary: 'Takes over a CSV, XLSX or JSON file of records: all of it, or nothing and the reasons.',
  arguments: ['FILE'],
  options: {
    register: { type: 'string', value: 'REGISTER', summary: 'the register' },
    'dry-run': { type: 'boolean', summary: 'check everything, keep nothing' },
    publish: { type: 'boolean', summary: 'publish new records at once' },
    as,
    json,
  },
  async run(house, input, io) {
    const register = input.text('register');
    if (register === undefined)
      throw new Problem('wrong-use', say('Name the register: --register ID. “mandata registers list” lists them.'));
    const path = await fileToRead(io.cwd, input.arguments[0] ?? '');
    const report = await refusedOrDone(
      importRecords(house.registers.context(await actorOf(house, input)), register, {
        bytes: await readFile(path),
        name: basename(path),
        dryRun: input.given('dry-run'),
        moves: input.given('publish') ? ['publish'] : [],
      }),
    );
    const findings = report.rows.flatMap(({ row, findings: found }) =>
      found.map(({ severity, rule, field, said }) => ({ row, severity, rule, field, message: translate('en', said) })),
    );
    if (input.given('json'))
      await io.out(
        `${JSON.stringify({ ...(report.id !== undefined && { import: report.id }), ...report.counts, findings })}\n`,
      );
    else {
      for (const { row, severity, field, message } of findings)
        await io.out(`${severity.padEnd(7)} row ${row}, ${field}: ${message}\n`);
      const { rows, new: made, changed, same, refused } = report.counts;
      await io.out(`${rows} rows: ${made} new, ${changed} changed, ${same} the same, ${refused} refused.\n`);
    }
    return report.counts.refused > 0 ? 1 : 0;
  },
};

/** A file with refused rows is an answer of the command, not a wrong use of it. */
async function refusedOrDone(work: Promise<ImportReport>): Promise<ImportReport> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && error.kind === 'invalid' && 'report' in error.details)
      return error.details['report'] as ImportReport;
    throw error;
  }
}

export const registersCommands: readonly Command<House>[] = [list, exportCommand, importCommand];
