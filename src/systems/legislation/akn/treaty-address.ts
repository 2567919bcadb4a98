import { findInstrument } from '#reference/index.ts';

/** Address of a place in a treaty: `/akn/un/act/2000-11-15/untoc/~art_5__para_1__point_a`. */
export function treatyAddress(treaty: string, article: string, paragraph?: string): string {
  const adopted = findInstrument(treaty)?.adopted ?? '';
  const parts = (paragraph ?? '').split(/[()\s]+/).filter((part) => part !== '');
  const steps = parts.map((part) => (/^\d/.test(part) ? `para_${part}` : `point_${part}`));
  return `/akn/un/act/${adopted}/${treaty}/~${[`art_${article.replaceAll(' ', '')}`, ...steps].join('__')}`;
}

/** Reads such an address back; undefined for any other. */
export function readTreatyAddress(
  address: string,
): { treaty: string; article: string; paragraph?: string } | undefined {
  const [, treaty, article, rest = ''] =
    /^\/akn\/un\/act\/[\d-]*\/([a-z0-9-]+)\/~art_([^_/]+)((?:__(?:para|point)_[^_/]+)*)$/.exec(address) ?? [];
  if (treaty === undefined || article === undefined) return undefined;
  const steps = [...rest.matchAll(/__(para|point)_([^_]+)/g)];
  const paragraph = steps.map(([, kind, name = '']) => (kind === 'para' ? name : `(${name})`)).join('');
  const known = findInstrument(treaty);
  const own = known?.articles.find((each) => each.number.replaceAll(' ', '') === article)?.number;
  return { treaty, article: own ?? article, ...(paragraph !== '' && { paragraph }) };
}
