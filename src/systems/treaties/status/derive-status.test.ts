import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { actionKinds, type ActionKind, type TreatyAction } from './action.ts';
import { boundsOf } from './day.ts';
import { deriveStatus, type ParticipantStatus } from './derive-status.ts';
import type { TreatyRules } from './treaty-rules.ts';

const convention: TreatyRules = {
  id: 'convention',
  opened: '2000-12-12',
  inForce: '2003-09-29',
  entry: { kind: 'days', days: 30, article: '38' },
  denunciation: { kind: 'months', months: 12, article: '40' },
};
const protocol: TreatyRules = {
  ...convention,
  id: 'protocol',
  inForce: '2003-12-25',
  parent: 'convention',
  needsParent: 'art. 37 (2)',
  endsWithParent: 'art. 40 (3)',
};
const rules = new Map([
  [convention.id, convention],
  [protocol.id, protocol],
  ['draft', { id: 'draft', opened: '2024-12-24' }],
  ['silent', { id: 'silent', opened: '2000-01-01', inForce: '2001-01-01' }],
]);

let next = 0;
const act = (kind: ActionKind, deposited: string | undefined, more: Partial<TreatyAction> = {}): TreatyAction => ({
  id: `a${(next += 1)}`,
  treaty: 'convention',
  participant: 'KEN',
  kind,
  ...(deposited !== undefined && { deposited }),
  articles: [],
  territories: [],
  ...more,
});
const on = (
  day: string,
  log: readonly TreatyAction[],
  participant = 'KEN',
  treaty = 'convention',
): ParticipantStatus => {
  const found = deriveStatus(log, treaty, rules, day).get(participant);
  assert.ok(found, `${participant} is not in the log`);
  return found;
};
const standing = (day: string, log: readonly TreatyAction[], participant = 'KEN', treaty = 'convention') =>
  on(day, log, participant, treaty).standing;

describe('becoming a party', () => {
  it('signs first, and is a signatory until the thirtieth day after ratification', () => {
    const log = [act('signature', '2000-12-12'), act('ratification', '2004-06-16')];
    assert.deepEqual(
      ['2004-06-15', '2004-06-16', '2004-07-15', '2004-07-16'].map((day) => standing(day, log)),
      ['signatory', 'consented', 'consented', 'party'],
    );
    const { since, signed, consent } = on('2020-01-01', log);
    assert.deepEqual([since?.earliest, signed, consent?.kind], ['2004-07-16', '2000-12-12', 'ratification']);
  });

  it('is bound on the day on which the treaty enters into force when it came before', () => {
    const log = [act('acceptance', '2002-01-01')];
    assert.deepEqual([standing('2003-09-28', log), standing('2003-09-29', log)], ['consented', 'party']);
  });

  for (const kind of [
    'definitive-signature',
    'acceptance',
    'approval',
    'formal-confirmation',
    'accession',
    'consent',
  ] as const)
    it(`is bound by ${kind}`, () => {
      const log = [act(kind, '2010-01-01')];
      assert.deepEqual([standing('2010-01-30', log), standing('2010-01-31', log)], ['consented', 'party']);
    });

  it('goes by the date of effect that the depositary gives, before its own count', () => {
    const log = [act('ratification', '2010-01-01', { effect: '2010-06-01' })];
    assert.deepEqual([standing('2010-05-31', log), standing('2010-06-01', log)], ['consented', 'party']);
  });

  it('succeeds from the date of succession, which lies before the deposit', () => {
    const log = [act('succession', '2007-10-23', { effect: '2006-06-03' })];
    assert.equal(standing('2006-06-02', log.concat(act('communication', '2006-01-01'))), 'none');
    assert.deepEqual([standing('2006-06-03', log), standing('2008-01-01', log)], ['party', 'party']);
    assert.deepEqual(
      on('2008-01-01', [act('succession', '2007-10-23')]).warnings.map(({ kind }) => kind),
      ['succession-without-date'],
    );
  });

  it('applies the treaty provisionally until it is bound, or until it says that it does no more', () => {
    const start = act('provisional-application', '2005-01-01');
    assert.equal(standing('2005-02-01', [start]), 'provisional');
    assert.equal(standing('2007-01-01', [start, act('ratification', '2006-01-01')]), 'party');
    const end = act('withdrawal', '2005-12-01', { withdraws: start.id });
    assert.deepEqual(
      [standing('2005-11-30', [start, end]), standing('2005-12-01', [start, end])],
      ['provisional', 'none'],
    );
  });

  it('may take its consent back before it takes effect, and not after', () => {
    const consent = act('ratification', '2010-01-01');
    const inTime = [consent, act('withdrawal', '2010-01-20', { withdraws: consent.id })];
    assert.deepEqual(
      ['2010-01-19', '2010-01-20', '2010-03-01'].map((day) => standing(day, inTime)),
      ['consented', 'none', 'none'],
    );
    const late = on('2011-01-01', [consent, act('withdrawal', '2010-05-01', { withdraws: consent.id })]);
    assert.deepEqual([late.standing, late.warnings[0]?.kind], ['party', 'withdrawn-too-late']);
  });

  it('is no party to a treaty that is not in force, and says when nobody knows the day', () => {
    const deposit = { treaty: 'draft' };
    assert.equal(standing('2026-01-01', [act('ratification', '2025-11-01', deposit)], 'KEN', 'draft'), 'consented');
    const silent = on('2010-01-01', [act('accession', '2005-01-01', { treaty: 'silent' })], 'KEN', 'silent');
    assert.deepEqual([silent.standing, silent.warnings[0]?.kind], ['consented', 'effect-unknown']);
  });
});

