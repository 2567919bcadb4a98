import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why browser tests cannot run here, for `test(name, { skip: noBrowser })`; false where they can, and under `npm run test:full`. */
export const noBrowser: string | false =
  existsSync(executable) || process.env['MANDATA_TEST_FULL'] === '1'
    ? false
    : `no browser at ${executable}; install chromium`;

let launched: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: executable, args: [...quiet, '--no-first-run', '--disable-quic'] });
}

/** Opens a fresh browser context, hands its page to `work`, and closes it; one browser serves a whole test file. */
export async function withBrowser<T>(
  work: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  launched ??= launch();
  const context = await (await launched).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Ends the browser; call it in `after()`, else the test process stays. */
export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = undefined;
}
