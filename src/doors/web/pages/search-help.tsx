import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { PageHeader, usePage } from '#kernel/ui/browser.ts';

const ways = [
  [
    'prison Kenya',
    say('Pages with both words, in any of the six languages. Accents, plurals and other endings do not matter.'),
  ],
  ['prison OR jail', say('Pages with one of the words.')],
  ['prison -juvenile', say('Pages with the first word and without the second. NOT does the same as the minus.')],
  ['"asset recovery"', say('These words, one after the other.')],
  ['traffick*', say('Words that begin so.')],
  ['(opium OR heroin) seizure', say('Brackets keep together what belongs together.')],
  ['title:firearms', say('The word in the title.')],
  ['kind:country', say('Only results of one kind. Registers have more such names, such as country or article.')],
  ['year:2010..2020', say('Numbers and dates in a range. Either end may be left out.')],
  ['A/RES/55/25', say('A document symbol, an ECLI, a CAS number or a standard, in any usual spelling.')],
  [
    'art. 18(15) UNTOC',
    say('An article of a treaty with its paragraph, also written out in any of the six languages.'),
  ],
] as const;

export default function SearchHelp(): ReactNode {
  const { t } = usePage();
  return (
    <div className="prose">
      <PageHeader
        title={say('How to search')}
        lead={say('Plain words are enough. These signs help when there is too much, or too little.')}
      />
      <dl>
        {ways.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code lang="en" dir="ltr">
                {example}
              </code>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {t(
          say(
            'You find only what you may read: totals, counts and proposals leave out everything else. Demonstration data is listed apart.',
          ),
        )}
      </p>
    </div>
  );
}
