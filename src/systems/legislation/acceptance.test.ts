import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { aFolder, aServer, type TestServer } from '#kernel/testing/index.ts';
import { readLaw } from './akn/read-law.ts';

const found = z.looseObject({
  total: z.int(),
  records: z.array(
    z.looseObject({ id: z.string(), provision: z.string().optional(), coverage: z.string().optional() }),
  ),
});

describe('legislation, from a treaty article to the provision that answers to it', () => {
  let folder: Awaited<ReturnType<typeof aFolder>>;
  let server: TestServer;
  before(async () => {
    folder = await aFolder();
    server = await aServer({ data: join(folder.path, 'data') });
  });
  after(async () => {
    await server?.stop();
    await folder.remove();
  });

  it('shows how the law of a State covers a convention, article by article, with its gaps', async () => {
    const words = await wordsOf('/en/legislation/coverage/KEN/untoc');
    assert.match(
      words,
      /5 Criminalization of participation in an organized criminal group Covered para\. 1\(a\): Covered 2 · Taking part in an organized group/,
    );
    assert.match(words, /Not covered 1 Not reviewed/);
    assert.match(words, /These laws are invented/);
    const csv = await (await server.ask('/en/legislation/coverage/KEN/untoc.csv')).text();
    assert.match(csv, /KEN,untoc,5,yes,1\(a\),criminalises,yes,/);
    assert.doesNotMatch(csv, /,record\r/);
  });

  it('judges by the day: before the law was in force nothing is covered', async () => {
    const words = await wordsOf('/en/legislation/coverage/KEN/untoc?date=2001-01-01');
    assert.match(words, /Covered 0 Covered in part 0/);
  });

  it('puts two States side by side on one article, with the text of their provisions', async () => {
    const words = await wordsOf('/en/legislation/compare?treaty=untoc&article=5&one=KEN&other=MEX');
    assert.match(words, /Kenya Covered.* Mexico Covered/);
    const texts = [
      ...words.matchAll(
        /works for the criminal aims of an organized group, is punished with imprisonment of (\d+) to (\d+) years/g,
      ),
    ];
    assert.equal(texts.length, 2);
    assert.notDeepEqual(texts[0]?.slice(1), texts[1]?.slice(1), 'each its own law');
    const all = await wordsOf('/en/legislation/compare?treaty=untoc&article=5');
    assert.match(all, /All States with a judgement on this article State Coverage .*Kenya Covered/);
  });

  it('reads as it stood on a day, in the language asked for, with anchors and margin notes', async () => {
    const then = await wordsOf('/en/legislation/laws/ken-2004-d1?date=2010-01-01');
    const now = await wordsOf('/en/legislation/laws/ken-2004-d1?date=2020-01-01');
    const years = (words: string) => /imprisonment of (\d+) to (\d+) years/.exec(words)?.slice(1).map(Number) ?? [];
    assert.deepEqual(
      years(now),
      years(then).map((count, at) => count + (at === 0 ? 1 : 3)),
      'a later law raised them',
    );
    const html = await htmlOf('/en/legislation/laws/ken-2004-d1');
    for (const part of ['id="sec_2"', 'id="sec_2__1"', 'href="#sec_2__1"', '/en/legislation/compare?treaty=untoc'])
      assert.ok(html.includes(part), part);
    const arabic = await htmlOf('/en/legislation/laws/egy-2005-d1?text=ar');
    assert.match(arabic, /lang="ar" dir="rtl"[^>]*>.*غسل الأموال/s);
  });

  it('is exported as Akoma Ntoso, with every version or as it stood, and reads back', async () => {
    const whole = await readLaw(await textOf('/en/legislation/laws/ken-2004-d1/akn?text=en'));
    assert.equal(whole.provisions.filter(({ eId }) => eId === 'sec_2').length, 2);
    assert.deepEqual([whole.jurisdiction, whole.number], ['KEN', 'D-1']);
    assert.ok(
      whole.provisions.some(({ answers }) =>
        answers.some(({ treaty, article }) => treaty === 'untoc' && article === '5'),
      ),
    );
    const then = await readLaw(await textOf('/en/legislation/laws/ken-2004-d1/akn?text=en&date=2010-01-01'));
    assert.equal(then.provisions.filter(({ eId }) => eId === 'sec_2').length, 1);
    assert.equal((await server.ask('/en/legislation/laws/ken-2004-d1/akn?text=zh')).status, 404);
  });

  it('lets nobody bring a law in who is not signed in', async () => {
    const form = await server.ask('/en/legislation/import');
    assert.equal(form.status, 303);
    const body = new FormData();
    body.set('document', new File([await textOf('/en/legislation/laws/ken-2004-d1/akn?text=en')], 'law.xml'));
    const answer = await server.ask('/en/legislation/import', {
      method: 'POST',
      body,
      headers: { origin: server.address },
    });
    assert.ok([401, 403].includes(answer.status), String(answer.status));
  });

  it('has the cross-index as a table of its own in the API', async () => {
    const answer = await server.ask(
      '/api/v1/registers/coverage/records?filter[jurisdiction]=KEN&filter[treaty]=untoc&filter[coverage]=yes',
    );
    assert.equal(answer.status, 200);
    const { total, records } = found.parse(await answer.json());
    assert.ok(total >= 3);
    for (const { provision, coverage } of records) assert.ok(coverage === 'yes' && provision?.startsWith('ken-'));
  });

  it('stands on the page of the country, and speaks six languages', async () => {
    const html = await htmlOf('/en/areas/KEN');
    assert.match(html, /id="laws"/);
    assert.match(html, /href="\/en\/legislation\/coverage\/KEN\/untoc"/);
    for (const language of ['ar', 'es', 'fr', 'ru', 'zh'])
      assert.doesNotMatch(await htmlOf(`/${language}/legislation/coverage/KEN/untoc`), /Articles that ask States/);
  });

  const textOf = async (path: string): Promise<string> => {
    const answer = await server.ask(path);
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const htmlOf = async (path: string): Promise<string> => {
    const answer = await server.ask(path, { headers: { accept: 'text/html' } });
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const wordsOf = async (path: string): Promise<string> =>
    (await htmlOf(path))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ');
});
