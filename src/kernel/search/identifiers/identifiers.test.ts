import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { find } from '../find.ts';
import { segmentBuilder } from '../segment/segment-builder.ts';
import { identifiersIn, spansOfIdentifiers } from './identifiers.ts';

const spellings: readonly (readonly [string, readonly string[]])[] = [
  [
    'A/RES/55/25',
    [
      'A/RES/55/25',
      'a/res/55/25',
      'A / RES / 55 / 25',
      'General Assembly resolution 55/25',
      'la résolution 55/25',
      'резолюция 55/25',
      'القرار 55/25',
      '第55/25号决议',
    ],
  ],
  ['S/RES/2482', ['S/RES/2482 (2019)', 'S/RES/2482(2019)', 'Security Council resolution 2482 (2019)']],
  ['E/RES/2019/20', ['Economic and Social Council resolution 2019/20', 'resolución 2019/20']],
  ['CAC/COSP/2021/1', ['CAC/COSP/2021/1', 'cac/cosp/2021/1']],
  ['CTOC/COP/2020/10', ['CTOC/COP/2020/10', '(CTOC/COP/2020/10)', 'see CTOC/COP/2020/10.']],
  ['E/CN.7/2019/L.5', ['E/CN.7/2019/L.5', 'E/CN.7/2019/L.5/Rev.1']],
  ['ECLI:NL:HR:2020:1234', ['ECLI:NL:HR:2020:1234', 'ecli:nl:hr:2020:1234', 'ECLI : NL : HR : 2020 : 1234']],
  [
    'eli/fr/loi/2016/12/9/2016-1691/jo',
    ['http://data.example/eli/fr/loi/2016/12/9/2016-1691/jo', 'ELI/FR/loi/2016/12/9/2016-1691/jo'],
  ],
  ['CAS:50-36-2', ['50-36-2', 'CAS 50-36-2', 'cocaine (50-36-2)']],
  ['ISO:27037', ['ISO/IEC 27037', 'ISO 27037', 'ISO-27037']],
  [
    'art:untoc:18:15',
    [
      'art. 18(15) UNTOC',
      'UNTOC art. 18(15)',
      'Article 18, paragraph 15, of the United Nations Convention against Transnational Organized Crime',
      'paragraph 15 of article 18 of the Organized Crime Convention',
      "paragraphe 15 de l'article 18 de la Convention des Nations Unies contre la criminalité transnationale organisée",
      'artículo 18, párrafo 15, de la Convención contra la Delincuencia Organizada Transnacional',
      'пункт 15 статьи 18 Конвенции против транснациональной организованной преступности',
      'статья 18, пункт 15, Конвенции ООН против транснациональной организованной преступности',
      'الفقرة 15 من المادة 18 من اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية',
      'المادة ١٨، الفقرة ١٥، من اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة',
      '《联合国打击跨国有组织犯罪公约》第十八条第十五款',
      '打击跨国有组织犯罪公约第18条第15款',
    ],
  ],
  [
    'art:uncac:46',
    [
      'article 46 of the Convention against Corruption',
      'ст. 46 Конвенции против коррупции',
      '《反腐败公约》第四十六条',
    ],
  ],
  ['art:46:3', ['art. 46(3)', 'article 46, para. 3', '第四十六条第三款']],
];

test('spellings of one reference meet', () => {
  for (const [kept, texts] of spellings) {
    for (const text of texts)
      assert.ok(identifiersIn(text).includes(kept), `${text}: ${identifiersIn(text).join(' ')}`);
  }
});

test('what only looks like a reference is none', () => {
  for (const text of ['50-36-3', 'and/or', '2019-05-31', 'A/B test', 'E / the rest', 'his part 18', '16.3.2'])
    assert.deepEqual(identifiersIn(text), [], text);
});

test('every spelling finds the document that has any other', async () => {
  const builder = segmentBuilder();
  for (const [kept, texts] of spellings) {
    for (const [nth, text] of texts.entries())
      builder.add('s', {
        id: `${kept} ${nth}`,
        kind: 'law',
        path: '/',
        audience: 'public',
        title: { en: 'Note' },
        text: { en: `Having regard to ${text}` },
      });
  }
  const segments = [await builder.finished()];
  for (const [kept, texts] of spellings) {
    for (const text of texts) {
      const asked = /[A-Z]\w+ \w+ resolution|the United|see |cocaine|http/.test(text) ? undefined : text;
      if (asked === undefined) continue;
      const { hits } = find(segments, {
        text: asked,
        language: 'en',
        audiences: ['public'],
        demonstration: false,
        page: 1,
        size: 100,
      });
      const own = hits.filter(({ id }) => id.startsWith(`${kept} `));
      assert.ok(
        own.length >= texts.length - (text.includes('Rev.') ? 1 : 0) || kept.startsWith('art:46'),
        `${asked}: ${own.length} of ${texts.length}`,
      );
    }
  }
});

test('law: places of references lie in the text, in order and apart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...spellings.flatMap(([, texts]) => texts), ' ', '. ', '第', 'art. 5', '"')),
      (pieces) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const span of spansOfIdentifiers(text)) {
          assert.ok(span.start >= end && span.end > span.start && span.end <= text.length);
          ({ end } = span);
        }
      },
    ),
  );
});
