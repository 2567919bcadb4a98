import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as fc from 'fast-check';
import { say } from '#kernel/i18n/index.ts';
import { compose } from './compose.ts';
import { isMailAddress, openMail } from './index.ts';
import type { Letter } from './index.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mandata-mail-'));
});
after(() => rm(folder, { recursive: true }));

const aLetter = (given: Partial<Letter> = {}): Letter => ({
  to: 'amina@example.org',
  subject: say('Your invitation'),
  paragraphs: [say('You are invited by {name}.', { name: 'Jo' })],
  link: 'https://mandata.example/invitation#abc',
  language: 'en',
  ...given,
});
/** Sends to a folder of its own and returns the one file there. */
async function delivered(letter: Letter): Promise<string> {
  const mailboxFolder = await mkdtemp(join(folder, 'box-'));
  await openMail({ mailboxFolder, from: 'mandata@example.org', clock: () => new Date('2026-01-02T03:04:05Z') }).send(
    letter,
  );
  const files = await readdir(mailboxFolder);
  assert.equal(files.length, 1);
  const [file = ''] = files;
  assert.match(file, /^2026-01-02T03-04-05-000Z-[\da-f-]+\.eml$/);
  assert.equal((await stat(join(mailboxFolder, file))).mode & 0o077, 0);
  return readFile(join(mailboxFolder, file), 'utf8');
}
const headersOf = (message: string): string[] =>
  message
    .slice(0, message.indexOf('\r\n\r\n'))
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
const namesOf = (message: string): string[] => headersOf(message).map((line) => line.slice(0, line.indexOf(':')));

test('without a mail server a letter becomes one file with its text and its page', async () => {
  const message = await delivered(aLetter());
  const headers = headersOf(message).join('\n');
  assert.match(headers, /^To: amina@example\.org$/m);
  assert.match(headers, /^Subject: Your invitation$/m);
  assert.match(headers, /^Date: Fri, 02 Jan 2026 03:04:05 \+0000$/m);
  assert.match(message, /You are invited by Jo\.[\s\S]*https:\/\/mandata\.example\/invitation#abc/);
  assert.match(message, /Content-Type: text\/html/);
});

test('the page of a letter says its language and direction and holds no markup from values', () => {
  const { html, text } = compose(aLetter({ language: 'ar', paragraphs: [say('{name}', { name: '<script>"&\'' })] }));
  assert.match(html, /lang="ar" dir="rtl"/);
  assert.match(html, /<p>&lt;script&gt;&quot;&amp;&#39;<\/p>/);
  assert.match(text, /<script>/);
});

const hostile = fc.oneof(
  fc.constantFrom(
    '\r\nBcc: all@example.org',
    '\nX-Evil: 1',
    '\rX-Evil: 1',
    '\u2028X-Evil: 1',
    '\0',
    '\r\n\r\n<b>body</b>',
    '=?utf-8?q?=0d=0aX-Evil:1?=',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

test('law: no value puts a header or a recipient into a letter', async () => {
  const plain = namesOf(await delivered(aLetter())).sort();
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (subject, paragraph) => {
      const message = await delivered(
        aLetter({ subject: say('Hello {name}', { name: subject }), paragraphs: [say('{it}', { it: paragraph })] }),
      );
      assert.deepEqual(namesOf(message).sort(), plain);
      assert.deepEqual(
        headersOf(message).filter((line) => line.startsWith('To: ')),
        ['To: amina@example.org'],
      );
    }),
    { numRuns: 150 },
  );
});

test('law: what is more than one address is refused', async () => {
  const more = [
    'a@b.org, c@d.org',
    'a@b.org;c@d.org',
    'a@b.org\r\nBcc: c@d.org',
    'A <a@b.org>',
    '"a b"@c.org',
    'a@b.org ',
    'a@b@c',
    'a',
    '@b',
    'a@',
    'a@-b',
    'a@b..c',
    `${'a'.repeat(65)}@b.org`,
    `a@${'b'.repeat(60)}.${'c.'.repeat(120)}org`,
  ];
  for (const to of more) {
    assert.equal(isMailAddress(to), false, to);
    await assert.rejects(openMail({ mailboxFolder: folder, from: 'm@example.org' }).send(aLetter({ to })), {
      kind: 'invalid',
    });
  }
  fc.assert(
    fc.property(hostile, (text) => assert.ok(!isMailAddress(`a${text}@b.org`) || /^\S+$/u.test(text) || text === '')),
  );
  for (const to of ['a@b.org', 'a.b+c@d-e.example', 'o’x@b.org'.replace('’', "'"), 'имя@пример.рф', 'a@localhost'])
    assert.ok(isMailAddress(to), to);
});

test('a link to anything but a web page is a mistake of ours', () => {
  for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'nothing'])
    assert.throws(() => compose(aLetter({ link })), /web pages only/);
});

/** A mail server that says yes to everything, or 554 to the message. */
async function aMailServer(taking: boolean) {
  const received: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    let text = '';
    socket.write('220 here\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        received.push(line);
        if (inData && line !== '.') continue;
        if (inData) inData = false;
        else if (line === 'DATA') inData = true;
        socket.write(
          inData
            ? '354 go on\r\n'
            : line === '.' && !taking
              ? '554 no\r\n'
              : line === 'QUIT'
                ? '221 bye\r\n'
                : '250 ok\r\n',
        );
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    received,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    close: () => server.close(),
  };
}

test('with a mail server the letter goes there, to its one recipient', async () => {
  const { received, url, close } = await aMailServer(true);
  const mail = openMail({ smtpUrl: url, mailboxFolder: folder, from: 'mandata@example.org' });
  await mail.send(aLetter());
  assert.equal(mail.leavesTheMachine, true);
  assert.deepEqual(
    received.filter((line) => line.startsWith('RCPT')),
    ['RCPT TO:<amina@example.org>'],
  );
  close();
});

test('a mail server that is away or refuses is said in words', async () => {
  const { url, close } = await aMailServer(false);
  const problem = { name: 'Problem', kind: 'unavailable', message: /SMTP_URL/ };
  await assert.rejects(
    openMail({ smtpUrl: url, mailboxFolder: folder, from: 'm@example.org' }).send(aLetter()),
    problem,
  );
  close();
  await assert.rejects(
    openMail({ smtpUrl: 'smtp://127.0.0.1:1', mailboxFolder: folder, from: 'm@example.org' }).send(aLetter()),
    problem,
  );
});
