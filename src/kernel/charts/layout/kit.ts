import { directionOf, translatorOf, type Language, type Message } from '#kernel/i18n/index.ts';
import { sizePresets, type ChartFrame, type PointStatus } from '../input.ts';
import { chartPalettes, type ChartToken } from '../svg/palette.ts';
import { contentId } from '../svg/content-id.ts';
import { figureFormat, formatTick } from '../text/number-format.ts';
import { statusWords } from '../text/words.ts';

/** What every part of a drawing needs: colours, words, figures, direction, size and the prefix of its ids. */
export interface Kit {
  readonly paint: (token: ChartToken) => string;
  readonly say: (message: Message) => string;
  readonly figure: (value: number) => string;
  /** The figure with its unit. */
  readonly measure: (value: number) => string;
  readonly tick: (value: number, step: number) => string;
  readonly status: (status: PointStatus | undefined) => string | undefined;
  readonly language: Language;
  readonly rightToLeft: boolean;
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Narrow drawings use smaller type and fewer words. */
  readonly compact: boolean;
  readonly decimals: number;
}

/** Prepares the kit of one drawing; `content` is what its ids are derived from. */
export function makeKit(frame: ChartFrame, decimals: number, content: unknown): Kit {
  const size = frame.size ?? 'wide';
  const { width, height } = typeof size === 'string' ? sizePresets[size] : size;
  const colours = chartPalettes[frame.theme ?? 'light'];
  const translate = frame.translate ?? translatorOf(frame.language);
  const figure = figureFormat(frame.language, decimals);
  return {
    paint:
      frame.standalone === true
        ? (token) => colours[token]
        : (token) => `var(--chart-${token},${chartPalettes.light[token]})`,
    say: translate,
    figure,
    measure: (value) => (frame.unit === undefined ? figure(value) : `${figure(value)} ${frame.unit}`),
    tick: (value, step) => formatTick(value, frame.language, step),
    status: (status) => {
      const word = status === undefined ? undefined : statusWords[status];
      return word === undefined ? undefined : translate(word);
    },
    language: frame.language,
    rightToLeft: directionOf(frame.language) === 'rtl',
    id: frame.id ?? contentId(JSON.stringify([frame.title, width, frame.language, content])),
    width,
    height,
    compact: width < 480,
    decimals,
  };
}
