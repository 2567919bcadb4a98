import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileTypeOf } from './file-type.ts';

const of = (content: string | number[], name = 'file.pdf'): string | undefined =>
  fileTypeOf(typeof content === 'string' ? Buffer.from(content, 'latin1') : Uint8Array.from(content), name);
const office = 'application/vnd.openxmlformats-officedocument';

it('tells the type of a file by its content and not by its name', () => {
  assert.equal(of('%PDF-1.7 …'), 'application/pdf');
  assert.equal(of([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]), 'image/png');
  assert.equal(of([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg');
  assert.equal(of('PK\u0003\u0004[Content_Types].xml word/document.xml'), `${office}.wordprocessingml.document`);
  assert.equal(of('PK\u0003\u0004[Content_Types].xml xl/workbook.xml'), `${office}.spreadsheetml.sheet`);
  assert.equal(of('<?xml version="1.0"?><a/>'), 'application/xml');
  assert.equal(of('a,b\n1,2', 'list.csv'), 'text/csv');
  assert.equal(of('words'), 'text/plain');
});

it('knows nothing of programs, other archives and damaged text', () => {
  assert.equal(of('MZ\u0090\u0000'), undefined);
  assert.equal(of('PK\u0003\u0004evil.exe'), undefined);
  assert.equal(of([0xff, 0xfe, 0x00, 0x41]), undefined);
});
