import type { ReactNode } from 'react';
import { say, type Text } from '#kernel/i18n/say.ts';
import {
  Citation,
  CopyButton,
  DemonstrationMark,
  Icon,
  LinkButton,
  PageHeader,
  Section,
  Stat,
  StatGrid,
  Status,
  Table,
  usePage,
} from '#kernel/ui/browser.ts';
import type { Licence } from '../definition.ts';
import { findingsPath } from '../explore/links.ts';
import type { SdmxLink } from '../explore/sdmx-links.ts';
import { JsonLd } from './parts/json-ld.tsx';
import { SeverityCounts, type SeverityCount } from './parts/severity-counts.tsx';

export interface FlowRelease {
  readonly number: number;
  readonly at: Date;
  readonly observations: number;
  readonly changes: { readonly new: number; readonly revised: number; readonly gone: number };
  readonly note?: string;
  readonly standing: 'current' | 'earlier' | 'withdrawn' | 'embargoed';
}

export interface FlowProps {
  readonly id: string;
  readonly name: Text;
  readonly description?: Text;
  readonly themes: readonly Text[];
  readonly demonstration: boolean;
  readonly publisher?: string;
  readonly licence?: Licence;
  readonly current: { readonly number: number; readonly at: Date; readonly citation: string; readonly sha256: string };
  readonly facts: { readonly observations: number; readonly areas: number; readonly span?: readonly [string, string] };
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: Text;
    readonly codes: readonly { readonly id: string; readonly name: string; readonly figures: number }[];
    readonly unused: number;
  }[];
  readonly attributes: readonly { readonly id: string; readonly name: Text }[];
  readonly findings: readonly SeverityCount[];
  readonly releases: readonly FlowRelease[];
  readonly sdmx: readonly SdmxLink[];
  readonly structureAddress: string;
  readonly data: { readonly v2: string };
}

/** What a flow is, what it holds, its releases, and every way to get it. */
export default function FlowPage(props: FlowProps): ReactNode {
  const { t, formats, context, href } = usePage();
  const { id, facts, current, demonstration, licence, publisher } = props;
  return (
    <>
      <PageHeader
        title={props.name}
        kind={say('Data')}
        {...(props.description !== undefined && { lead: props.description })}
        actions={<LinkButton path={`/data/${id}/explore`}>{t(say('Explore these figures'))}</LinkButton>}
      >
        <p className="st-marks">
          <code>{id}</code> {props.themes.map((theme) => t(theme)).join(' · ')} {demonstration && <DemonstrationMark />}
        </p>
      </PageHeader>
      <StatGrid>
        <Stat label={say('Figures')} value={formats.number(facts.observations)} />
        {facts.areas > 0 && <Stat label={say('Places')} value={formats.number(facts.areas)} />}
        {facts.span !== undefined && <Stat label={say('Time')} value={facts.span.join('–')} />}
        <Stat
          label={say('Release')}
          value={formats.number(current.number)}
          note={formats.date(current.at)}
          path={`/data/${id}/releases/${current.number}`}
        />
      </StatGrid>
      <Section title={say('How to cite')} id="cite">
        <Citation text={current.citation} />
        <p className="hint">
          {publisher !== undefined && `${publisher}. `}
          {licence === undefined ? (
            t(say('No licence is stated; ask the publisher before you use them again.'))
          ) : (
            <a href={licence.url} rel="license">
              {t(licence.name)}
            </a>
          )}
        </p>
      </Section>
      <Section
        title={say('Findings')}
        id="findings"
        lead={say('What the checks found in what was reported. Nothing found is dropped; States can answer.')}
      >
        <SeverityCounts counts={props.findings} path={findingsPath(id)} />
      </Section>
      <Structure {...props} />
      <Downloads {...props} />
      <Releases {...props} />
      <JsonLd
        data={{
          '@context': 'https://schema.org',
          '@type': 'Dataset',
          name: t(props.name),
          description: props.description === undefined ? t(props.name) : t(props.description),
          identifier: id,
          url: `${context.origin}${href(`/data/${id}`)}`,
          version: String(current.number),
          dateModified: current.at.toISOString(),
          isAccessibleForFree: true,
          ...(publisher !== undefined && { publisher: { '@type': 'Organization', name: publisher } }),
          ...(licence !== undefined && { license: licence.url }),
          ...(facts.span !== undefined && { temporalCoverage: facts.span.join('/') }),
          variableMeasured: props.dimensions.map(({ name }) => t(name)),
          distribution: props.sdmx.map(({ name, mediaType, address }) => ({
            '@type': 'DataDownload',
            name,
            encodingFormat: mediaType,
            contentUrl: `${context.origin}${address}`,
          })),
        }}
      />
    </>
  );
}

