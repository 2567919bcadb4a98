import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { aDatabase } from '#kernel/database/testing.ts';
import { Problem } from '#kernel/errors/problem.ts';
import { languages } from '#kernel/i18n/index.ts';
import { anonymous, type Actor } from '#kernel/policy/index.ts';
import { underLanguage, type UiEnv } from '#kernel/ui/index.ts';
import { siteForTest } from '#kernel/ui/testing/site.ts';
import { buildIfNeeded } from '../../../../scripts/build.ts';
import { registerPageRoutes } from '../page-routes.ts';
import { createRecord } from '../records/create-record.ts';
import { getRecord } from '../records/get-record.ts';
import { saveRecord } from '../records/save-record.ts';
import { contributor, editor, otherState, registersOver, registersSteps } from '../testing/index.ts';

let as: ReturnType<typeof registersOver>;
let dist: string;
const kept = new Map<string, Buffer>();
/** Files in memory, kept by their content. */
const files: Parameters<typeof registerPageRoutes>[0]['files'] = {
  put: async (content) => {
    const bytes = Buffer.from(content as Uint8Array);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    kept.set(sha256, bytes);
    return { sha256, size: bytes.length };
  },
  open: async (sha256) => {
    const bytes = kept.get(sha256) ?? assert.fail('not kept');
    return {
      sha256,
      size: bytes.length,
      async *content() {
        yield bytes;
      },
    };
  },
};
before(async () => {
  ({ dist } = await buildIfNeeded());
  as = registersOver(await aDatabase(registersSteps));
});

async function siteOf(actor: Actor): Promise<Hono<UiEnv>> {
  const routes = registerPageRoutes({ files, context: as, clock: () => new Date(0), origin: 'https://example.org' });
  const app = await siteForTest({ actor }, (site) => void site.route(`/${underLanguage}`, routes), dist);
  app.onError((error, c) => {
    if (error instanceof Problem) return c.text(error.message, error.status as 404);
    throw error;
  });
  return app;
}

async function open(actor: Actor, path: string): Promise<{ status: number; text: string }> {
  const answer = await (await siteOf(actor)).request(path);
  return { status: answer.status, text: await answer.text() };
}

/** Sends a form as a browser does; gives where it leads, or the page that comes instead. */
async function send(actor: Actor, path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  const body = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value);
  const headers = { 'content-length': '1000' };
  const answer = await (await siteOf(actor)).request(path, { method: 'POST', body, headers });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

