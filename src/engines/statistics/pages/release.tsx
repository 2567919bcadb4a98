import type { ReactNode } from 'react';
import { say, type Message, type Text } from '#kernel/i18n/say.ts';
import {
  Citation,
  DemonstrationMark,
  DescriptionList,
  LinkButton,
  Notice,
  PageHeader,
  Pagination,
  Section,
  Tabs,
  usePage,
} from '#kernel/ui/browser.ts';
import type { Licence } from '../definition.ts';
import type { DisclosureSummary } from '../disclosure/disclosure-rule.ts';
import type { SdmxLink } from '../explore/sdmx-links.ts';
import { JsonLd } from './parts/json-ld.tsx';

export type ChangeKind = 'new' | 'revised' | 'gone';

interface ChangeRow {
  /** Codes of the figure in words, without the period. */
  readonly words: readonly string[];
  readonly period: string;
  readonly change: ChangeKind;
  readonly before: string;
  readonly after: string;
  readonly path?: string;
}

export interface ReleaseProps {
  readonly flow: { readonly id: string; readonly name: Text; readonly demonstration: boolean };
  readonly number: number;
  readonly at: Date;
  readonly by: { readonly role: string; readonly name?: string };
  readonly note?: string;
  readonly sha256: string;
  readonly observations: number;
  readonly citation: string;
  readonly publisher?: string;
  readonly licence?: Licence;
  /** What was kept back; `exposed` for the office alone. */
  readonly hidden?: DisclosureSummary;
  readonly isCurrent: boolean;
  readonly currentNumber?: number;
  readonly embargoUntil?: Date;
  readonly withdrawn?: { readonly at: Date; readonly reason: string };
  readonly previous?: number;
  readonly next?: number;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** What the list shows now; absent where there is none to show. */
  readonly changes?: {
    readonly kind: ChangeKind;
    readonly heads: readonly string[];
    readonly rows: readonly ChangeRow[];
    readonly page: number;
    readonly size: number;
    readonly total: number;
  };
  readonly sdmx: readonly SdmxLink[];
}

const kinds: readonly ChangeKind[] = ['new', 'revised', 'gone'];
const kindNames: Readonly<Record<ChangeKind, Message>> = {
  new: say('New'),
  revised: say('Revised'),
  gone: say('Gone'),
};

