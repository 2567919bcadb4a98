import type { ReactNode } from 'react';
import { textIn, type Multilingual } from '#kernel/i18n/browser.ts';
import { say } from '#kernel/i18n/say.ts';
import { DemonstrationMark, Foreign, Tag, usePage } from '#kernel/ui/browser.ts';
import type { Shown } from '../../view/shown.ts';
import { RichText } from './rich-text.tsx';
import { LanguageName, PartialDay, PeriodOfTime } from './times.tsx';

/** A value of a record, drawn: words, links, lists, and groups as tables. */
export function ShownValue({ value }: { value: Shown }): ReactNode {
  const { t, href, formats } = usePage();
  switch (value.kind) {
    case 'text':
      return t(value.text);
    case 'translated':
      return <Foreign text={value.text} />;
    case 'rich':
      return <RichText source={value.source} />;
    case 'long':
      return <LongText text={value.text} />;
    case 'exact':
      return value.address === undefined ? (
        <bdi dir="ltr">{value.text}</bdi>
      ) : (
        <a href={value.address} rel="external">
          <bdi dir="ltr">{value.text}</bdi>
        </a>
      );
    case 'number':
      return (
        <>
          <bdi>{formats.number(value.value)}</bdi>
          {value.unit !== undefined && ` ${t(value.unit)}`}
        </>
      );
    case 'money':
      return <bdi dir="ltr">{`${value.currency} ${formats.number(Number(value.amount))}`}</bdi>;
    case 'date':
      return <PartialDay date={value.date} />;
    case 'period':
      return <PeriodOfTime period={value} />;
    case 'language':
      return linked(value.path, <LanguageName code={value.code} />, href);
    case 'code':
      return linked(value.path, t(value.label), href);
    case 'record':
      return <RecordLink value={value} />;
    case 'link':
      return (
        <a href={value.address} rel="external">
          <bdi>{value.label}</bdi>
        </a>
      );
    case 'file':
      return (
        <a href={href(value.path)} download={value.name} type={value.type}>
          <bdi>{value.name}</bdi> ({formats.bytes(value.bytes)})
        </a>
      );
    case 'list':
      return <ListOfValues items={value.items} />;
    case 'table':
      return <TableOfValues value={value} />;
  }
}

const linked = (path: string | undefined, words: ReactNode, href: (path: string) => string): ReactNode =>
  path === undefined ? words : <a href={href(path)}>{words}</a>;

function RecordLink({ value }: { value: Shown & { kind: 'record' } }): ReactNode {
  const { t, href } = usePage();
  if (value.missing === true) return <bdi className="rg-missing">{t(value.title)}</bdi>;
  return (
    <span className="rg-marked">
      {linked(value.path, t(value.title), href)}
      {value.withdrawn === true && <Tag tone="bad">{t(say('withdrawn'))}</Tag>}
      {value.demonstration === true && <DemonstrationMark />}
    </span>
  );
}

/** Short values stand in a row, long ones each on their own line. */
function ListOfValues({ items }: { items: readonly Shown[] }): ReactNode {
  const short = items.every(({ kind }) => ['code', 'text', 'translated', 'language', 'exact', 'number'].includes(kind));
  return (
    <ul className={short ? 'rg-words' : 'rg-lines'}>
      {items.map((item, place) => (
        <li key={place}>
          <ShownValue value={item} />
        </li>
      ))}
    </ul>
  );
}

function TableOfValues({ value }: { value: Shown & { kind: 'table' } }): ReactNode {
  const { t } = usePage();
  const { columns, rows } = value;
  return (
    <div
      className="table-frame"
      role="region"
      tabIndex={0}
      aria-label={columns.map(({ label }) => t(label)).join(', ')}
    >
      <table className="table table-dense rg-table">
        <thead>
          <tr>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              {columns.map(({ id }) => (
                <td key={id}>{row[id] !== undefined && <ShownValue value={row[id]} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LongText({ text }: { text: string | Multilingual }): ReactNode {
  const { language } = usePage();
  const shown = typeof text === 'string' ? { text, isFallback: false as const } : textIn(language, text);
  const paragraphs = shown.text.split(/\n{2,}/).map((paragraph, place) => <p key={place}>{paragraph}</p>);
  return shown.isFallback ? (
    <div className="foreign" lang={shown.lang} dir={shown.dir} data-lang={shown.lang}>
      {paragraphs}
    </div>
  ) : (
    <div className="rg-prose">{paragraphs}</div>
  );
}
