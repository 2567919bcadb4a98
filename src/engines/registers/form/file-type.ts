/** Media type as the content shows it, whatever the name claims; undefined for what is not known here. The name only tells CSV from other text. */
export function fileTypeOf(bytes: Uint8Array, name: string): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 8));
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (start.equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff) return 'image/jpeg';
  if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return officeType(bytes);
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  if (/^\s*<\?xml\b/.test(text)) return 'application/xml';
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Entry names stand uncompressed in a zip: no need to open it. */
function officeType(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes('[Content_Types].xml')) return undefined;
  if (buffer.includes('word/document.xml')) return `${office}.wordprocessingml.document`;
  return buffer.includes('xl/workbook.xml') ? `${office}.spreadsheetml.sheet` : undefined;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
