import type { ReactNode } from 'react';
import { say, type Message, type Multilingual, type Text } from '#kernel/i18n/say.ts';
import {
  Button,
  Citation,
  DemonstrationMark,
  DescriptionList,
  EmptyState,
  Foreign,
  LinkButton,
  Notice,
  Section,
  Select,
  usePage,
} from '#kernel/ui/browser.ts';
import { CoverageWord, type CoverageId } from './parts/coverage-word.tsx';
import { InventedNotice } from './parts/invented-notice.tsx';
import { ProvisionText, type TextBlock } from './parts/provision-text.tsx';

export interface MarginNote {
  readonly key: string;
  readonly treaty: string;
  readonly short: Multilingual;
  readonly place: string;
  readonly article: string;
  readonly relation: Text;
  readonly coverage: CoverageId;
}

export interface ReadProvision {
  readonly eId: string;
  readonly record: string;
  readonly number: string;
  readonly heading: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly blocks: readonly TextBlock[];
  readonly since: string;
  readonly until?: string;
  readonly notes: readonly MarginNote[];
}

export interface LawProps {
  readonly id: string;
  readonly name: Multilingual;
  readonly originalTitle?: { readonly text: string; readonly lang: string; readonly dir: 'ltr' | 'rtl' };
  readonly transliteration?: string;
  readonly place: string;
  readonly state: string;
  readonly kind: Text;
  readonly number: string;
  readonly adopted: string;
  readonly inForce?: string;
  readonly repealed?: string;
  readonly status: Message;
  readonly holds: boolean;
  readonly gazette: string;
  readonly verified: boolean;
  readonly demonstration: boolean;
  readonly amends: readonly { readonly id: string; readonly name: string }[];
  readonly day: string;
  readonly dayWords: string;
  /** Days on which the text changed. */
  readonly days: readonly { readonly value: string; readonly label: string }[];
  readonly language: string;
  readonly languages: readonly { readonly value: string; readonly label: Text }[];
  readonly provisions: readonly ReadProvision[];
  readonly akn: string;
  readonly citation: string;
}

/** A law to read: its provisions as they stood on a day, with what they answer to in the margin. */
export default function LawPage(props: LawProps): ReactNode {
  const { t, href } = usePage();
  const { originalTitle, provisions, days } = props;
  return (
    <article className="lr">
      <header className="page-header">
        <div className="page-header-text">
          <p className="kicker">
            {t(props.kind)} · {props.place}
          </p>
          <h1>
            <Foreign text={props.name} />
          </h1>
          {originalTitle !== undefined && (
            <p lang={originalTitle.lang} dir={originalTitle.dir}>
              {originalTitle.text}
            </p>
          )}
          {props.transliteration !== undefined && <p className="muted">{props.transliteration}</p>}
          {props.demonstration && <DemonstrationMark />}
        </div>
        <div className="actions">
          <LinkButton path={`/registers/laws/${props.id}`}>{t(say('The record'))}</LinkButton>
          <LinkButton address={href(props.akn)}>{t(say('Download Akoma Ntoso'))}</LinkButton>
        </div>
      </header>
      {props.demonstration && <InventedNotice />}
      <LawFacts {...props} />
      <form className="toolbar" method="get">
        <Select name="date" label={say('As it stood on')} defaultValue={props.day} choices={days} />
        <Select
          name="text"
          label={say('Language of the text')}
          defaultValue={props.language}
          choices={props.languages}
        />
        <Button type="submit">{t(say('Show'))}</Button>
      </form>
      {!props.holds && (
        <Notice tone="warn" title={props.status}>
          <p>{t(say('On {date} this law did not hold.', { date: props.dayWords }))}</p>
        </Notice>
      )}
      {provisions.length === 0 ? (
        <EmptyState title={say('No provision on this day')}>
          {t(say('Choose another day or another language.'))}
        </EmptyState>
      ) : (
        <div className="lr-body">
          {provisions.map((provision) => (
            <Provision key={provision.eId} provision={provision} />
          ))}
        </div>
      )}
      <Section title={say('How to cite')} id="cite">
        <Citation text={props.citation} />
      </Section>
    </article>
  );
}

function LawFacts(props: LawProps): ReactNode {
  const { t, href } = usePage();
  return (
    <DescriptionList
      items={[
        { term: say('State'), value: <a href={href(`/areas/${props.state}`)}>{props.place}</a> },
        { term: say('Number of the law'), value: <bdi>{props.number}</bdi> },
        { term: say('Adopted'), value: props.adopted },
        ...(props.inForce === undefined ? [] : [{ term: say('In force since'), value: props.inForce }]),
        ...(props.repealed === undefined ? [] : [{ term: say('Repealed'), value: props.repealed }]),
        ...(props.gazette === '' ? [] : [{ term: say('Official gazette'), value: props.gazette }]),
        ...(props.amends.length === 0
          ? []
          : [
              {
                term: say('Amends'),
                value: props.amends.map(({ id, name }) => (
                  <a key={id} href={href(`/legislation/laws/${id}`)}>
                    {name}
                  </a>
                )),
              },
            ]),
        // On paper the choice of the day is not there.
        { term: say('As it stood on'), value: props.dayWords },
        { term: say('Verified by the State'), value: props.verified ? t(say('Yes')) : t(say('No')) },
      ]}
    />
  );
}

function Provision({ provision }: { provision: ReadProvision }): ReactNode {
  const { t, href } = usePage();
  const { eId, number, heading, lang, dir, blocks, since, until, notes } = provision;
  return (
    <section className="lr-provision" id={eId}>
      <div className="lr-text" lang={lang} dir={dir}>
        <h2>
          <a className="lr-number" href={`#${eId}`}>
            {number}
          </a>{' '}
          {heading}
        </h2>
        <ProvisionText blocks={blocks} anchor={eId} />
      </div>
      <aside className="lr-margin" aria-label={t(say('Notes on provision {number}', { number }))}>
        <ul>
          {notes.map((note) => (
            <li key={note.key}>
              <a href={href(`/legislation/compare?treaty=${note.treaty}&article=${encodeURIComponent(note.article)}`)}>
                <Foreign text={note.short} /> {note.place}
              </a>{' '}
              <span className="muted">{t(note.relation)}</span> <CoverageWord coverage={note.coverage} />
            </li>
          ))}
          <li className="muted">
            {until === undefined
              ? t(say('reads so since {date}', { date: since }))
              : t(say('read so from {from} to {to}', { from: since, to: until }))}{' '}
            · <a href={href(`/registers/provisions/${provision.record}`)}>{t(say('record'))}</a>
          </li>
        </ul>
      </aside>
    </section>
  );
}
