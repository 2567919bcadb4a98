/** What a reference manager is told of a release. */
export interface CitedRelease {
  readonly flow: string;
  readonly title: string;
  readonly release: number;
  readonly publisher: string;
  readonly at: Date;
  readonly url: string;
  readonly sha256: string;
  readonly licence?: { readonly name: string; readonly url: string };
}

/** A BibTeX entry; braces and backslashes of names are taken out, since they would be commands. */
export function bibtex({ flow, title, release, publisher, at, url, sha256, licence }: CitedRelease): string {
  const plain = (text: string): string => text.replaceAll(/[{}\\]/g, '').replaceAll(/([%&#_$])/g, String.raw`\$1`);
  const fields = [
    ['author', `{${plain(publisher)}}`],
    ['title', `{${plain(title)}}`],
    ['year', String(at.getUTCFullYear())],
    ['version', `release ${release}`],
    ['publisher', plain(publisher)],
    ['url', url],
    ['note', `SHA-256 ${sha256}`],
    ...(licence === undefined ? [] : [['copyright', plain(`${licence.name}, ${licence.url}`)] as const]),
  ];
  const key = `${flow}-${release}`.replaceAll(/[^\w-]/g, '-');
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** The same in RIS. */
export function ris({ title, release, publisher, at, url, sha256, licence }: CitedRelease): string {
  const line = (tag: string, text: string): string => `${tag}  - ${text.replaceAll(/[\r\n]+/g, ' ')}\r\n`;
  return [
    line('TY', 'DATA'),
    line('TI', title),
    line('AU', publisher),
    line('PY', String(at.getUTCFullYear())),
    line('DA', at.toISOString().slice(0, 10).replaceAll('-', '/')),
    line('ET', `release ${release}`),
    line('PB', publisher),
    line('UR', url),
    line('N1', `SHA-256 ${sha256}`),
    ...(licence === undefined ? [] : [line('C1', `${licence.name}, ${licence.url}`)]),
    line('ER', ''),
  ].join('');
}
