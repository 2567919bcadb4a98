import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Section } from '#kernel/ui/browser.ts';

const tokens = [
  'paper surface sunken ink ink-soft rule rule-firm accent accent-soft good warn bad',
  'chart-series-1 chart-series-2 chart-series-3 chart-series-4 chart-series-5 chart-series-6 chart-series-7 chart-series-8',
  'chart-map-1 chart-map-2 chart-map-3 chart-map-4 chart-map-5 chart-map-6',
].flatMap((row) => row.split(' '));

export function Colours(): ReactNode {
  return (
    <Section
      title={say('Colours')}
      lead={say(
        'One accent. Everything else is ink on paper, or says good, careful or bad beside a word that says it too.',
      )}
    >
      <ul className="swatches">
        {tokens.map((token) => (
          <li key={token}>
            <span className="swatch" style={{ background: `var(--${token})` }} />
            <code dir="ltr">--{token}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
