import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { islands } from '../pages.ts';

test('every island that a page names has its script in the build', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const named = globSync('**/*.tsx', { cwd: root }).flatMap((file) =>
    [...readFileSync(resolve(root, file), 'utf8').matchAll(/data-island="([^"]+)"/g)].flatMap(([, names = '']) =>
      names.split(' ').map((name) => ({ file, name })),
    ),
  );
  assert.ok(named.length > 3);
  assert.deepEqual(
    named.filter(({ name }) => islands[name] === undefined),
    [],
  );
});
