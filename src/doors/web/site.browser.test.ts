import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { anAccount, goodPassword } from '#kernel/identity/testing/an-identity.ts';
import { accessibilityFindings } from '#kernel/ui/testing/axe.ts';
import { closeBrowser, noBrowser, withBrowser } from '#kernel/ui/testing/browser.ts';
import { freePort, serveForTest } from '#kernel/ui/testing/serve.ts';
import { aSite } from './testing/a-site.ts';
import { accountPaths, anAdministrator, publicPaths } from './testing/page-list.ts';

interface Served {
  readonly site: Awaited<ReturnType<typeof aSite>>;
  readonly origin: string;
  readonly close: () => Promise<void>;
}
let open: Served;
let office: Served;

async function serveSite(given: Parameters<typeof aSite>[0]): Promise<Served> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const site = await aSite({ ...given, origin, clock: () => new Date() });
  return { site, origin, close: (await serveForTest(site.app, port)).close };
}

before(async () => {
  if (noBrowser !== false) return;
  open = await serveSite({});
  office = await serveSite({ actor: anAdministrator });
});
after(async () => {
  await closeBrowser();
  for (const served of [open, office].filter((one) => one !== undefined)) {
    await served.close();
    await served.site.close();
  }
});

/** Collects what the page complains of: script errors and everything that the content policy stopped. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/status of (400|401|403|404)/.test(message.text()))
      found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  return found;
}

const width = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Each language and each theme once: what depends on both at once is only the colour of text, which has none of its own.
for (const [language, theme] of [
  ['en', 'light'],
  ['ar', 'dark'],
] as const) {
  test(`every page template has no barrier that axe can find: ${language}, ${theme}`, { skip: noBrowser }, async () => {
    for (const [{ origin }, paths] of [
      [open, publicPaths],
      [office, accountPaths],
    ] as const) {
      await withBrowser(async (page) => {
        const found = complaints(page);
        await page.context().addCookies([{ name: 'mandata-theme', value: theme, url: origin }]);
        for (const path of paths) {
          await page.setViewportSize({ width: 1280, height: 900 });
          await page.goto(`${origin}/${language}${path}`, { waitUntil: 'networkidle' });
          assert.deepEqual(await accessibilityFindings(page), [], path);
          await page.setViewportSize({ width: 320, height: 640 });
          assert.equal(await width(page), 0, `${path} is wider than 320 pixels`);
          assert.deepEqual(found, [], path);
        }
      });
    }
  });
}

test('axe and the complaints find what is planted', { skip: noBrowser }, async () => {
  await withBrowser(async (page) => {
    const found = complaints(page);
    await page.goto(`${open.origin}/en/about`);
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/x.png';
      document.querySelector('main')?.append(image);
    });
    assert.ok((await accessibilityFindings(page)).some((line) => line.startsWith('image-alt')));
    assert.ok(found.some((line) => line.includes('Content Security Policy')));
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>x</p>';
        return 'taken';
      } catch {
        return 'refused';
      }
    });
    assert.equal(refused, 'refused');
  });
});

test('public pages work without script: search, theme, sign-in', { skip: noBrowser }, async () => {
  const { email } = await anAccount(open.site);
  await withBrowser(
    async (page) => {
      await page.goto(`${open.origin}/fr`);
      await page.locator('#site-search').fill('ken');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/fr\/search\?q=ken/);
      await page.locator('.utility .theme-switch button[value=dark]').click();
      await page.waitForURL(/\/fr\/search\?q=ken/);
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
      await page.goto(`${open.origin}/fr/account`);
      await page.locator('#email').fill(email);
      await page.locator('#password').fill(goodPassword);
      await page.locator('.form button').click();
      await page.waitForURL(/\/fr\/account$/);
      assert.ok((await page.locator('main').textContent())?.includes(email));
    },
    { javaScriptEnabled: false },
  );
});

test(
  'by keyboard alone: skip link, search, and an error summary that takes the focus',
  { skip: noBrowser },
  async () => {
    await withBrowser(async (page) => {
      await page.goto(`${open.origin}/en/sign-in`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => location.hash), '#main');
      await page.locator('#email').focus();
      await page.keyboard.press('Enter');
      await page.locator('.error-summary:focus').waitFor();
      assert.match(await page.title(), /^Error: /);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'email');
    });
  },
);

test('light and dark change at once, stay, and never flash', { skip: noBrowser }, async () => {
  await withBrowser(async (page) => {
    await page.goto(`${open.origin}/en/about`, { waitUntil: 'networkidle' });
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.locator('.utility .theme-switch button[value=dark]').click();
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload({ waitUntil: 'commit' });
    await page.locator('h1').waitFor();
    assert.equal(await paper(), dark);
  });
});

test('a workspace comes to life: list by keyboard, dialog, passing message', { skip: noBrowser }, async () => {
  await withBrowser(async (page) => {
    const found = complaints(page);
    await page.goto(`${office.origin}/ar/styleguide`, { waitUntil: 'networkidle' });
    await page.locator('html[data-hydrated]').waitFor();
    const combo = page.locator('.combo input');
    await combo.focus();
    await combo.fill('');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator('.list-item').count(), 3);
    assert.deepEqual(await accessibilityFindings(page, '.list-popover'), []);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.notEqual(await combo.inputValue(), '');
    await page.locator('.specimen .button-danger').last().click();
    await page.locator('.dialog').waitFor();
    assert.deepEqual(await accessibilityFindings(page, '.modal'), []);
    await page.locator('.dialog .button-danger').click();
    await page.locator('.toast').waitFor();
    assert.deepEqual(await accessibilityFindings(page, '.toasts'), []);
    assert.deepEqual(found, []);
  });
});

test('a passkey is registered and then signs in by itself', { skip: noBrowser }, async () => {
  const { email } = await anAccount(open.site);
  await withBrowser(async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    await page.goto(`${open.origin}/en/sign-in?return=/en/account/second-factor`);
    await page.locator('#email').fill(email);
    await page.locator('#password').fill(goodPassword);
    await page.locator('.form button').click();
    await page.waitForURL(/second-factor$/);
    await page.locator('#name').fill('Office laptop');
    await page.locator('[data-island=passkey-register] button').click();
    await page.locator('.codes code').first().waitFor();
    assert.equal(await page.locator('.codes code').count(), 10);
    await page.locator('.utility .account button').click();
    await page.waitForURL(/sign-in\?done=signed-out$/);
    await page.locator('[data-island=passkey-sign-in] button').click();
    await page.waitForURL(/\/en\/account$/);
    assert.ok((await page.locator('main').textContent())?.includes(email));
  });
});

test('the link of a letter puts its token into the form and out of the address', { skip: noBrowser }, async () => {
  await withBrowser(async (page) => {
    await page.goto(`${open.origin}/invitation#some-token`, { waitUntil: 'networkidle' });
    assert.equal(page.url(), `${open.origin}/en/invitation`);
    assert.equal(await page.locator('#token').inputValue(), 'some-token');
    assert.equal(await page.locator('#token').isVisible(), false);
  });
});
