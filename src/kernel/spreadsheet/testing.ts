import { strToU8, zipSync } from 'fflate';

/** Parts of a workbook written by hand, for tests: packed by another library than the one under test. */
export interface HandmadeWorkbook {
  /** XML inside <sheetData>, or a whole part when it begins with '<?xml' or '<worksheet'. */
  readonly sheets?: readonly {
    readonly name: string;
    readonly data: string;
    readonly attributes?: string;
    readonly after?: string;
  }[];
  /** XML of the <si> elements. */
  readonly texts?: string;
  /** XML inside <styleSheet>. */
  readonly styles?: string;
  readonly workbookProperties?: string;
  readonly definedNames?: string;
  readonly strict?: boolean;
  /** More parts, or replacements. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** Builds the bytes of a workbook from raw XML, so that tests can say exactly what a foreign program wrote. */
export function aPackage(made: HandmadeWorkbook): Uint8Array {
  const main = made.strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = made.strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationships = (lines: readonly (readonly [string, string, string])[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const sheets = made.sheets ?? [{ name: 'Sheet1', data: '' }];
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}">${made.workbookProperties ?? ''}<sheets>${sheets
      .map(
        ({ name, attributes }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" ${attributes ?? ''} r:id="s${index}"/>`,
      )
      .join('')}</sheets>${made.definedNames ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => [`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ...(made.texts === undefined ? [] : [['t', 'sharedStrings', '/xl/sharedStrings.xml'] as const]),
      ...(made.styles === undefined ? [] : [['st', 'styles', 'styles.xml'] as const]),
    ]),
  };
  for (const [index, { data, after }] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = /^<(?:\?xml|\w*:?worksheet)/.test(data)
      ? data
      : `<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${data}</sheetData>${after ?? ''}</worksheet>`;
  }
  if (made.texts !== undefined) files['xl/sharedStrings.xml'] = `<sst xmlns="${main}">${made.texts}</sst>`;
  if (made.styles !== undefined) files['xl/styles.xml'] = `<styleSheet xmlns="${main}">${made.styles}</styleSheet>`;
  const packed = Object.entries({ ...files, ...made.parts }).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>);
}
