import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** What axe-core finds on the open page, or within one element of it, against WCAG 2.2 A and AA: one line a finding; empty when there is none. */
export async function accessibilityFindings(page: Page, within?: string): Promise<string[]> {
  // Evaluated over the debugging protocol, because the page's own policy rightly refuses foreign scripts.
  await page.evaluate(await readFile(script, 'utf8'));
  const violations = await page.evaluate(async (selector) => {
    const axe = (
      globalThis as unknown as { axe: { run(where: unknown, how: object): Promise<{ violations: Violation[] }> } }
    ).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run(selector ?? document, { runOnly: { type: 'tag', values: tags } })).violations;
  }, within);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`),
  );
}
