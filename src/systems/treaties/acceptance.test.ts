import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import * as z from 'zod';
import { aFolder, aServer, type TestServer } from '#kernel/testing/index.ts';

const page = z.looseObject({
  total: z.int(),
  records: z.array(z.looseObject({ id: z.string(), treaty: z.string().optional() })),
});
const ten = ['CHE', 'CIV', 'CUB', 'DOM', 'FIN', 'FRA', 'KAZ', 'NLD', 'PRT', 'TUR'];

describe('treaties, from the log of actions to who is bound on a day', () => {
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

  it('lists the 28 instruments, each with a page of its own that says how far it was checked', async () => {
    const html = await htmlOf('/en/treaties');
    const ids = new Set(
      [...html.matchAll(/href="\/en\/treaties\/([a-z0-9-]+)"/g)].map(([, id]) => id).filter((id) => id !== 'matrix'),
    );
    assert.equal(ids.size, 28);
    const untoc = await wordsOf('/en/treaties/untoc');
    assert.match(untoc, /United Nations Convention against Transnational Organized Crime/);
    assert.match(untoc, /date verified \(UNIS CP\/439\)/);
    assert.match(untoc, /Art\. 18 Mutual legal assistance/);
    assert.match(await wordsOf('/en/treaties/ct-01'), /unverified/);
  });

  it('quotes the counts that the reports print, with day and paragraph', async () => {
    for (const [path, ...figures] of [
      ['/en/treaties/untoc', '187 30 June 2017 · A/72/125, para. 13', '190 4 July 2022 · A/77/127, para. 54'],
      ['/en/treaties/untoc-tip', '170 30 June 2017 · A/72/125, para. 13'],
      ['/en/treaties/untoc-som', '144 30 June 2017 · A/72/125, para. 13'],
      ['/en/treaties/untoc-firearms', '114 30 June 2017 · A/72/125, para. 13'],
      ['/en/treaties/uncac', '181 1 June 2017 · A/72/125, para. 30', '189 4 July 2022 · A/77/127, para. 48'],
    ] as const) {
      const words = await wordsOf(path);
      for (const figure of figures) assert.ok(words.includes(figure), `${figure} on ${path}`);
    }
  });

  it('derives the status of a State for any day from what a source says', async () => {
    assert.match(await wordsOf('/en/treaties/states/BTN?date=2022-12-31'), /UNTOC Organized crime No action/);
    assert.match(
      await wordsOf('/en/treaties/states/BTN?date=2023-07-01'),
      /UNTOC Organized crime Party, day not known not later than 30 January 2024/,
    );
    assert.match(
      await wordsOf('/en/treaties/states/BTN?date=2024-06-01'),
      /UNTOC Organized crime Party not later than 30 January 2024/,
    );
    assert.match(await wordsOf('/en/treaties/states/BTN'), /Accession.*E\/CN\.7\/2024\/3, para\. 43/);
  });

  it('has a matrix of States and instruments, and finds the ten that are party to all 19', async () => {
    const rows = await csvOf('/en/treaties/matrix.csv?group=terrorism&date=2021-12-31');
    const parties = Map.groupBy(
      rows.filter((row) => row['STATUS'] === 'party'),
      (row) => row['PARTICIPANT'],
    );
    assert.deepEqual(
      [...parties]
        .filter(([, own]) => own.length === 19)
        .map(([state]) => state)
        .sort(),
      ten,
    );
    const words = await wordsOf('/en/treaties/matrix?group=terrorism&date=2021-12-31');
    assert.match(
      words,
      /Parties to all of them .*Côte d’Ivoire, Cuba, .*and Türkiye 10 States, as a report prints \(E\/CN\.7\/2022\/3, para\. 71\).* 19 instruments shown/,
    );
    const europe = await csvOf('/en/treaties/matrix.csv?group=terrorism&region=150&date=2021-12-31');
    assert.deepEqual([...new Set(europe.map((row) => row['PARTICIPANT']))].sort(), ['CHE', 'FIN', 'FRA', 'NLD', 'PRT']);
  });

  it('draws the map and the course over the years, and never counts what is invented with what is real', async () => {
    const html = await htmlOf('/en/treaties/untoc?log=demonstration');
    assert.ok((html.match(/<svg/g) ?? []).length >= 2, 'a map and a line');
    assert.match(html, /These entries are invented/);
    assert.match(html, /noindex/);
    const kinds = async (query: string) =>
      new Set((await csvOf(`/en/treaties/matrix.csv?group=all${query}`)).map((row) => row['RECORD']));
    assert.deepEqual([...(await kinds(''))], ['record']);
    assert.deepEqual([...(await kinds('&log=demonstration'))], ['demonstration']);
  });

  it('answers through the API, where the log and each entry can be read', async () => {
    const answer = await server.ask(
      '/api/v1/registers/treaty-actions/records?filter[treaty]=untoc&filter[kind]=accession',
    );
    assert.equal(answer.status, 200);
    const { total, records } = page.parse(await answer.json());
    assert.equal(total, 3);
    assert.deepEqual(records.map(({ id }) => id.split('-')[1]).sort(), ['btn', 'prk', 'ssd']);
  });

  it('stands on the page of the country', async () => {
    const html = await htmlOf('/en/areas/FIN');
    assert.match(html, /id="treaties"/);
    assert.match(html, /href="\/en\/treaties\/states\/FIN"/);
  });

  it('says what is missing in six languages, and knows no treaty that is not there', async () => {
    assert.equal((await server.ask('/en/treaties/utopia')).status, 404);
    for (const language of ['ar', 'es', 'fr', 'ru', 'zh']) {
      const html = await htmlOf(`/${language}/treaties/matrix?group=corruption`);
      assert.match(html, new RegExp(`lang="${language}`));
      assert.doesNotMatch(html, /Status of treaties/);
    }
  });

  const htmlOf = async (path: string): Promise<string> => {
    const answer = await server.ask(path, { headers: { accept: 'text/html' } });
    assert.equal(answer.status, 200, path);
    return answer.text();
  };
  const wordsOf = async (path: string): Promise<string> =>
    (await htmlOf(path))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&#x27;', '’')
      .replaceAll('&amp;', '&')
      .replaceAll(/\s+/g, ' ');
  const csvOf = async (path: string): Promise<Record<string, string>[]> => {
    const answer = await server.ask(path);
    assert.equal(answer.status, 200, path);
    const [head = '', ...lines] = (await answer.text()).replace('\uFEFF', '').trim().split('\r\n');
    const names = head.split(',');
    // Names with commas are quoted; what is read here stands before and after them without any.
    return lines.map((line) => {
      const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
    });
  };
});