/** The landing page of one release: what to cite, what it holds, what it changed. */
export default function ReleasePage(props: ReleaseProps): ReactNode {
  const { t, href, formats, context } = usePage();
  const { flow, number, licence, publisher, withdrawn, embargoUntil } = props;
  const path = `/data/${flow.id}/releases/${number}`;
  return (
    <>
      <PageHeader
        kind={say('Release')}
        title={say('{flow}, release {number}', { flow: t(flow.name), number })}
        lead={say('Released on {date}. It never changes; what is cited stays what it was.', {
          date: formats.date(props.at),
        })}
        actions={
          withdrawn === undefined && (
            <LinkButton path={`/data/${flow.id}/explore${props.isCurrent ? '' : `?release=${number}`}`}>
              {t(say('Explore these figures'))}
            </LinkButton>
          )
        }
      >
        {flow.demonstration && (
          <p className="st-marks">
            <DemonstrationMark />
          </p>
        )}
      </PageHeader>
      {withdrawn !== undefined && (
        <Notice tone="bad" title={say('Withdrawn on {date}', { date: formats.date(withdrawn.at) })}>
          <p>{withdrawn.reason}</p>
        </Notice>
      )}
      {embargoUntil !== undefined && (
        <Notice tone="warn" title={say('Under embargo until {time}', { time: formats.dateTime(embargoUntil) })}>
          <p>{t(say('Until then only the office sees this release.'))}</p>
        </Notice>
      )}
      {!props.isCurrent && withdrawn === undefined && props.currentNumber !== undefined && (
        <Notice title={say('There is a newer release')}>
          <p>
            <a href={href(`/data/${flow.id}/releases/${props.currentNumber}`)}>
              {t(say('Release {number}', { number: props.currentNumber }))}
            </a>
          </p>
        </Notice>
      )}
      <Citation text={`${props.citation} ${context.origin}${href(path)}`} />
      <p className="downloads">
        <a href={href(`${path}/citation.bib`)} download>
          BibTeX
        </a>
        <a href={href(`${path}/citation.ris`)} download>
          RIS
        </a>
      </p>
      <Section title={say('About this release')} id="about">
        <DescriptionList
          items={[
            { term: say('Flow'), value: <a href={href(`/data/${flow.id}`)}>{t(flow.name)}</a> },
            { term: say('Released'), value: formats.dateTime(props.at) },
            { term: say('Released by'), value: <PersonWords {...props.by} /> },
            ...(props.note === undefined ? [] : [{ term: say('Note'), value: props.note }]),
            { term: say('Figures'), value: formats.number(props.observations) },
            { term: say('SHA-256'), value: <code>{props.sha256}</code> },
            ...(publisher === undefined ? [] : [{ term: say('Publisher'), value: publisher }]),
            ...(licence === undefined
              ? []
              : [{ term: say('Licence'), value: <a href={licence.url}>{t(licence.name)}</a> }]),
          ]}
        />
        <nav className="st-neighbours" aria-label={t(say('Other releases'))}>
          {props.previous !== undefined && (
            <a rel="prev" href={href(`/data/${flow.id}/releases/${props.previous}`)}>
              {t(say('Previous: release {number}', { number: props.previous }))}
            </a>
          )}
          {props.next !== undefined && (
            <a rel="next" href={href(`/data/${flow.id}/releases/${props.next}`)}>
              {t(say('Next: release {number}', { number: props.next }))}
            </a>
          )}
          <a href={href(`/data/${flow.id}#releases`)}>{t(say('All releases'))}</a>
        </nav>
      </Section>
      {props.hidden !== undefined && <Hidden {...props.hidden} />}
      <Changes {...props} path={path} />
      {props.sdmx.length > 0 && (
        <Section title={say('Files')} id="files" lead={say('This release is in force, so the SDMX service gives it.')}>
          <ul className="downloads">
            {props.sdmx.map(({ name, address }) => (
              <li key={name}>
                <a href={address} download>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'Dataset',
          name: t(say('{flow}, release {number}', { flow: t(flow.name), number })),
          description: t(flow.name),
          identifier: `${flow.id}/${number}`,
          url: `${context.origin}${href(path)}`,
          version: String(number),
          datePublished: props.at.toISOString(),
          citation: props.citation,
          ...(publisher !== undefined && { publisher: { '@type': 'Organization', name: publisher } }),
          ...(licence !== undefined && { license: licence.url }),
        }}
      />
    </>
  );
}

/** How many figures are hidden, and by which rule. */
function Hidden({ threshold, primary, secondary, exposed }: DisclosureSummary): ReactNode {
  const { t, formats } = usePage();
  return (
    <Section
      title={say('Figures that are hidden')}
      id="hidden"
      lead={say('So that nobody is recognised in a small number, counts from 1 to {highest} are not shown.', {
        highest: formats.number(threshold - 1),
      })}
    >
      <DescriptionList
        items={[
          { term: say('Small counts, and what is computed from them'), value: formats.number(primary) },
          { term: say('Figures that would give those away'), value: formats.number(secondary) },
        ]}
      />
      <p>
        {t(
          say(
            'They are marked as suppressed. Their values are not in the public files, nor in any answer made from them.',
          ),
        )}
      </p>
      {exposed > 0 && (
        <Notice tone="warn" title={say('Some small counts follow from an earlier release')}>
          <p>
            {t(
              say(
                '{count, plural, one {# small count} other {# small counts}} can still be computed with what an earlier release showed. Withdraw that release if its files must no longer be given out.',
                { count: exposed },
              ),
            )}
          </p>
        </Notice>
      )}
    </Section>
  );
}

/** Who acted: the role for everyone, the name where the reader may know it. */
export function PersonWords({ role, name }: { role: string; name?: string }): ReactNode {
  return name === undefined ? role : `${name} (${role})`;
}

function Changes({ counts, changes, path, number }: ReleaseProps & { path: string }): ReactNode {
  const { t, href, formats } = usePage();
  const all = counts.new + counts.revised + counts.gone;
  if (number === 1 || all === 0) {
    return (
      <Section title={say('What changed')} id="changes">
        <p>
          {number === 1
            ? t(say('This is the first release; all of it is new.'))
            : t(say('Nothing changed against the release before.'))}
        </p>
      </Section>
    );
  }
  return (
    <Section
      title={say('What changed')}
      id="changes"
      lead={say('Against the release before: {added} new, {revised} revised, {gone} gone.', {
        added: formats.number(counts.new),
        revised: formats.number(counts.revised),
        gone: formats.number(counts.gone),
      })}
      actions={
        <a href={href(`${path}/changes.csv`)} download>
          {t(say('All changes as CSV'))}
        </a>
      }
    >
      {changes === undefined ? (
        <p>{t(say('The list cannot be shown for this release.'))}</p>
      ) : (
        <>
          <Tabs
            label={say('Kinds of change')}
            current={changes.kind}
            tabs={kinds.map((kind) => ({
              id: kind,
              label: kindNames[kind],
              address: href(`${path}?changes=${kind}#changes`),
              count: counts[kind],
            }))}
          />
          <ChangeTable {...changes} />
          {changes.total > changes.size && (
            <Pagination
              page={changes.page}
              size={changes.size}
              total={changes.total}
              address={(page) => href(`${path}?changes=${changes.kind}&page=${page}#changes`)}
            />
          )}
        </>
      )}
    </Section>
  );
}

function ChangeTable({ heads, rows, kind }: NonNullable<ReleaseProps['changes']>): ReactNode {
  const { t, href } = usePage();
  const caption = t(kindNames[kind]);
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      <table className="table table-dense diff">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {kind !== 'new' && (
              <th scope="col" className="numeric">
                {t(say('Before'))}
              </th>
            )}
            {kind !== 'gone' && (
              <th scope="col" className="numeric">
                {t(say('After'))}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ words, period, before, after, path }) => (
            <tr key={`${words.join('\n')} ${period}`}>
              {[...words, period].map((word, at) => (
                <td key={at}>{word}</td>
              ))}
              {kind !== 'new' && <td className="numeric">{kind === 'revised' ? <del>{before}</del> : before}</td>}
              {kind !== 'gone' && (
                <td className="numeric">
                  <a href={path === undefined ? '#changes' : href(path)}>
                    {kind === 'revised' ? <ins>{after}</ins> : after}
                  </a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="table-empty">{t(say('None of this kind.'))}</p>}
    </div>
  );
}
