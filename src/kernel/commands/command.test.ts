import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpOf, helpOfAll, readCommand, type Command } from './index.ts';

const commands: Command<never>[] = [
  {
    name: 'statistics import',
    summary: 'Imports a file.',
    arguments: ['FILE'],
    options: {
      flow: { type: 'string', value: 'FLOW', summary: 'the dataflow' },
      'dry-run': { type: 'boolean', summary: 'only check' },
    },
    run: async () => 0,
  },
  { name: 'serve', summary: 'Serves the site.', run: async () => 0 },
];

test('a command is found by its words and its options are read', () => {
  const { command, input } = readCommand(commands, ['statistics', 'import', 'a.xlsx', '--flow', 'A:B', '--dry-run']);
  assert.equal(command.name, 'statistics import');
  assert.deepEqual(input.arguments, ['a.xlsx']);
  assert.equal(input.text('flow'), 'A:B');
  assert.equal(input.given('dry-run'), true);
});

test('wrong use says what is expected', () => {
  for (const words of [
    ['statistics', 'import'],
    ['serve', 'what'],
    ['serve', '--fast'],
    ['statistics', 'import', 'a', '--flow'],
  ]) {
    assert.throws(() => readCommand(commands, words), { name: 'Problem', kind: 'wrong-use', message: /Use: mandata / });
  }
  assert.throws(() => readCommand(commands, ['dance']), { message: /no command “dance”.*--help/ });
});

test('help names every command and every option', () => {
  assert.match(helpOfAll(commands), /serve[\s\S]*statistics import FILE/);
  assert.match(helpOf(commands[0] as Command<never>), /--flow FLOW +the dataflow/);
});
