import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import {
  Button,
  Card,
  CardGrid,
  DemonstrationMark,
  EmptyState,
  LinkButton,
  Notice,
  Progress,
  Section,
  Skeleton,
  Status,
  Tabs,
  Tag,
  UnverifiedMark,
  usePage,
} from '#kernel/ui/browser.ts';
import { Specimen } from './specimen.tsx';

export function Signs(): ReactNode {
  const { t, href } = usePage();
  return (
    <Section title={say('Signs and actions')}>
      <Specimen name="<Button> <LinkButton>">
        <div className="actions">
          <Button type="button">{t(say('Accept'))}</Button>
          <Button type="button" tone="secondary">
            {t(say('Ask the State'))}
          </Button>
          <Button type="button" tone="quiet">
            {t(say('Later'))}
          </Button>
          <Button type="button" tone="danger">
            {t(say('Withdraw'))}
          </Button>
          <LinkButton path="/styleguide" tone="secondary" icon="download" small>
            CSV
          </LinkButton>
        </div>
      </Specimen>
      <Specimen name="<Tag> <Status> <DemonstrationMark> <UnverifiedMark>">
        <div className="actions">
          <Tag>{t(say('draft'))}</Tag>
          <Tag tone="accent">{t(say('new'))}</Tag>
          <Tag tone="good">{t(say('released'))}</Tag>
          <Tag tone="warn">{t(say('warning'))}</Tag>
          <Tag tone="bad">{t(say('error'))}</Tag>
          <DemonstrationMark />
          <UnverifiedMark />
          <Status tone="accent" busy>
            {t(say('reading'))}
          </Status>
          <Status tone="good">{t(say('accepted'))}</Status>
        </div>
      </Specimen>
      <Specimen name="<Notice>">
        <Notice title={say('Before you go on')}>
          <p>{t(say('The figures of this year are provisional.'))}</p>
        </Notice>
        <Notice tone="good">
          <p>{t(say('Release 4 is published.'))}</p>
        </Notice>
        <Notice tone="warn">
          <p>{t(say('Twelve findings wait for an answer.'))}</p>
        </Notice>
        <Notice tone="bad" title={say('The file was not taken')}>
          <p>{t(say('Row 14: the year 1013 is not plausible. Correct it and bring the file in again.'))}</p>
        </Notice>
      </Specimen>
      <Specimen name="<EmptyState>">
        <EmptyState
          title={say('Nothing waits for you')}
          action={
            <LinkButton path="/styleguide" tone="secondary">
              {t(say('Bring in a data file'))}
            </LinkButton>
          }
        >
          <p>{t(say('New findings appear here when a file has been checked.'))}</p>
        </EmptyState>
      </Specimen>
      <Specimen name="<Card> in <CardGrid>">
        <CardGrid>
          <Card
            kind={say('Statistics')}
            title={say('Persons held in prison')}
            path="/styleguide"
            meta={t(say('Release 4'))}
          >
            <p>{t(say('Sentenced and unsentenced, as States reported them.'))}</p>
          </Card>
          <Card kind={say('Indicator')} title={say('Unsentenced detainees')} path="/styleguide" meta="16.3.2">
            <p>{t(say('As a share of all who are held.'))}</p>
          </Card>
        </CardGrid>
      </Specimen>
      <Specimen name="<Tabs>">
        <Tabs
          label={say('Views')}
          current="table"
          tabs={[
            { id: 'table', label: say('Table'), address: href('/styleguide'), count: 1240 },
            { id: 'map', label: say('Map'), address: href('/styleguide') },
          ]}
        />
      </Specimen>
      <Specimen name="<Progress> <Skeleton>">
        <Progress label={say('Checking the file')} value={0.62} note={say('You can leave this page and come back.')} />
        <Skeleton />
      </Specimen>
    </Section>
  );
}
