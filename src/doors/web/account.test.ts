import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { generate } from 'otplib';
import { anAccount, goodPassword, tokenFrom } from '#kernel/identity/testing/an-identity.ts';
import { aSite } from './testing/a-site.ts';
import { anAdministrator } from './testing/page-list.ts';

let site: Awaited<ReturnType<typeof aSite>>;
before(async () => (site = await aSite()));
after(() => site.close());

/** A browser without script: keeps cookies, posts forms. */
function aVisitor() {
  let cookie = '';
  const send = async (path: string, form?: Record<string, string | string[]>) => {
    const body =
      form &&
      new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
    const answer = await site.app.request(path, {
      headers: { accept: 'text/html', cookie },
      ...(body && { method: 'POST', body }),
    });
    const given = /^(mandata=[^;]*)/.exec(
      answer.headers.getSetCookie().find((line) => line.startsWith('mandata=')) ?? '',
    )?.[1];
    if (given !== undefined) cookie = given;
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  };
  return { get: (path: string) => send(path), post: send };
}

async function signedIn(role: 'statistician' | 'administrator' = 'statistician') {
  const { email } = await anAccount(site, { role });
  const visitor = aVisitor();
  const answer = await visitor.post('/en/sign-in', { email, password: goodPassword, return: '/en/account' });
  assert.equal(answer.location, '/en/account');
  return { visitor, email };
}

test('signing in leads to where one came from, and a wrong password is said at the form', async () => {
  const { email } = await anAccount(site);
  const visitor = aVisitor();
  const wrong = await visitor.post('/ar/sign-in', { email, password: 'not this one at all', return: '' });
  assert.equal(wrong.status, 401);
  assert.match(wrong.text, /role="alert"/);
  assert.ok(wrong.text.includes(email) && !wrong.text.includes('not this one at all'));
  const right = await visitor.post('/ar/sign-in', { email, password: goodPassword, return: '//evil.example' });
  assert.equal(right.location, '/ar/account');
  assert.ok((await visitor.get('/ar/account')).text.includes(email));
  await visitor.post('/ar/sign-out', {});
  assert.equal((await visitor.get('/ar/account')).status, 303);
});

