import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { correctionOf } from './reed-solomon.ts';
import { qrMatrix, qrPath } from './qr-svg.ts';

const address =
  'otpauth://totp/Mandata:a.person%40justice.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&period=30&digits=6&algorithm=SHA1&issuer=Mandata';
const fingerprint = (text: string): string =>
  createHash('sha256')
    .update(
      qrMatrix(text)
        .map((row) => row.map(Number).join(''))
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 16);

test('error correction agrees with the worked example of ISO/IEC 18004 (1-M, "01234567")', () => {
  const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
  assert.deepEqual(correctionOf(data, 10), [0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
});

test('the size grows with the text, and too much is refused', () => {
  assert.equal(qrMatrix('hi').length, 21);
  assert.equal(qrMatrix(address).length, 49);
  assert.equal(qrMatrix('x'.repeat(412)).length, 77);
  assert.throws(() => qrMatrix('x'.repeat(413)), RangeError);
});

test('the codes are the ones that an independent reader (zbar) was seen to read', () => {
  assert.deepEqual([fingerprint('hi'), fingerprint(address)], ['043e4c6b95be7301', '818b81e3d68dc965']);
});

test('the drawing has a quiet zone of four modules', () => {
  const { size, path } = qrPath('hi');
  assert.equal(size, 29);
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  assert.ok(Math.min(...places) === 4 && Math.max(...places) === 24);
});
