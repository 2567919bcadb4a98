import { say } from '#kernel/i18n/say.ts';
import { quoted } from '../check/quoted.ts';
import { found, refused } from './answer.ts';

// First elements of the series of symbols: organs, their subsidiary bodies and conferences, and programmes with a series of their own.
const series = new Set(
  `A S E T ST AT CAC CTOC CAT CCPR CED CEDAW CERD CESCR CMW CRC CRPD HRI OPCAT SPT CBD CCW BWC CD NPT FCCC ICCD UNEP UNODC UNICRI
   UNCTAD TD TRADE TRANS ECE CES EB ENERGY ESCAP DP FPA HSP HABITAT ID GC IDB PBC JIU DC DPI LC LOS SPLOS ISBA PCNICC WFP UNW
   UNITAR UNU UNHCR ICEF UNFPA CEB CERF APLC CCM ATT CCIT COMP PCT NGO TC INCB WSIS SDG CPR IPCC`.split(/\s+/),
);
const titled = /^(REV|ADD|CORR|AMEND)(?=\.)/;
const whole = /^[A-Z]+(?:\/[A-Z0-9][A-Z0-9.&-]*(?:\([A-Z0-9 .,-]{1,20}\))?){1,12}(?:\([A-Z0-9 .,-]{1,20}\))?$/;

/** Symbol of a United Nations document: A/RES/55/25, E/CN.7/2022/3, CAC/COSP/2021/1/Rev.1. */
export function readUnSymbol(text: string) {
  const written = text
    .toUpperCase()
    .replace(/^(UN|UNITED NATIONS)?\s*(DOC(UMENT)?\.?|SYMBOL:?)\s+/, '')
    .replaceAll(/\s*([/.(),])\s*/g, '$1');
  const [first = ''] = written.split('/');
  if (
    written.length > 100 ||
    !whole.test(written) ||
    !series.has(first) ||
    !/[\dIVX]/.test(written.slice(first.length))
  )
    return refused(
      say(
        '“{value}” is no symbol of a United Nations document. It is written as A/RES/55/25, E/CN.7/2022/3 or CAC/COSP/2021/1.',
        {
          value: quoted(text),
        },
      ),
    );
  const steps = written
    .split('/')
    .map((step) => step.replace(titled, (word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`));
  return found(
    steps
      .join('/')
      .replaceAll(/\(SECT\./g, '(Sect.')
      .replaceAll(/\(PART /g, '(Part '),
  );
}
