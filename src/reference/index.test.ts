import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('the lowest floor', () => {
  it('can be taken into a page: nothing in it needs a server or another floor', () => {
    const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
      (file) => !/\.test\.ts$|^testing\//.test(file),
    );
    assert.ok(files.length > 20);
    for (const file of files) {
      const imports = [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/ from '([^']+)'/g)].map(
        ([, name]) => name ?? '',
      );
      assert.deepEqual(
        imports.filter((name) => !name.startsWith('.')),
        [],
        file,
      );
    }
  });
});
