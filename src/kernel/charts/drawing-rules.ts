import assert from 'node:assert/strict';
import type { Drawing } from './input.ts';
import { everyElement, parseDrawing, type Element } from './testing.ts';

/** What every drawing must be, whatever it shows: well-formed, fit for a strict content security policy, named, described, with finite coordinates. */
export function assertSoundDrawing(drawing: Drawing): Element {
  const root = parseDrawing(drawing.svg);
  const ids = new Set<string>();
  for (const { name, attributes } of everyElement(root)) {
    assert.ok(!['style', 'script', 'foreignObject', 'image'].includes(name), `<${name}> must not stand in a drawing`);
    for (const [key, value] of Object.entries(attributes)) {
      assert.ok(!/^on/i.test(key), `${key} is an event handler`);
      assert.ok(
        !/NaN|Infinity|undefined/.test(key === 'data-series' ? '' : value),
        `${name} ${key}="${value.slice(0, 60)}"`,
      );
      assert.ok(!/javascript:/i.test(key === 'href' ? value : ''), value);
    }
    const id = attributes['id'];
    if (id !== undefined) assert.ok(!ids.has(id), `id ${id} stands twice`);
    if (id !== undefined) ids.add(id);
  }
  assert.match(root.attributes['role'] ?? '', /^(?:img|group)$/);
  const [title, description] = root.children;
  assert.equal(title?.name, 'title');
  assert.equal(title.attributes['id'], root.attributes['aria-labelledby']);
  assert.equal(description?.name, 'desc');
  assert.equal(description.attributes['id'], root.attributes['aria-describedby']);
  assert.ok(drawing.altText.trim().length > 3); // a Chinese sentence can be that short
  for (const row of drawing.table.rows) assert.equal(row.length, drawing.table.columns.length);
  return root;
}
