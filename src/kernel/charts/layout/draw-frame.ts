import type { ChartFrame } from '../input.ts';
import type { ChartToken } from '../svg/palette.ts';
import type { Kit } from './kit.ts';
import type { Block } from './key.ts';
import { el, escapeXml } from '../svg/element.ts';
import { writeText } from '../svg/write-text.ts';
import { wrapText } from '../text/wrap-text.ts';

/** Where the drawing proper may go; `height` is what the preset leaves and may be exceeded. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

export interface FramedDrawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface FrameOptions {
  readonly altText: string;
  /** Notes that the drawing itself owes the reader, set before those given. */
  readonly ownNotes?: readonly string[];
  /** Links inside need a group: what stands inside an image role is hidden from assistive technology. */
  readonly hasLinks?: boolean;
  readonly defs?: string;
  /** No margin and no words: the drawing has the whole size. */
  readonly tight?: boolean;
}

const fonts = "'Noto Sans','Noto Sans Arabic','Noto Sans SC','Noto Sans CJK SC',Arial,sans-serif";

/** Sets title, subtitle, notes, source and release around a drawing and makes it one accessible SVG element. */
export function drawFrame(
  kit: Kit,
  frame: ChartFrame,
  options: FrameOptions,
  draw: (room: Room) => Block,
): FramedDrawing {
  if (options.tight === true) {
    const { width, height } = kit;
    return {
      svg: wrapSvg(kit, frame, options, height, draw({ left: 0, right: width, top: 0, height }).svg),
      width,
      height,
    };
  }
  const margin = kit.width < 200 ? 8 : 12;
  const left = margin;
  const right = kit.width - margin;
  const bare = frame.bare === true;
  const head = bare
    ? []
    : [
        ...block(kit, frame.title, kit.compact ? 15 : 18, right - left, 'ink', true),
        ...(frame.subtitle === undefined
          ? []
          : block(kit, frame.subtitle, kit.compact ? 12 : 13, right - left, 'muted')),
      ];
  const foot = [
    ...(options.ownNotes ?? []).flatMap((text) => block(kit, text, 11, right - left, 'muted')),
    ...(bare
      ? []
      : [...(frame.notes ?? []), frame.source, frame.release].flatMap((text) =>
          text === undefined ? [] : block(kit, text, 11, right - left, 'muted'),
        )),
  ];
  const headText = setLines(kit, head, left, right, bare ? 2 : margin - 2);
  const top = headText.bottom + (head.length > 0 ? 12 : 4);
  const footHeight = foot.reduce((sum, line) => sum + line.size * 1.4, 0);
  const body = draw({ left, right, top, height: Math.max(40, kit.height - top - footHeight - margin - 8) });
  const footText = setLines(kit, foot, left, right, top + body.height + (foot.length > 0 ? 6 : 0));
  const height = Math.ceil(footText.bottom + margin);
  return {
    svg: wrapSvg(kit, frame, options, height, headText.svg + body.svg + footText.svg),
    width: kit.width,
    height,
  };
}

interface Line {
  readonly text: string;
  readonly size: number;
  readonly colour: ChartToken;
  readonly bold: boolean;
}

function block(kit: Kit, text: string, size: number, room: number, colour: ChartToken, bold = false): readonly Line[] {
  // Bold letters are a little wider than the table of widths says.
  return wrapText(text, size * (bold ? 1.05 : 1), room, kit.compact ? 14 : 10).map((each) => ({
    text: each,
    size,
    colour,
    bold,
  }));
}

function setLines(
  kit: Kit,
  lines: readonly Line[],
  left: number,
  right: number,
  top: number,
): { svg: string; bottom: number } {
  let y = top;
  let svg = '';
  for (const line of lines) {
    y += line.size * 1.4;
    const side = kit.rightToLeft ? ({ x: right, edge: 'right' } as const) : ({ x: left, edge: 'left' } as const);
    svg += writeText(kit, { ...line, ...side, y: y - line.size * 0.3 }, line.text);
  }
  return { svg, bottom: y };
}

function wrapSvg(kit: Kit, frame: ChartFrame, options: FrameOptions, height: number, inside: string): string {
  const { id, width } = kit;
  const standalone = frame.standalone === true;
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: options.hasLinks === true ? 'group' : 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
      lang: kit.language,
      direction: kit.rightToLeft ? 'rtl' : 'ltr',
      'font-family': standalone ? fonts : `var(--chart-font,${fonts})`,
      style: standalone ? undefined : 'max-width:100%;height:auto',
    },
    el('title', { id: `${id}-title` }, escapeXml(frame.title)),
    el('desc', { id: `${id}-desc` }, escapeXml(options.altText)),
    options.defs === undefined || options.defs === '' ? '' : el('defs', {}, options.defs),
    standalone ? el('rect', { width, height, fill: kit.paint('paper') }) : '',
    inside,
  );
}
