/** Which day the workbook counts from (ECMA-376 part 1, 18.17.4.1). */
export type DateSystem = 1900 | 1904;

const dayMs = 86_400_000;
const epoch1904 = Date.UTC(1904, 0, 1);
/** The 1900 system counts a 29 February 1900 that never was: from 1 March on it runs one day ahead. */
const epoch1900 = Date.UTC(1899, 11, 30);
const inventedDay = 60;

/** Serial number of a day to that day in UTC, to the millisecond; undefined where the number is no date of that system. */
export function dateOfSerial(serial: number, system: DateSystem): Date | undefined {
  if (!(serial >= 0)) return undefined;
  if (system === 1904) return withinFormat(epoch1904, serial);
  if (Math.floor(serial) === inventedDay) return undefined;
  return withinFormat(serial < inventedDay ? epoch1900 + dayMs : epoch1900, serial);
}

function withinFormat(epoch: number, serial: number): Date | undefined {
  const date = new Date(epoch + Math.round(serial * dayMs));
  return date.getUTCFullYear() <= 9999 ? date : undefined;
}

/** A moment to its serial number in the 1900 system; undefined before 1 January 1900 and after 9999. */
export function serialOfDate(date: Date): number | undefined {
  const time = date.getTime();
  if (!(time >= Date.UTC(1900, 0, 1) && date.getUTCFullYear() <= 9999)) return undefined;
  const serial = (time - epoch1900) / dayMs;
  return serial < inventedDay + 1 ? serial - 1 : serial;
}

/** Whether a number format shows a day or a time of day. Lengths of time ([h]:mm) stay numbers. */
export function isDateFormat(code: string): boolean {
  const [positive = ''] = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return false;
  return /[ymdhs]/i.test(positive.replaceAll(/general|E[+-]/gi, ''));
}

/** Formats that have a number and no code in the file; 27–36 and 50–58 are dates of East Asian calendars. */
export function builtInFormat(id: number): string | undefined {
  return builtIn[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy/mm/dd' : undefined);
}

const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};
