import { constants, crc32, deflateRawSync } from 'node:zlib';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const mebibyte = 2 ** 20;

interface Part {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
}

const part = (name: string, text: string | Buffer): Part => {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
};

/** A zip file of the parts, with whatever sizes they claim. */
function zipOf(parts: readonly Part[]): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, crc } of parts) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4); // deflated
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, place, Buffer.from(name));
    chunks.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...chunks, listed, Buffer.from('PK\u0005\u0006'), end]);
}

/** A workbook of one sheet, in the smallest form that spreadsheet programs open. */
function workbookOf(sheet: Part): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipOf([
    part(
      '[Content_Types].xml',
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    sheet,
  ]);
}

const name = 'xl/worksheets/sheet1.xml';
const cell = (text: string | number): string =>
  typeof text === 'number' ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const sheetOf = (rows: string, before = ''): Part =>
  part(name, `${declaration}${before}<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData></worksheet>`);

const columns =
  'Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source'.split(
    ',',
  );
const header = `<row>${columns.map(cell).join('')}</row>`;
const rowOf = (value: string): string => {
  const texts = [
    'KEN',
    'Kenya',
    'Africa',
    'Eastern',
    'Persons held',
    'Total',
    'Total',
    'Total',
    'Total',
    2019,
    'Counts',
  ];
  return `<row>${texts.map(cell).join('')}${value}${cell('Invented')}</row>`;
};

/** A sound workbook of one row, in the portal's layout. */
export const aSoundWorkbook = (): Buffer => workbookOf(sheetOf(header + rowOf(cell(50_000))));

/** 2 GiB of blanks in 2 MB, honest about its size or not. */
export function aZipBomb({ honest }: { honest: boolean }): Buffer {
  const piece = deflateRawSync(Buffer.alloc(8 * mebibyte, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  const pieces = 255;
  const packed = Buffer.concat([...Array.from({ length: pieces }, () => piece), Buffer.from([3, 0])]);
  return workbookOf({ name, packed, size: honest ? pieces * 8 * mebibyte : 5000, crc: 0 });
}

/** "A billion laughs": entities that stand for ten entities each. */
export function anEntityBomb(): Buffer {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
  const doctype = `<!DOCTYPE worksheet [<!ENTITY e0 "ha">${levels}]>`;
  return workbookOf(sheetOf(header + rowOf(`<c t="inlineStr"><is><t>&e9;</t></is></c>`), doctype));
}

/** An entity that would read a file of the machine. */
export const anOutsideEntity = (): Buffer =>
  workbookOf(
    sheetOf(
      header + rowOf('<c t="inlineStr"><is><t>&x;</t></is></c>'),
      '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
  );

export const sixteenThousandColumns = (): Buffer =>
  workbookOf(sheetOf(`<row>${Array.from({ length: 16_000 }, (_, at) => cell(`c${at}`)).join('')}</row>`.repeat(3)));

export const aMillionEmptyRows = (): Buffer =>
  workbookOf(sheetOf(`${header}${Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 2}"/>`).join('')}`));

/** The value is a formula, once with the result that the sender's program stored and once without. */
export const formulaCells = (): Buffer =>
  workbookOf(
    sheetOf(
      header +
        rowOf('<c><f>WEBSERVICE("http://127.0.0.1/")+1</f><v>51000</v></c>') +
        rowOf('<c><f>1+1</f></c>').replace('2019', '2020'),
    ),
  );

/** A cell's address far outside a sheet, and one that repeats. */
export const addressesOutOfPlace = (): Buffer =>
  workbookOf(sheetOf(`${header}<row r="4294967297"><c r="ZZZZZZ9"><v>1</v></c></row>`));
