import assert from 'node:assert/strict';
import { unLanguages, type SixNames } from '../language.ts';

/** Every id once. */
export function assertUnique(ids: readonly string[]): void {
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  assert.deepEqual(twice, [], 'given twice');
}

/** Every parent is in the list and no chain of parents is a circle. */
export function assertParents(list: readonly { readonly id: string; readonly parent?: string }[]): void {
  const byId = new Map(list.map((one) => [one.id, one]));
  for (const one of list) {
    const seen = new Set([one.id]);
    for (let parent = one.parent; parent !== undefined; parent = byId.get(parent)?.parent) {
      assert.ok(byId.has(parent), `${one.id}: its parent ${parent} is not in the list`);
      assert.ok(!seen.has(parent), `${one.id}: its parents go in a circle`);
      seen.add(parent);
    }
  }
}

const scripts = {
  ar: /\p{Script=Arabic}/u,
  en: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  ru: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};

/** A name in each of the six languages, in that language's script, without stray spaces. */
export function assertSixNames(id: string, name: SixNames): void {
  for (const language of unLanguages) {
    assert.match(name[language], scripts[language], `${id} in ${language}`);
    assert.equal(name[language], name[language].replaceAll(/\s+/g, ' ').trim(), `${id} in ${language}`);
  }
}