describe('dates that are not exact', () => {
  it('is uncertain within the year of an accession that is dated to the year', () => {
    const log = [act('accession', '2010')];
    assert.deepEqual(
      ['2010-01-30', '2010-01-31', '2011-01-29', '2011-01-30'].map((day) =>
        standing(day, [...log, act('communication', '2001')]),
      ),
      ['none', 'uncertain', 'uncertain', 'party'],
    );
  });

  it('knows a party by the day of the source that says so, and before it nothing', () => {
    const log = [act('accession', undefined, { knownBy: '2017-06-30' })];
    assert.deepEqual(
      ['2003-09-28', '2010-01-01', '2017-06-30'].map((day) => standing(day, log)),
      ['none', 'uncertain', 'party'],
    );
  });

  it('reads days, months and years, and no others', () => {
    assert.deepEqual(boundsOf('2024-02'), { earliest: '2024-02-01', latest: '2024-02-29' });
    assert.deepEqual(boundsOf('2023'), { earliest: '2023-01-01', latest: '2023-12-31' });
    for (const wrong of ['2023-02-30', '2023-13', '23', 'May 2023', ''])
      assert.equal(boundsOf(wrong), undefined, wrong);
  });
});

describe('ceasing to be a party', () => {
  const consent = act('ratification', '2010-01-01');
  const leave = act('denunciation', '2015-03-01');

  it('remains bound for the period of notice', () => {
    const log = [consent, leave];
    assert.deepEqual([standing('2016-02-29', log), standing('2016-03-01', log)], ['party', 'former']);
    assert.equal(on('2015-06-01', log).until, '2016-03-01');
    assert.equal(on('2015-02-01', log).until, undefined, 'nobody knew then');
  });

  it('may change its mind within it', () => {
    const log = [consent, leave, act('withdrawal', '2015-09-01', { withdraws: leave.id })];
    assert.deepEqual([standing('2015-08-01', log), standing('2016-06-01', log)], ['party', 'party']);
    assert.equal(on('2016-06-01', log).until, undefined);
  });

  it('may come back by accession', () => {
    const log = [consent, leave, act('accession', '2020-01-01')];
    assert.deepEqual(
      ['2018-01-01', '2020-01-15', '2020-01-31'].map((day) => standing(day, log)),
      ['former', 'consented', 'party'],
    );
    assert.equal(on('2021-01-01', log).spells.length, 2);
  });

  it('cannot leave what it has not joined', () => {
    assert.deepEqual(
      on('2020-01-01', [leave]).warnings.map(({ kind }) => kind),
      ['denounced-unbound'],
    );
  });

  it('takes along the protocols of the convention', () => {
    const log = [consent, leave, act('accession', '2011-01-01', { treaty: 'protocol' })];
    assert.deepEqual(
      ['2016-02-29', '2016-03-01'].map((day) => standing(day, log, 'KEN', 'protocol')),
      ['party', 'former'],
    );
  });

  it('is told that a party to a protocol must be one to the convention', () => {
    const alone = [act('accession', '2011-01-01', { treaty: 'protocol' })];
    const kinds = (log: readonly TreatyAction[]) =>
      on('2020-01-01', log, 'KEN', 'protocol').warnings.map(({ kind }) => kind);
    assert.deepEqual(kinds(alone), ['not-party-to-parent']);
    assert.deepEqual(kinds([...alone, consent]), []);
  });
});

