import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { records } from './index.ts';

describe('the digests that come with the systems', () => {
  it('quote parts that are there, of cases that come before them and were decided before they were published', () => {
    const cases = new Map<string, Readonly<Record<string, unknown>>>();
    let quoted = 0;
    for (const { register, data } of records()) {
      if (register === 'case-law') cases.set(String(data['number']), data);
      if (register !== 'case-digests') continue;
      for (const each of data['quotations'] as readonly { case: string; anchor: string }[]) {
        const found = cases.get(each.case);
        assert.ok(found, each.case);
        assert.ok(String(found['decided']) < String(data['published']), each.case);
        const [field = '', place] = each.anchor.split('.');
        const part = found[field];
        // Places are counted from one, as in the paths of findings.
        const there = place === undefined ? part : Array.isArray(part) ? part[Number(place) - 1] : undefined;
        assert.ok(there !== undefined, `${each.case} has no ${each.anchor}`);
        quoted += 1;
      }
    }
    assert.ok(quoted >= 50, String(quoted));
  });
});