function Structure({ dimensions, attributes, structureAddress }: FlowProps): ReactNode {
  const { t, formats } = usePage();
  return (
    <Section
      title={say('Structure')}
      id="structure"
      lead={say('A figure is known by one code of each dimension and its period.')}
    >
      {dimensions.map(({ id, name, codes, unused }) => (
        <details key={id} className="st-picker" id={`dimension-${id}`}>
          <summary>
            <span className="st-picker-name">{t(name)}</span>
            <span className="st-picker-chosen">
              <code>{id}</code> · {t(say('{count, plural, one {# code} other {# codes}}', { count: codes.length }))}
            </span>
          </summary>
          <Table
            caption={name}
            captionHidden
            dense
            columns={[
              { id: 'code', label: say('Code'), tight: true, heading: true, cell: (code) => <code>{code.id}</code> },
              { id: 'name', label: say('Name'), cell: (code) => code.name },
              { id: 'figures', label: say('Figures'), numeric: true, cell: (code) => formats.number(code.figures) },
            ]}
            rows={codes}
            rowKey={(code) => code.id}
          />
          {unused > 0 && (
            <p className="hint">
              {t(
                say(
                  '{count, plural, one {# more code of the list has no figure.} other {# more codes of the list have no figure.}}',
                  { count: unused },
                ),
              )}
            </p>
          )}
        </details>
      ))}
      <p className="hint">
        {t(
          say('Every figure also has: {attributes}.', {
            attributes: formats.list(attributes.map((one) => `${t(one.name)} (${one.id})`)),
          }),
        )}{' '}
        <a href={structureAddress}>{t(say('The whole structure in SDMX'))}</a>
      </p>
    </Section>
  );
}

function Downloads({ sdmx, data }: FlowProps): ReactNode {
  const { t, context } = usePage();
  const address = `${context.origin}${data.v2}`;
  const csv = 'application/vnd.sdmx.data+csv;version=2.0.0';
  const snippets = [
    { id: 'curl', label: 'curl', code: `curl -L --compressed -H 'Accept: ${csv}' \\\n  '${address}' -o figures.csv` },
    {
      id: 'python',
      label: 'Python',
      code: `import pandas as pd\n\nfigures = pd.read_csv(\n    "${address}",\n    storage_options={"Accept": "${csv}"},\n)`,
    },
    {
      id: 'r',
      label: 'R',
      code: `library(httr2)\nlibrary(readr)\n\nfigures <- request("${address}") |>\n  req_headers(Accept = "${csv}") |>\n  req_perform() |>\n  resp_body_string() |>\n  read_csv()`,
    },
  ];
  return (
    <Section
      title={say('Take the figures away')}
      id="downloads"
      lead={say(
        'Everything of the release in force, in each format of the SDMX service. The explorer gives files of a part.',
      )}
    >
      <ul className="downloads">
        {sdmx.map(({ name, address: link }) => (
          <li key={name}>
            <a href={link} download>
              <Icon name="download" />
              {name}
            </a>
          </li>
        ))}
      </ul>
      <h3>{t(say('Use it from a program'))}</h3>
      {snippets.map(({ id, label, code }) => (
        <div key={id} className="st-snippet">
          <div className="st-snippet-head">
            <h4>{label}</h4>
            <CopyButton from={`#snippet-${id}`} />
          </div>
          <pre id={`snippet-${id}`} dir="ltr" tabIndex={0}>
            {code}
          </pre>
        </div>
      ))}
    </Section>
  );
}

function Releases({ id, releases }: FlowProps): ReactNode {
  const { t, href, formats } = usePage();
  const standings = {
    current: <Status tone="good">{t(say('In force'))}</Status>,
    earlier: <Status>{t(say('Earlier'))}</Status>,
    withdrawn: <Status tone="bad">{t(say('Withdrawn'))}</Status>,
    embargoed: <Status tone="warn">{t(say('Under embargo'))}</Status>,
  };
  const count = (value: number): string => formats.number(value);
  return (
    <Section
      title={say('Releases')}
      id="releases"
      lead={say('A release never changes. A newer one says what it revised.')}
    >
      <Table
        caption={say('Releases')}
        captionHidden
        columns={[
          {
            id: 'number',
            label: say('Release'),
            heading: true,
            cell: (one) => (
              <a href={href(`/data/${id}/releases/${one.number}`)}>
                {t(say('Release {number}', { number: one.number }))}
              </a>
            ),
          },
          { id: 'date', label: say('Date'), tight: true, cell: (one) => formats.date(one.at) },
          { id: 'standing', label: say('Standing'), tight: true, cell: (one) => standings[one.standing] },
          { id: 'figures', label: say('Figures'), numeric: true, cell: (one) => count(one.observations) },
          { id: 'new', label: say('New'), numeric: true, cell: (one) => count(one.changes.new) },
          { id: 'revised', label: say('Revised'), numeric: true, cell: (one) => count(one.changes.revised) },
          { id: 'gone', label: say('Gone'), numeric: true, cell: (one) => count(one.changes.gone) },
          { id: 'note', label: say('Note'), cell: (one) => one.note ?? '' },
        ]}
        rows={releases}
        rowKey={(one) => String(one.number)}
      />
    </Section>
  );
}
