import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say, translatorOf } from '#kernel/i18n/index.ts';
import { code, codelist, referenceArea, sex } from '../codelists.ts';
import { dimension } from '../definition.ts';
import { aFlow } from '../testing/a-flow.ts';
import { saidIn } from './said-in.ts';

const causes = codelist('CL_CAUSE', 'Cause', [
  code('A', { en: 'Accident, or other', fr: 'Accident, ou autre' }),
  code('B', { en: 'Accident', fr: 'Accident seul' }),
]);
const { structure } = aFlow().flow;
const own = { ...structure, dimensions: [referenceArea(), dimension('CAUSE', 'Cause', causes), sex()] };

test('a finding names its place and figure in the reader’s language, and leaves what a person wrote as it is', () => {
  const french = saidIn(own, translatorOf('fr'));
  const said = say('Row {row}: {area}, {figure}, “{written}”', {
    row: 3,
    area: 'Germany (DEU)',
    figure: 'Accident, or other, Male, 2019',
    written: 'Male',
  });
  assert.deepEqual(french(said).values, {
    row: 3,
    area: 'Allemagne (DEU)',
    figure: 'Accident, ou autre, Masculin, 2019',
    written: 'Male',
  });
  const twice = saidIn(
    own,
    (text) => `<${typeof text === 'object' && 'id' in text ? JSON.stringify(text.values) : ''}>`,
  )(say('given as {others}', { others: '4914 in row 39647, 12 in row 8' }));
  assert.deepEqual(twice.values, { others: '<{"value":"4914","row":"39647"}><undefined><{"value":"12","row":"8"}>' });
  assert.deepEqual(saidIn(own, translatorOf('en'))(said), said);
  assert.deepEqual(saidIn(undefined, translatorOf('fr'))(said), said);
  const unknown = say('{area} {figure}', { area: 'Atlantis (ATL)', figure: 'Nothing known, 2019' });
  assert.deepEqual(french(unknown), unknown);
});
