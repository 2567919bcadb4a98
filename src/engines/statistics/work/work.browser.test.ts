import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openUi } from '#kernel/ui/index.ts';
import { accessibilityFindings } from '#kernel/ui/testing/axe.ts';
import { closeBrowser, noBrowser, withBrowser } from '#kernel/ui/testing/browser.ts';
import { serveForTest } from '#kernel/ui/testing/serve.ts';
import { buildIfNeeded } from '../../../../scripts/build.ts';
import { workNavigation } from './navigation.ts';
import { aWorkHouse, fixture, people, type WorkHouse } from './testing/a-work-house.ts';

const skip = noBrowser;
let house: WorkHouse;
let site: Awaited<ReturnType<typeof serveForTest>>;
let folder: string;

before(async () => {
  if (skip !== false) return;
  const { dist } = await buildIfNeeded();
  house = await aWorkHouse({ ui: await openUi({ dist, navigation: workNavigation, demonstration: false }) });
  site = await serveForTest(house.app);
  folder = await mkdtemp(join(tmpdir(), 'mandata-browser-'));
  await writeFile(join(folder, 'custody.csv'), fixture);
});
after(async () => {
  if (skip !== false) return;
  await closeBrowser();
  await site.close();
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function enter(page: Page, actor: { readonly id: string }): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies([{ name: 'mandata', value: actor.id, url: site.origin }]);
}

/** Goes on with Tab until the element that has the focus has this name; fails when the page ends before. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
          ? [...(element.labels ?? [])]
          : [];
      return [...labels.map((label) => label.textContent), element?.textContent ?? ''].join(' ').trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`nothing called ${String(name)} takes the focus`);
}

const press = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
};

test(
  'by keyboard alone: a file comes in, a State answers, the office accepts the figure, the batch and makes a release',
  { skip },
  async () => {
    await withBrowser(async (page) => {
      await enter(page, people.statistician);
      await page.goto(`${site.origin}/en/work/imports`);
      await page.waitForSelector('[data-hydrated]');
      await tabTo(page, /^Flow/);
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /^File/);
      // The window in which a file is chosen is the system's own.
      await page.setInputFiles('input[type=file]', join(folder, 'custody.csv'));
      await press(page, /^Send the file/);
      await page.waitForURL(/\/work\/imports\/[0-9a-f-]{36}$/);
      await page.getByRole('heading', { level: 1, name: 'custody.csv' }).waitFor();
      await page.getByRole('heading', { name: 'Rows that were not used' }).waitFor();
      const batch = page.url();

      await press(page, /^Open in the workbench/);
      await page.waitForSelector('[data-hydrated]');
      await page.waitForSelector('.work-keys');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'work-finding-link');
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      await page.waitForSelector('.work-keys');
      const first = page.url();
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('j')]);
      assert.notEqual(page.url(), first);

      await enter(page, people.ofKenya);
      await page.goto(`${site.origin}/en/work/findings?rule=jump`);
      await page.waitForSelector('.work-keys');
      await page.keyboard.press('j');
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      const finding = page.url();
      await tabTo(page, /^Your answer/);
      await page.keyboard.type('A prison of another ministry was added.');
      await press(page, /^Keep it with the finding/);
      await page.getByText('Your answer is kept with the finding.').waitFor();

      await enter(page, people.statistician);
      await page.goto(finding);
      await tabTo(page, /^Write to the State/);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, /^Message or reason/);
      await page.keyboard.type('Explained: the coverage grew.');
      await press(page, /^Keep it with the finding/);
      await page.locator('.work-marks').getByText('Accepted as it is').waitFor();

      await page.goto(batch);
      await press(page, /^Accept …/);
      await press(page, /^Accept the batch/);
      await page.getByText('The batch is accepted.').waitFor();
      await press(page, /^Make a release …/);
      await tabTo(page, /^Note for readers/);
      await page.keyboard.type('The first one.');
      await press(page, /^See what it changes/);
      await press(page, /^Make release 1/);
      await page.getByText('The release is made.').waitFor();
      assert.equal((await house.deps.store.current({ agency: 'TEST', id: 'CUSTODY' }, people.visitor))?.release, 1);
    });
  },
);

test('without script: the upload form works and the page of the import refreshes itself', { skip }, async () => {
  await withBrowser(
    async (page) => {
      await enter(page, people.statistician);
      await page.goto(`${site.origin}/en/work/imports`);
      await page.selectOption('select[name=flow]', 'TEST:CUSTODY');
      await page.setInputFiles('input[type=file]', join(folder, 'custody.csv'));
      await page.check('input[name=dryRun]');
      await page.click('text=Send the file');
      await page.getByText('This was a trial').waitFor();
    },
    { javaScriptEnabled: false },
  );
});

test('axe finds nothing on any page of the workspace, in English and Arabic', { skip }, async () => {
  const { findings } = (await (await house.ask(people.statistician, '/api/v1/statistics/findings')).json()) as {
    findings: { id: number; batch: string }[];
  };
  const [finding] = findings;
  const paths = [
    '/work/imports',
    `/work/imports/${finding?.batch}`,
    `/work/imports/${finding?.batch}/undo`,
    '/work/findings',
    '/work/findings?text=nothing',
    `/work/findings/${finding?.id}`,
    '/work/releases',
    '/work/releases?flow=TEST:CUSTODY',
    '/work/releases/make?flow=TEST:CUSTODY&embargo=yesterday',
    '/work/releases/withdraw?flow=TEST:CUSTODY&release=1',
  ];
  await withBrowser(
    async (page) => {
      await enter(page, people.statistician);
      for (const language of ['en', 'ar']) {
        for (const path of paths) {
          await page.goto(`${site.origin}/${language}${path}`);
          assert.deepEqual(await accessibilityFindings(page), [], `${language}${path}`);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(sideways <= 0, `${language}${path} scrolls sideways`);
        }
      }
    },
    { viewport: { width: 320, height: 800 } },
  );
});
