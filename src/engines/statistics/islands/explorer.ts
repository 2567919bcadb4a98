import type { Island, Islands } from '#kernel/ui/page-entry.ts';
import { islands as designIslands } from '#kernel/ui/islands/index.ts';
import { fetchPage } from './fetch-page.ts';

/** Islands that may stand inside what is swapped in. */
const inside: Islands = {
  ...designIslands,
  'period-range': () => import('./period-range.ts'),
  'filter-choices': () => import('./filter-choices.ts'),
  png: () => import('./png.ts'),
};

/**
 * Follows links and choices of the explorer without loading the page anew: fetches the very page that the address names and puts
 * its region in place of this one. Where that fails the browser goes there by itself.
 */
const explorer: Island = (root) => {
  const status = root.querySelector<HTMLElement>('[data-status]');
  const region = root.querySelector<HTMLElement>('[data-region]');
  if (region === null || status === null) return;
  let latest = 0;

  const show = async (address: string, push: boolean): Promise<void> => {
    const mine = ++latest;
    region.setAttribute('aria-busy', 'true');
    status.textContent = status.dataset['waiting'] ?? '';
    const focused = placeOf(document.activeElement);
    const open = [...region.querySelectorAll<HTMLDetailsElement>('details[data-keep-open][open]')].map(({ id }) => id);
    const page = await fetchPage(address).catch(() => undefined);
    // A later choice was made while this one was on its way.
    if (mine !== latest) return;
    const next = page?.document.querySelector<HTMLElement>('[data-region]');
    if (page === undefined || next === undefined || next === null) {
      location.assign(address);
      return;
    }
    region.replaceChildren(...[...next.childNodes].map((node) => document.adoptNode(node)));
    region.removeAttribute('aria-busy');
    for (const id of open) document.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '');
    document.title = page.document.title;
    followAddress(page.document);
    if (push) history.pushState(null, '', page.address);
    await enliven(region);
    (focused === undefined ? null : region.querySelector<HTMLElement>(focused))?.focus({ preventScroll: true });
    status.textContent = region.querySelector('h1')?.textContent ?? '';
  };

  root.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || !region.contains(link) || link.target !== '' || link.hasAttribute('download')) return;
    if (new URL(link.href).pathname !== location.pathname || link.hash !== '') return;
    event.preventDefault();
    void show(link.href, true);
  });
  const send = (form: HTMLFormElement): void => {
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && value !== '') address.searchParams.append(name, value);
    }
    void show(address.href, true);
  };
  root.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    send(event.target);
  });
  root.addEventListener('change', ({ target }) => {
    const field = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target : undefined;
    if (field?.form !== null && field?.form !== undefined && field.name !== '') send(field.form);
  });
  addEventListener('popstate', () => void show(location.href, false));
};
export default explorer;

/** A selector that finds the focused element again after the swap. */
function placeOf(element: Element | null): string | undefined {
  if (element === null || element === document.body) return undefined;
  if (element.id !== '') return `#${CSS.escape(element.id)}`;
  if (element instanceof HTMLInputElement)
    return `input[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  if (element instanceof HTMLAnchorElement && element.closest('.st-periods') !== null)
    return '.st-periods a[aria-current]';
  if (element instanceof HTMLAnchorElement && element.closest('.tabs') !== null) return '.tabs a[aria-current]';
  const details = element.closest('details');
  return details === null || details.id === '' ? 'h1' : `#${CSS.escape(details.id)} summary`;
}

/** Links of the frame that speak of the address (other languages, the theme's way back) follow it. */
function followAddress(next: Document): void {
  const links = 'a[hreflang]';
  const fresh = [...next.querySelectorAll<HTMLAnchorElement>(links)];
  for (const [at, link] of [...document.querySelectorAll<HTMLAnchorElement>(links)].entries()) {
    const address = fresh[at]?.getAttribute('href');
    if (typeof address === 'string') link.setAttribute('href', address);
  }
  const back = [...next.querySelectorAll<HTMLInputElement>('input[name="return"]')];
  for (const [at, input] of [...document.querySelectorAll<HTMLInputElement>('input[name="return"]')].entries()) {
    input.value = back[at]?.value ?? input.value;
  }
}

async function enliven(region: HTMLElement): Promise<void> {
  const all = [...region.querySelectorAll<HTMLElement>('[data-island]')].flatMap((element) =>
    (element.dataset['island'] ?? '').split(' ').map(async (name) => (await inside[name]?.())?.default(element)),
  );
  // One that fails leaves its element as the server drew it, which works without script.
  await Promise.allSettled(all);
}