describe('what a party has said', () => {
  const consent = act('ratification', '2010-01-01');

  it('keeps a reservation until it is withdrawn', () => {
    const reservation = act('reservation', '2010-01-01', { articles: ['35(2)'] });
    const log = [consent, reservation, act('withdrawal', '2018-05-05', { withdraws: reservation.id })];
    assert.deepEqual(on('2018-05-04', log).acts.reservations, [reservation.id]);
    assert.deepEqual(on('2018-05-05', log).acts.reservations, []);
    assert.deepEqual(on('2010-01-15', log).acts.reservations, [], 'not before it is bound');
  });

  it('counts one made at signature only when it is repeated at ratification', () => {
    const early = act('reservation', '2009-01-01');
    const log = [act('signature', '2009-01-01'), early, consent];
    assert.deepEqual(on('2012-01-01', log).acts.reservations, []);
    const again = act('reservation', '2010-01-01', { supersedes: early.id });
    assert.deepEqual(on('2012-01-01', [...log, again]).acts.reservations, [again.id]);
  });

  it('warns of one that is made afterwards', () => {
    const late = act('reservation', '2012-01-01');
    assert.deepEqual(
      on('2013-01-01', [consent, late]).warnings.map(({ kind }) => kind),
      ['reservation-late'],
    );
  });

  it('replaces a declaration by a later one, each in its time', () => {
    const first = act('declaration', '2010-01-01');
    const second = act('declaration', '2014-01-01', { supersedes: first.id });
    const log = [consent, first, second];
    assert.deepEqual(on('2013-12-31', log).acts.declarations, [first.id]);
    assert.deepEqual(on('2014-01-01', log).acts.declarations, [second.id]);
  });

  it('keeps notifications while it is a party, and communications for ever', () => {
    const notice = act('notification', '2011-01-01', { articles: ['18(13)'] });
    const letter = act('communication', '2012-01-01');
    const log = [consent, notice, letter, act('denunciation', '2015-03-01')];
    assert.deepEqual(on('2015-04-01', log).acts.notifications, [notice.id]);
    const after = on('2017-01-01', log).acts;
    assert.deepEqual([after.notifications, after.communications], [[], [letter.id]]);
  });

  it('sees objections from both sides, with those that keep the treaty from being in force between the two', () => {
    const reservation = act('reservation', '2010-01-01');
    const theirs = { participant: 'FIN' };
    const objection = act('objection', '2010-09-01', { ...theirs, objectsTo: reservation.id, precludes: true });
    const log = [consent, reservation, act('acceptance', '2004-01-01', theirs), objection];
    assert.deepEqual(on('2011-01-01', log).acts.objectionsReceived, [objection.id]);
    assert.deepEqual(on('2011-01-01', log).acts.notInForceWith, ['FIN']);
    assert.deepEqual(on('2011-01-01', log, 'FIN').acts.objectionsMade, [objection.id]);
    assert.deepEqual(on('2011-01-01', log, 'FIN').acts.notInForceWith, ['KEN']);
    const over = [...log, act('withdrawal', '2012-01-01', { ...theirs, withdraws: objection.id })];
    assert.deepEqual(on('2013-01-01', over).acts.notInForceWith, []);
    assert.deepEqual(
      on('2011-01-01', [consent, act('objection', '2010-05-01')]).warnings.map(({ kind }) => kind),
      ['objection-to-nothing'],
    );
  });

  it('extends to territories, and no longer when that is taken back', () => {
    const extends_ = act('territorial-application', '2012-01-01', { territories: ['GBR_NI', 'ABW'] });
    const log = [consent, extends_, act('withdrawal', '2015-01-01', { withdraws: extends_.id })];
    assert.deepEqual(on('2013-01-01', log).territories, ['ABW', 'GBR_NI']);
    assert.deepEqual(on('2016-01-01', log).territories, []);
  });
});

