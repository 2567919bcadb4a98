import type { ByteSource } from '#kernel/zip/index.ts';

/** What a file is by its first bytes, whatever its name says. */
export type Content =
  | 'zip'
  | 'old-excel'
  | 'encrypted-office'
  | 'other-office'
  | 'pdf'
  | 'gzip'
  | 'html'
  | 'xml'
  | 'empty'
  | 'text';

/** Looks at the beginning of a file; what is nothing known counts as text, and reading it as text will tell. */
export async function detectContent(source: ByteSource): Promise<Content> {
  const head = await source.read(0, 4096);
  if (head.length === 0) return 'empty';
  if (['504b0304', '504b0506'].includes(head.toString('hex', 0, 4))) return 'zip';
  if (head.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1') return officeContainer(source, head);
  if (head.toString('latin1', 0, 4) === '%PDF') return 'pdf';
  if (head.toString('hex', 0, 2) === '1f8b') return 'gzip';
  const start = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<table|<head|<meta)/.test(start)) return 'html';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'html' : 'xml';
  return 'text';
}

/** The old container holds either an old workbook or a new one behind a password; the names in its directory tell which. */
async function officeContainer(source: ByteSource, head: Buffer): Promise<Content> {
  const sectorSize = head.length >= 52 && head.readUInt16LE(30) === 12 ? 4096 : 512;
  const directory = head.length >= 52 ? (head.readUInt32LE(48) + 1) * sectorSize : source.size;
  const names = (await source.read(Math.min(directory, source.size), 8 * sectorSize)).toString('utf16le');
  if (names.includes('EncryptedPackage')) return 'encrypted-office';
  return names.includes('Workbook') || names.includes('Book\0') ? 'old-excel' : 'other-office';
}
