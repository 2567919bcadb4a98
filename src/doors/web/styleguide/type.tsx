import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Foreign, Section, usePage } from '#kernel/ui/browser.ts';
import { Specimen } from './specimen.tsx';

export function Type(): ReactNode {
  const { t } = usePage();
  return (
    <Section title={say('Type')}>
      <Specimen name="<PageHeader>">
        <div className="page-header">
          <div className="page-header-text">
            <p className="kicker">{t(say('Statistics'))}</p>
            <p className="figure-title">{t(say('Persons held in prison'))}</p>
            <p className="lead">{t(say('Sentenced and unsentenced, as States reported them.'))}</p>
          </div>
        </div>
      </Specimen>
      <Specimen name="h3, h4, p, a">
        <h3>{t(say('A heading of the third rank'))}</h3>
        <h4>{t(say('A heading of the fourth rank'))}</h4>
        <p>
          {t(say('Running text is set for reading: a line holds about seventy letters.'))}{' '}
          <a href="#main">{t(say('A link'))}</a>
        </p>
      </Specimen>
      <Specimen name="<Foreign text={{ fr: … }}>">
        <p>
          <Foreign text={{ fr: 'Code de procédure pénale' }} /> · <Foreign text={{ ar: 'قانون الإجراءات الجنائية' }} />
        </p>
      </Specimen>
    </Section>
  );
}
