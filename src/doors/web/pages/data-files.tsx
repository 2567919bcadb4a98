import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Notice, PageHeader, usePage } from '#kernel/ui/browser.ts';

export default function DataFiles(): ReactNode {
  const { t } = usePage();
  return (
    <div className="prose">
      <PageHeader
        title={say('Where data files come from')}
        lead={say('Mandata ships without the published workbooks. You bring them in, and see at once what is in them.')}
      />
      <h2>{t(say('Published workbooks'))}</h2>
      <p>
        {t(
          say(
            'International data portals offer their tables as Excel or CSV files. Download the file from the portal and keep it as it is: do not clean it, because the checks want to see what was published.',
          ),
        )}
      </p>
      <p>
        {t(
          say(
            'A sheet with one row a figure is understood: country, indicator, dimension, category, sex, age, year, unit, value and source, in any order, also with title lines above.',
          ),
        )}
      </p>
      <h2>{t(say('Your own tables'))}</h2>
      <p>
        {t(
          say(
            'Any table with one row a figure can be described by a mapping: which column holds the country, which the year, which the value. The mapping is kept and used again next year.',
          ),
        )}
      </p>
      <h2>{t(say('What happens to a file'))}</h2>
      <ol className="steps">
        <li>
          <strong>{t(say('It is kept'))}</strong>{' '}
          <span>{t(say('as it came, with its checksum and who brought it.'))}</span>
        </li>
        <li>
          <strong>{t(say('It is read'))}</strong>{' '}
          <span>{t(say('row by row. What cannot be read is listed, never lost.'))}</span>
        </li>
        <li>
          <strong>{t(say('It is checked'))}</strong>{' '}
          <span>
            {t(
              say(
                'An impossible year, a key given twice, parts that do not make the whole: each is a finding with its row.',
              ),
            )}
          </span>
        </li>
        <li>
          <strong>{t(say('It waits'))}</strong>{' '}
          <span>{t(say('until a person has looked at the findings and accepted it. Only then is it released.'))}</span>
        </li>
      </ol>
      <Notice title={say('By command')}>
        <p>
          <code dir="ltr">npx mandata statistics import FILE.xlsx --flow MANDATA:PRISONS</code>
        </p>
      </Notice>
    </div>
  );
}