const valueOf = (text: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? assert.fail(`there is no ${name}`);
const words = (text: string): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const act = { name: { en: 'Prisons Act', fr: 'Loi sur les prisons' }, country: 'KEN', themes: ['bribery'] };
const publish = (data: Record<string, unknown>) =>
  createRecord(as(editor), 'laws', { data: { ...act, ...data }, moves: ['publish'] });

describe('the pages of a register', () => {
  it('are drawn in every language', async () => {
    const { id } = await publish({
      body: { en: '# Part I\n\nA *prison* is a place.' },
      binding: true,
      adopted: '2019-05',
    });
    for (const language of languages)
      for (const path of ['', '/laws', `/laws/${id}`, `/laws/${id}/history`]) {
        const { status, text } = await open(anonymous, `/${language}/registers${path}`);
        assert.equal(status, 200, path);
        assert.ok(text.includes(`lang="${language}"`));
        assert.equal((text.match(/<h1/g) ?? []).length, 1, path);
      }
  });

  it('show text in another language where the reader’s is missing, and mark it', async () => {
    const { id } = await publish({ body: { fr: 'Une prison.' } });
    const page = await open(anonymous, `/ar/registers/laws/${id}`);
    assert.match(page.text, /<span class="foreign" lang="en" dir="ltr"[^>]*>Prisons Act</);
    assert.match(page.text, /lang="fr" dir="ltr"[^>]*>.*Une prison\./s);
  });

  it('narrow a list down by what there is, with counts, and say so when nothing fits', async () => {
    await publish({ name: { en: 'Drugs Act' }, country: 'PER', themes: ['drugs'] });
    const all = await open(anonymous, '/en/registers/laws');
    assert.match(words(all.text), /Bribery \d+/);
    const narrowed = await open(anonymous, '/en/registers/laws?filter[country]=PER&filter[themes]=drugs');
    assert.match(words(narrowed.text), /Drugs Act/);
    assert.doesNotMatch(words(narrowed.text), /Prisons Act/);
    assert.match(narrowed.text, /name="filter\[country\]" checked="" value="PER"|value="PER" checked=""/);
    const none = await open(anonymous, '/en/registers/laws?q=nowhereatall');
    assert.match(words(none.text), /Nothing fits this choice/);
    assert.equal((await open(anonymous, '/en/registers/laws?page=-1&sort=nonsense&filter[x]=1')).status, 200);
  });

  it('lead a record from its draft to everyone, and to its withdrawal', async () => {
    const form = await open(contributor, '/en/registers/laws/new');
    assert.equal(form.status, 200);
    const token = valueOf(form.text, 'token');
    const entered = { token, 'name.en': 'Customs Act', country: 'KEN', seats: '12', note: '' };
    const first = await send(contributor, '/en/registers/laws/new', entered);
    assert.equal(first.status, 303, words(first.text));
    assert.equal((await send(contributor, '/en/registers/laws/new', entered)).to, first.to, 'sent twice, made once');
    const path = first.to;
    assert.equal((await open(anonymous, path)).status, 404);
    assert.equal((await open(otherState, path)).status, 404);
    const revision = async (): Promise<string> => valueOf((await open(editor, `${path}/edit`)).text, 'revision');
    for (const move of ['submit', 'publish'])
      assert.equal(
        (await send(editor, `${path}/move/${move}`, { revision: await revision(), reason: '' })).status,
        303,
      );
    assert.match(words((await open(anonymous, path)).text), /Customs Act.*Seats 12/);
    const without = await send(editor, `${path}/move/withdraw`, { revision: await revision(), reason: ' ' });
    assert.equal(without.status, 400);
    assert.match(words(without.text), /Say why/);
    await send(editor, `${path}/move/withdraw`, { revision: await revision(), reason: 'Repealed in 2020.' });
    const withdrawn = await open(anonymous, path);
    assert.match(words(withdrawn.text), /no longer holds.*Repealed in 2020\./);
    assert.doesNotMatch(words((await open(anonymous, '/en/registers/laws')).text), /Customs Act/);
  });

  it('keep what was entered when something is wrong, and name the place', async () => {
    const wrong = await send(editor, '/en/registers/laws/new', {
      token: 'b',
      'name.en': 'Sea Act',
      adopted: '2019-02-31',
    });
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /value="2019-02-31"/);
    assert.match(wrong.text, /value="Sea Act"/);
    assert.match(wrong.text, /href="#adopted"/);
  });

  it('give a list another row without saving anything', async () => {
    const more = await send(editor, '/en/registers/laws/new', {
      token: 'c',
      'contacts.0.office': 'Registry',
      more: 'contacts',
    });
    assert.equal(more.status, 200);
    assert.match(more.text, /value="Registry"/);
    assert.match(more.text, /name="contacts\.2\.office"/);
  });

  it('lay both versions side by side when somebody else saved meanwhile, and lose neither', async () => {
    const { id } = await publish({ seats: 10 });
    const path = `/en/registers/laws/${id}`;
    const form = await open(editor, `${path}/edit`);
    const mine = {
      token: 'd',
      revision: valueOf(form.text, 'revision'),
      'name.en': 'Prisons Act',
      country: 'KEN',
      seats: '30',
    };
    const { record } = await getRecord(as(editor), 'laws', id);
    await saveRecord(as(editor), 'laws', id, { patch: { seats: 20 }, revision: record.revision });
    const conflict = await send(editor, `${path}/edit`, mine);
    assert.equal(conflict.status, 412);
    assert.match(words(conflict.text), /Seats changed on both sides Saved meanwhile 20 Yours 30/);
    assert.equal((await getRecord(as(editor), 'laws', id)).record.data['seats'], 20);
    const again = await send(editor, `${path}/edit`, { ...mine, revision: valueOf(conflict.text, 'revision') });
    assert.equal(again.status, 303);
    assert.equal((await getRecord(as(editor), 'laws', id)).record.data['seats'], 30);
  });

  it('show what changed, word by word, and restore an earlier version', async () => {
    const { id, revision } = await publish({ summary: 'A law on prisons and guards.' });
    const changed = await saveRecord(as(editor), 'laws', id, {
      patch: { summary: 'A law on prisons and visitors.' },
      revision,
    });
    const path = `/en/registers/laws/${id}`;
    const compared = await open(editor, `${path}/compare?from=${revision}&to=${changed.revision}`);
    assert.match(compared.text, /<del[^>]*>guards<\/del><ins[^>]*>visitors<\/ins>/);
    const asked = await open(editor, `${path}/restore/${revision}`);
    assert.match(words(asked.text), /Restore this version/);
    const restored = await send(editor, `${path}/restore/${revision}`, { revision: changed.revision });
    assert.equal(restored.status, 303);
    assert.equal((await getRecord(as(editor), 'laws', id)).record.data['summary'], 'A law on prisons and guards.');
  });

  it('hide closed fields, and say at them who sees them', async () => {
    const closed = { urgent: 'ring-the-bell', reviewer: 'office-eyes' };
    const { id } = await publish({ ...closed, contacts: [{ office: 'Registry', address: 'secret-street' }] });
    const path = `/en/registers/laws/${id}`;
    const shown = async (actor: Actor): Promise<string> => words((await open(actor, path)).text);
    for (const word of ['ring-the-bell', 'office-eyes', 'secret-street', 'Urgent contact', 'Address'])
      assert.ok(!(await shown(anonymous)).includes(word), word);
    assert.match(await shown(contributor), /ring-the-bell Shown to authorities of States and the secretariat only/);
    assert.match(await shown(contributor), /secret-street/);
    assert.doesNotMatch(await shown(contributor), /office-eyes/);
    assert.match(await shown(editor), /office-eyes Shown to the secretariat only/);
    const history = words((await open(anonymous, `${path}/history`)).text);
    for (const word of ['Urgent contact', 'Note of the office']) assert.ok(!history.includes(word), word);
  });

  it('keep a file that is brought, and give it only to those who see the record', async () => {
    const body = new FormData();
    for (const [name, value] of [
      ['token', 'f'],
      ['name.en', 'Scanned Act'],
      ['country', 'KEN'],
    ] as const)
      body.append(name, value);
    body.append('scan.new', new File(['%PDF-1.7 judgment'], 'act 1.pdf', { type: 'text/html' }));
    const size = { 'content-length': '2000' };
    const made = await (
      await siteOf(editor)
    ).request('/en/registers/laws/new', { method: 'POST', body, headers: size });
    assert.equal(made.status, 303, words(await made.text()));
    const path = made.headers.get('location') ?? '';
    const link =
      /href="([^"]*\/files\/[0-9a-f]{64})"/.exec((await open(editor, path)).text)?.[1] ?? assert.fail('no link');
    const file = await (await siteOf(editor)).request(link);
    assert.equal(await file.text(), '%PDF-1.7 judgment');
    assert.equal(file.headers.get('content-type'), 'application/pdf');
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''act%201\.pdf$/);
    assert.equal((await open(anonymous, link)).status, 404, 'the record is a draft');
    assert.equal((await open(editor, link.replace(/[0-9a-f]{64}$/, '0'.repeat(64)))).status, 404);
  });

  it('try a file of records first, take it over whole, and take it back', async () => {
    const bring = (content: string, more: Record<string, string> = {}): FormData => {
      const form = new FormData();
      if (content !== '') form.append('file', new File([content], 'laws.csv'));
      for (const [name, value] of Object.entries(more)) form.append(name, value);
      return form;
    };
    const post = async (body: FormData, path = '/en/registers/laws/import') => {
      const answer = await (
        await siteOf(editor)
      ).request(path, { method: 'POST', body, headers: { 'content-length': '999' } });
      return { status: answer.status, text: await answer.text() };
    };
    assert.equal((await open(contributor, '/en/registers/laws/import')).status, 200);
    assert.match(words((await post(bring(''))).text), /Choose a file/);
    const wrong = await post(bring('name@en,country\nFair Act,ZZZ\n'));
    assert.match(words(wrong.text), /Refused 1/);
    assert.doesNotMatch(wrong.text, /value="import"/, 'a file with a refused row cannot be imported');
    const tried = await post(bring('name@en,country\nHarbour Act,KEN\nPort Act,PER\n'));
    assert.match(words(tried.text), /New 2/);
    assert.doesNotMatch(words((await open(editor, '/en/registers/laws?q=harbour')).text), /Harbour Act/);
    const more = { sha256: valueOf(tried.text, 'sha256'), name: valueOf(tried.text, 'name'), act: 'import' };
    const done = await post(bring('', more));
    assert.match(words(done.text), /The file was imported/);
    const undo = /action="([^"]*\/undo)"/.exec(done.text)?.[1] ?? assert.fail('no way back');
    assert.match(words((await post(bring(''), undo)).text), /The import was taken back/);
  });

  it('lead a visitor to sign in before a form, and back', async () => {
    const answer = await (await siteOf(anonymous)).request('/fr/registers/laws/new');
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/fr/sign-in?return=%2Ffr%2Fregisters%2Flaws%2Fnew');
  });
});

describe('the work on records', () => {
  it('names what waits, and nothing to those who may do nothing about it', async () => {
    await createRecord(as(contributor), 'laws', {
      data: { name: { en: 'Waiting Act' }, country: 'KEN' },
      moves: ['submit'],
    });
    assert.match(words((await open(editor, '/en/work/records')).text), /Waiting for you.*Waiting Act/);
    assert.doesNotMatch(words((await open(otherState, '/en/work/records')).text), /Waiting Act/);
  });

  it('names records that refer to one that was withdrawn', async () => {
    const target = await publish({ name: { en: 'Old Act' } });
    await publish({ name: { en: 'New Act' }, cites: [target.id] });
    const path = `/en/registers/laws/${target.id}/move/withdraw`;
    const asked = await open(editor, path);
    assert.match(words(asked.text), /Other records refer to this one.*New Act/);
    await send(editor, path, { revision: valueOf(asked.text, 'revision'), reason: 'Replaced.' });
    assert.match(
      words((await open(editor, '/en/work/records')).text),
      /Refers to what was withdrawn.*New Act.*Old Act/,
    );
  });
});
