import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '#kernel/i18n/say.ts';
import { measureRecall } from './measure.ts';

for (const language of languages) {
  test(`nine in ten of the documents meant are among the first ten: ${language}`, async (t) => {
    const { queries, documents, tuned, heldOut, worst } = await measureRecall(language, true);
    const strict = await measureRecall(language, false);
    t.diagnostic(
      `recall@10 ${language}: ${tuned.toFixed(3)} tuned, ${heldOut.toFixed(3)} held out; ${worst.join('; ')}`,
    );
    t.diagnostic(`every word there: ${strict.tuned.toFixed(3)} tuned, ${strict.heldOut.toFixed(3)} held out`);
    assert.ok(queries >= 40 && documents >= 300);
    assert.ok(tuned >= 0.9, `tuned half: ${tuned}`);
    assert.ok(heldOut >= 0.9, `held-out half: ${heldOut}`);
  });
}
