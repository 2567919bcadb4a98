import { treatyIn } from './conventions.ts';
import type { IdentifierSpan } from './identifiers.ts';
import { numberOf } from './numerals.ts';

const number = String.raw`([0-9\u0660-\u0669]{1,3}(?:\s?(?:bis|ter|quater))?)`;
const inBrackets = String.raw`(?:\s?[(（]([0-9\u0660-\u0669]{1,2})[)）])?`;
const article = String.raw`(?:\b(?:articles?|arts?\.?|artículos?|articulos?)|(?<!\p{L})(?:стать(?:я|и|е|ей|ю)|ст\.)|(?<!\p{L})(?:[وبلف]?المادة|مادة))`;
const paragraph = String.raw`(?:(?:paragraphs?|paragraphe|paras?\.?|par\.|párrafos?|parrafos?|párr\.|подпункт\S{0,3}|пункт\S{0,3}|п\.|[وب]?الفقرة|فقرة)|§)`;
const link = String.raw`\s*(?:,|of|de la|del?|de l['’]|من|the|l['’])?\s*(?:de l['’]|de|of|من)?\s*`;

const forms: readonly { readonly find: RegExp; readonly article: number; readonly paragraphs: readonly number[] }[] = [
  // article 18, paragraph 15; art. 18(15); статья 18, пункт 15; المادة 18، الفقرة 15
  {
    find: new RegExp(`${article}\\s*${number}${inBrackets}(?:\\s*[,،]?\\s*${paragraph}\\s*${number})?`, 'giu'),
    article: 1,
    paragraphs: [3, 2],
  },
  // paragraph 15 of article 18; пункт 15 статьи 18; الفقرة 15 من المادة 18
  { find: new RegExp(`${paragraph}\\s*${number}${link}${article}\\s*${number}`, 'giu'), article: 2, paragraphs: [1] },
  // 第十八条第十五款
  {
    find: /第\s?([0-9零一二三四五六七八九十百]{1,6})\s?条(?:第?\s?[(（]?([0-9零一二三四五六七八九十]{1,4})[)）]?\s?款?)?/gu,
    article: 1,
    paragraphs: [2],
  },
  // UNCAC 46(3)
  { find: /(?<=\b(?:UNTOC|UNCAC)\s)([0-9]{1,2})\s?\(([0-9]{1,2})\)/gu, article: 1, paragraphs: [2] },
];

/** References to articles of treaties, with the treaty where it is named close by. */
export function articleSpans(text: string): readonly IdentifierSpan[] {
  return forms.flatMap(({ find, article: at, paragraphs }) =>
    [...text.matchAll(find)].map((found) => {
      const written = found[at] ?? '';
      const part = paragraphs.map((group) => found[group]).find((one) => one !== undefined);
      const named = treatyNear(text, found.index, found.index + found[0].length);
      const place = [numberOf(written), ...(part === undefined ? [] : [numberOf(part)])];
      return { start: named.start, end: named.end, ...spellings(named.treaty, place) };
    }),
  );
}

/** `art:untoc:18:15` is also found by `art:untoc:18`, and by both without their treaty. */
function spellings(treaty: string | undefined, place: readonly string[]): Pick<IdentifierSpan, 'forms' | 'broader'> {
  const whole = place.join(':');
  const [head = ''] = place;
  const own = treaty === undefined ? [] : [`art:${treaty}:${whole}`, `art:${treaty}:${head}`];
  const all = [...own, `art:${whole}`, `art:${head}`];
  return { forms: all.slice(0, 1), broader: all.slice(1) };
}

const reach = 110;

/** The treaty behind the reference, before the sentence ends or another article begins; else just before it. */
function treatyNear(
  text: string,
  start: number,
  end: number,
): { treaty: string | undefined; start: number; end: number } {
  const after = (
    text.slice(end, end + reach).split(/[.;。；](?:\s|$)|(?:\barticle|\bart\.|статья|المادة|第)/iu)[0] ?? ''
  ).slice(0, reach);
  const behind = treatyIn(after);
  if (behind !== undefined) return { treaty: behind.treaty, start, end: end + behind.end };
  const before = text.slice(Math.max(0, start - reach), start);
  const ahead = treatyIn(before);
  // Only a name that the reference follows at once: "UNTOC, art. 18", 公约第十八条.
  if (ahead !== undefined && /^[\s,،:》”"]*$/u.test(before.slice(ahead.end)))
    return { treaty: ahead.treaty, start: start - before.length + ahead.start, end };
  return { treaty: undefined, start, end };
}
