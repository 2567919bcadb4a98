import { formatsOf, say, translatorOf, type Message } from '#kernel/i18n/index.ts';
import type { PointStatus } from '#kernel/charts/index.ts';
import type { RecordedFinding } from '../list-findings.ts';
import type { DataStructure } from '../model/structure.ts';
import { figurePath, seriesOf } from './links.ts';
import type { Names } from './names.ts';
import type { Figure } from './observations.ts';
import { pointStatus, statusLetter } from './status.ts';

/** One cell of a table as a page shows it. */
export interface GridCell {
  /** The figure as a number; absent where there is none. */
  readonly value?: number;
  readonly text: string;
  /** Where the figure leads back to, without language; absent where there is no figure at all. */
  readonly path?: string;
  /** Status letter that a footnote explains, with its words. */
  readonly letter?: string;
  readonly meaning?: string;
  /** Why there is no figure. */
  readonly lacks?: string;
  readonly finding?: string;
}

/** A table of figures: words down, words across, figures between. */
export interface Grid {
  readonly heads: readonly string[];
  readonly columns: readonly { readonly label: string; readonly sort?: string }[];
  readonly rows: readonly { readonly names: readonly string[]; readonly cells: readonly GridCell[] }[];
}

/** What a check found about a figure. */
export type FigureFinding = Pick<RecordedFinding, 'rule' | 'severity' | 'key' | 'said'>;
export type Findings = (figure: Figure) => FigureFinding | undefined;

const words: Readonly<
  Record<Exclude<PointStatus, 'normal' | 'estimated' | 'imputed' | 'provisional' | 'forecast' | 'break'>, Message>
> = {
  missing: say('no data'),
  suppressed: say('suppressed'),
  'not-applicable': say('not applicable'),
};

/** Makes the cell of one figure, or of the lack of one. */
export function cellMaker(flow: string, release: number, names: Names, decimals: Decimals, findings: Findings) {
  const t = translatorOf(names.language);
  const formats = formatsOf(names.language);
  const none = t(say('There is no such figure in this release.'));
  return (figure: Figure | undefined): GridCell => {
    if (figure === undefined) return { text: '…', lacks: none };
    const letter = statusLetter(figure);
    const finding = findings(figure);
    const status = pointStatus(figure);
    const lacks = figure.value === null && status in words ? t(words[status as keyof typeof words]) : undefined;
    return {
      text:
        figure.value === null
          ? (lacks ?? '…')
          : formats.number(figure.value, {
              maximumFractionDigits: decimals.most,
              minimumFractionDigits: decimals.least,
            }),
      ...(figure.value !== null && { value: figure.value }),
      path: figurePath(flow, release, figure),
      ...(letter !== undefined && { letter, meaning: names.name('OBS_STATUS', letter) }),
      ...(lacks !== undefined && { lacks }),
      ...(finding !== undefined && { finding: t(finding.said) }),
    };
  };
}

/** Fewest and most decimals of figures that stand together. */
export interface Decimals {
  readonly least: number;
  readonly most: number;
}

/** Decimals in which figures are shown together: as many as they state or have, three at most; where few have any, those alone show them. */
export function decimalsOf(figures: readonly Figure[]): Decimals {
  let most = 0;
  let some = 0;
  for (const { value, attributes } of figures) {
    const stated = attributes['DECIMALS'];
    const own =
      stated !== undefined && /^\d+$/.test(stated)
        ? Number(stated)
        : value === null
          ? 0
          : (String(value).split('.')[1] ?? '').length;
    if (own > 0) some += 1;
    if (own > most) most = own;
  }
  most = Math.min(most, 3);
  return { least: some * 10 <= figures.length ? 0 : most, most };
}

/** Finds the gravest finding about one figure; those that only tell how something was read are left out. */
export function findingsByFigure(findings: readonly FigureFinding[], { dimensions }: DataStructure): Findings {
  const found = new Map<string, FigureFinding>();
  for (const finding of findings) {
    if (finding.severity === 'info' || finding.key['TIME_PERIOD'] === undefined) continue;
    const place = `${dimensions.map(({ id }) => finding.key[id]).join('.')} ${finding.key['TIME_PERIOD']}`;
    if (finding.severity === 'error' || !found.has(place)) found.set(place, finding);
  }
  return (figure) => found.get(`${seriesOf(figure)} ${figure.period}`);
}