describe('corrections of the log', () => {
  it('takes the entry that stands in the place of another as the only one ever made', () => {
    const wrong = act('ratification', '2009-01-01');
    const right = act('accession', '2011-01-01', { supersedes: wrong.id });
    const log = [wrong, right];
    assert.equal(standing('2012-01-01', log), 'party');
    assert.equal(deriveStatus(log, 'convention', rules, '2010-01-01').get('KEN'), undefined);
    assert.deepEqual(on('2012-01-01', log).warnings, []);
  });

  it('does not bind twice', () => {
    const log = [act('ratification', '2009-01-01'), act('accession', '2011-01-01')];
    assert.equal(on('2012-01-01', log).spells.length, 1);
    assert.deepEqual(
      on('2012-01-01', log).warnings.map(({ kind }) => kind),
      ['already-bound'],
    );
    assert.deepEqual(
      on('2012-01-01', [...log, act('withdrawal', '2011-06-01')]).warnings.at(-1)?.kind,
      'withdraws-nothing',
    );
  });
});

describe('any log', () => {
  const year = fc.integer({ min: 1998, max: 2024 });
  const someAction = fc.record({
    kind: fc.constantFrom(...actionKinds),
    year,
    month: fc.integer({ min: 1, max: 12 }),
    of: fc.integer({ min: 0, max: 8 }),
  });
  const someLog = fc.array(someAction, { maxLength: 9 }).map((entries) =>
    entries.map(({ kind, year: in_, month, of }, at): TreatyAction => ({
      id: `x${at}`,
      treaty: 'convention',
      participant: 'KEN',
      kind,
      deposited: `${in_}-${String(month).padStart(2, '0')}-11`,
      articles: [],
      territories: [],
      ...(kind === 'withdrawal' && { withdraws: `x${of}` }),
    })),
  );

  it('gives the same status whatever the order in which it was written down, but for acts of one day', () => {
    fc.assert(
      fc.property(someLog, year, (log, in_) => {
        const days = log.map(({ deposited }) => deposited);
        fc.pre(new Set(days).size === days.length);
        const day = `${in_}-06-30`;
        const plain = deriveStatus(log, 'convention', rules, day).get('KEN');
        const turned = deriveStatus(log.toReversed(), 'convention', rules, day).get('KEN');
        assert.deepEqual([turned?.standing, turned?.spells], [plain?.standing, plain?.spells]);
      }),
      { numRuns: 300 },
    );
  });

  it('never changes the past by what is added later', () => {
    fc.assert(
      fc.property(someLog, year, (log, in_) => {
        const day = `${in_}-06-30`;
        const before = log.filter(({ deposited = '' }) => deposited <= day);
        const all = deriveStatus(log, 'convention', rules, day).get('KEN');
        const then = deriveStatus(before, 'convention', rules, day).get('KEN');
        assert.deepEqual(all, then);
      }),
      { numRuns: 300 },
    );
  });
});
