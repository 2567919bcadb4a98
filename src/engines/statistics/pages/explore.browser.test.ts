import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { accessibilityFindings } from '#kernel/ui/testing/axe.ts';
import { closeBrowser, noBrowser, withBrowser } from '#kernel/ui/testing/browser.ts';
import { serveForTest } from '#kernel/ui/testing/serve.ts';
import { buildStatisticsPages } from '../explore/testing/build-pages.ts';
import { fixtureDependencies } from '../explore/testing/fixture-dependencies.ts';
import { custodyStore, type FixtureStore } from '../explore/testing/fixture-store.ts';
import { statisticsSite } from '../explore/testing/statistics-site.ts';

let dist: string;
let store: FixtureStore;
let site: { origin: string; close: () => Promise<void> };
const flow = '/data/MANDATA.DEMO:CUSTODY';

before(async () => {
  if (noBrowser !== false) return;
  dist = await buildStatisticsPages();
  store = await custodyStore();
  site = await serveForTest(await statisticsSite(fixtureDependencies(store), dist));
});
after(async () => {
  if (noBrowser !== false) return;
  await closeBrowser();
  await site.close();
  store.close();
  await rm(dist, { recursive: true, force: true });
});

test('by keyboard alone: another view, a country, and the way back of a figure', { skip: noBrowser }, async () => {
  await withBrowser(async (page) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
    let loads = 0;
    page.on('domcontentloaded', () => loads++);
    await page.goto(`${site.origin}/en${flow}/explore`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Lines' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=line/);
    await page.waitForFunction(
      () => document.querySelector('[data-status]')?.textContent === document.querySelector('h1')?.textContent,
    );
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-current')), 'page');
    await page.locator('#choose-REF_AREA > summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const search = page.getByRole('searchbox', { name: 'Search in Reference area' });
    while (!(await search.evaluate((box) => box === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.type('nigeria');
    await page.keyboard.press('Tab');
    const box = page.getByRole('checkbox', { name: 'Nigeria' });
    while (!(await box.evaluate((input) => input === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForURL(/REF_AREA=[A-Z,]*NGA/);
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value), 'NGA');
    assert.equal(loads, 1, 'the page was loaded anew');
    await page.locator('#as-table > summary').focus();
    await page.keyboard.press('Enter');
    const cell = page.getByRole('row', { name: /^2019/ }).getByRole('link').first();
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/observation/);
    await page.getByRole('heading', { name: 'The way back' }).waitFor();
    assert.match((await page.textContent('main')) ?? '', /custody-2023\.xlsx/);
    await page.goBack();
    await page.waitForURL(/REF_AREA=[A-Z,]*NGA/);
    assert.deepEqual(failures, []);
  });
});

test(
  'going back in the browser brings back what was shown, and the language links follow',
  { skip: noBrowser },
  async () => {
    await withBrowser(async (page) => {
      await page.goto(`${site.origin}/en${flow}/explore`, { waitUntil: 'networkidle' });
      const before = await page.textContent('h1');
      await page.getByRole('link', { name: '2012', exact: true }).click();
      await page.waitForURL(/period=2012/);
      await page.waitForFunction((words) => document.querySelector('h1')?.textContent !== words, before);
      assert.match((await page.locator('a[hreflang="ar"]').first().getAttribute('href')) ?? '', /period=2012/);
      await page.goBack();
      await page.waitForFunction((words) => document.querySelector('h1')?.textContent === words, before);
    });
  },
);

test(
  'a choice of what nothing was found for is not offered, and the slider follows its link',
  { skip: noBrowser },
  async () => {
    await withBrowser(async (page) => {
      await page.goto(`${site.origin}/en${flow}/explore?INDICATOR=RATE`, { waitUntil: 'networkidle' });
      assert.ok(await page.locator('#choose-SEX option[value="F"]').isDisabled());
      const slider = page.getByRole('slider', { name: 'Period' });
      await slider.focus();
      await page.keyboard.press('Home');
      await page.waitForURL(/period=2008/);
      await page.waitForFunction(() => document.activeElement?.id === 'period-range');
    });
  },
);

test('the drawing is handed over as a PNG', { skip: noBrowser }, async () => {
  await withBrowser(async (page) => {
    await page.goto(`${site.origin}/en${flow}/explore?view=line`, { waitUntil: 'networkidle' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.png$/);
    const stream = await download.createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
    assert.ok(bytes.length > 10_000);
  });
});

test('without script every choice works by its form', { skip: noBrowser }, async () => {
  await withBrowser(
    async (page) => {
      await page.goto(`${site.origin}/en${flow}/explore`);
      await page.selectOption('#choose-INDICATOR', 'RATE');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.waitForURL(/INDICATOR=RATE/);
      assert.match((await page.textContent('h1')) ?? '', /per 100,000/);
    },
    { javaScriptEnabled: false },
  );
});

test(
  'no page has an accessibility finding, in English and Arabic, light and dark, wide and narrow',
  { skip: noBrowser },
  async () => {
    const paths = [
      '/data',
      flow,
      ...['map', 'line', 'bar', 'multiples', 'table&SEX=F,M'].map((view) => `${flow}/explore?view=${view}`),
      `${flow}/explore?view=line&embed=1`,
      `${flow}/explore?REF_AREA=KENYA&period=2035`,
      `${flow}/releases/2`,
      `${flow}/releases/2/observation?KEY=A.KEN.HELD._T.PS&TIME_PERIOD=2018`,
    ];
    for (const [language, colorScheme, width] of [
      ['en', 'light', 1280],
      ['ar', 'dark', 360],
    ] as const) {
      await withBrowser(
        async (page) => {
          for (const path of paths) {
            await page.goto(`${site.origin}/${language}${path}`, { waitUntil: 'networkidle' });
            for (const details of await page.locator('main details').all())
              await details.evaluate((element) => element.setAttribute('open', ''));
            assert.deepEqual(await accessibilityFindings(page), [], `${language} ${path}`);
            const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(wider <= 0, `${language} ${path} is ${wider} px too wide`);
          }
        },
        { colorScheme, viewport: { width, height: 800 } },
      );
    }
  },
);