test('an authenticator app is set up, owed at the next sign-in, and a recovery code stands in for it', async () => {
  const { visitor, email } = await signedIn();
  const offered = await visitor.post('/en/account/second-factor/app', {});
  const field = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(offered.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const [secret, uri] = [field('secret'), field('uri')];
  assert.match(offered.text, /<path d="M\d+ \d+h1v1h-1z/);
  const wrong = await visitor.post('/en/account/second-factor/app/confirm', { secret, uri, code: '12' });
  assert.equal(wrong.status, 400);
  assert.ok(wrong.text.includes(secret.slice(0, 4)));
  const epoch = Math.floor(site.context.clock().getTime() / 1000);
  const codes = await visitor.post('/en/account/second-factor/app/confirm', {
    secret,
    uri,
    code: await generate({ secret, epoch }),
  });
  const recoveryCode = /<code>([a-z0-9-]{19})<\/code>/.exec(codes.text)?.[1] ?? '';
  assert.notEqual(recoveryCode, '');

  const again = aVisitor();
  const asked = await again.post('/en/sign-in', { email, password: goodPassword });
  assert.match(asked.location ?? '', /^\/en\/sign-in\/second-factor\?methods=totp%2Crecovery-code/);
  assert.equal((await again.get('/en/account')).status, 303, 'the password alone opens nothing');
  assert.equal((await again.post('/en/sign-in/second-factor', { code: '000000', methods: 'totp' })).status, 400);
  assert.equal(
    (await again.post('/en/sign-in/second-factor', { recoveryCode, methods: 'totp' })).location,
    '/en/account',
  );
  assert.match((await again.get('/en/account/second-factor')).text, /9 codes are left/);
});

test('a forgotten password is set anew by the letter’s link, also pasted whole', async () => {
  const { email } = await anAccount(site);
  const visitor = aVisitor();
  assert.equal((await visitor.post('/fr/forgotten-password', { email })).location, '/fr/forgotten-password?done=sent');
  assert.equal(
    (await visitor.post('/fr/forgotten-password', { email: 'nobody@example.org' })).location,
    '/fr/forgotten-password?done=sent',
  );
  await new Promise((done) => setTimeout(done, 200)); // the letter is written after the answer
  const token = `http://localhost/password-reset#${tokenFrom(site.letters, email)}`;
  const short = await visitor.post('/fr/password-reset', { token, password: 'short' });
  assert.equal(short.status, 400);
  assert.ok(short.text.includes(token), 'an error in the password does not cost the link');
  assert.equal(
    (await visitor.post('/fr/password-reset', { token, password: 'another quiet lamp here' })).location,
    '/fr/sign-in?done=password-set',
  );
  assert.equal((await visitor.post('/fr/sign-in', { email, password: 'another quiet lamp here' })).status, 303);
  assert.equal((await visitor.get('/password-reset')).location, '/en/password-reset');
});

test('sessions are listed and ended, and tokens are shown once', async () => {
  const { visitor, email } = await signedIn();
  const other = aVisitor();
  await other.post('/en/sign-in', { email, password: goodPassword });
  assert.equal((await visitor.post('/en/account/sessions/end', { session: 'others' })).status, 303);
  assert.equal((await other.get('/en/account')).status, 303);
  const none = await visitor.post('/en/account/tokens', { name: 'Import', days: '30' });
  assert.equal(none.status, 400);
  assert.match(none.text, /href="#scopes\[\]"/);
  const made = await visitor.post('/en/account/tokens', {
    name: 'Import',
    days: '30',
    'scopes[]': 'identity.own.sessions',
  });
  assert.match(made.text, /mdt_[\w-]{20,}/);
  const listed = (await visitor.get('/en/account/tokens')).text;
  assert.ok(!/mdt_/.test(listed) && /Import/.test(listed));
});

test('the list of accounts is closed to all but administrators with a second factor', async () => {
  const { visitor } = await signedIn('statistician');
  assert.equal((await visitor.get('/en/accounts')).status, 404);
  const { visitor: administrator } = await signedIn('administrator');
  const refused = await administrator.get('/en/accounts');
  assert.equal(refused.status, 403);
  assert.match(refused.text, /\/en\/account\/second-factor/);
});

test('the privacy page says plainly that nobody runs the site, until an administrator enters who does', async () => {
  const reader = aVisitor();
  assert.match((await reader.get('/en/privacy')).text, /Nobody has entered yet who runs this site/);
  assert.match((await reader.get('/en/site-operator')).location ?? '', /^\/en\/sign-in/);
  assert.equal((await (await signedIn()).visitor.get('/en/site-operator')).status, 404);
  const desk = await aSite({ actor: anAdministrator });
  const ask = (form?: Record<string, string>) =>
    desk.app.request('/fr/site-operator', {
      headers: { accept: 'text/html' },
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    });
  const wrong = await ask({ name: '', email: 'nobody', address: 'Nairobi' });
  assert.equal(wrong.status, 400);
  const page = await wrong.text();
  assert.ok(page.includes('href="#name"') && page.includes('href="#email"') && page.includes('Nairobi'));
  const saved = await ask({ name: 'Ministry <of> Justice', email: 'data@justice.example', address: '1 Road\nNairobi' });
  assert.equal(saved.headers.get('location'), '/fr/site-operator?done=saved');
  assert.match(await (await ask()).text(), /value="Ministry &lt;of&gt; Justice"/);
  for (const path of ['/ar/privacy', '/en/accessibility']) {
    const text = await (await desk.app.request(path, { headers: { accept: 'text/html' } })).text();
    assert.match(
      text,
      /<bdi>Ministry &lt;of&gt; Justice<\/bdi>[\s\S]*<bdi>Nairobi<\/bdi>[\s\S]*mailto:data@justice\.example/,
    );
  }
  await desk.close();
});
