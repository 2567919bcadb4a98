import { Fragment, type ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { DemonstrationMark, EmptyState, Notice, Pagination, ServerMarkup, Tabs, usePage } from '#kernel/ui/browser.ts';
import { findingsPath } from '../explore/links.ts';
import type { ExploreProps } from '../explore/explore-props.ts';
import { ExploreForm } from './parts/explore-form.tsx';
import { ExploreTools } from './parts/explore-tools.tsx';
import { FigureGrid } from './parts/figure-grid.tsx';
import { PeriodLinks } from './parts/period-links.tsx';
import { viewNames } from './parts/view-names.ts';

/** The explorer: what its address says, as a map, lines, bars, small charts or a table. */
export default function ExplorePage(props: ExploreProps & { embed: boolean }): ReactNode {
  const { t, href } = usePage();
  if (props.embed) return <Shown {...props} />;
  return (
    <div className="st-explorer" data-island="explorer">
      <p className="visually-hidden" role="status" data-status data-waiting={t(say('Loading'))} />
      <div id="explorer" data-region>
        <header className="st-head">
          <h1>{props.title}</h1>
        </header>
        <Tabs
          label={say('Views')}
          current={props.view}
          tabs={props.views.map(({ id, path }) => ({ id, label: viewNames[id], address: href(path) }))}
        />
        <a className="st-to-form narrow-only" href="#choose">
          {t(say('Choose what is shown'))}
        </a>
        <div className="st-columns">
          <Shown {...props} />
          <ExploreForm {...props} />
        </div>
      </div>
    </div>
  );
}

function Shown(props: ExploreProps & { embed: boolean }): ReactNode {
  const { t, href, formats, context } = usePage();
  const { flow, release, view, grid, paging, embed, drawings, columnPaging } = props;
  const empty = grid.rows.length === 0;
  const table = view === 'table';
  return (
    <article className="st-shown" aria-label={props.title}>
      {props.notices.length > 0 && (
        <Notice tone="warn" title={say('Not everything in this address could be shown')}>
          <ul>
            {props.notices.map(({ said, remedy }) => (
              <li key={t(said)}>
                {t(said)}{' '}
                {remedy !== undefined && (
                  <a href={href(remedy.path)} data-swap="">
                    {t(remedy.label)}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {!release.isCurrent && (
        <Notice title={say('This is release {release}, not the one in force', { release: release.number })}>
          <p>
            <a href={href(`/data/${flow.id}/releases/${release.number}`)}>{t(say('About this release'))}</a>
          </p>
        </Notice>
      )}
      <figure className="figure">
        <figcaption className="figure-head">
          {embed && <h1 className="figure-title">{props.title}</h1>}
          {props.subtitle !== '' && (
            <p className="figure-unit">
              <bdi>{props.subtitle}</bdi>
            </p>
          )}
          {flow.demonstration && <DemonstrationMark />}
        </figcaption>
        <PeriodLinks periodLinks={props.periodLinks} />
        {props.withoutPeriod !== undefined && (
          <p className="st-held">
            <a href={href(props.withoutPeriod)} data-swap="">
              {t(say('Show all periods'))}
            </a>
          </p>
        )}
        {drawings !== undefined && !empty && <Drawings {...drawings} />}
        {empty && (
          <EmptyState
            title={say('No figures for this choice')}
            action={
              <a className="button button-primary" href={href(props.paths.reset)} data-swap="">
                {t(say('Start again'))}
              </a>
            }
          >
            {t(say('Choose other codes or a longer time; those without figures are grey in the form.'))}
          </EmptyState>
        )}
        {table && !empty && (
          <>
            <p className="st-turn">
              <a href={href(props.paths.turned)} data-swap="">
                {t(say('Turn rows and columns'))}
              </a>
            </p>
            <FigureGrid caption={props.title} captionHidden grid={grid} sort={props.sort} sortPaths={props.sortPaths} />
          </>
        )}
        {columnPaging !== undefined && columnPaging.columns > columnPaging.size && (
          <Pagination
            page={columnPaging.page}
            size={columnPaging.size}
            total={columnPaging.columns}
            address={(page) => href(props.acrossPath(page))}
          />
        )}
        {paging.rows > paging.size && (
          <Pagination
            page={paging.page}
            size={paging.size}
            total={paging.rows}
            address={(page) => href(props.pagePath(page))}
          />
        )}
        {props.paths.scale !== undefined && (
          <p className="st-turn">
            <a href={href(props.paths.scale.path)} data-swap="">
              {props.paths.scale.own ? t(say('Draw all on one scale')) : t(say('Draw each on a scale of its own'))}
            </a>
          </p>
        )}
        <div className="figure-foot">
          <p>
            <span className="figure-word">{t(say('Source'))}</span> <bdi>{props.source}</bdi>{' '}
            <span className="figure-release">
              <a href={href(`/data/${flow.id}/releases/${release.number}`)}>
                {t(say('Release {release} of {date}', { release: release.number, date: formats.date(release.at) }))}
              </a>
            </span>
            {props.licence !== undefined && (
              <span className="figure-release">
                <a href={props.licence.url} rel="license">
                  {t(props.licence.name)}
                </a>
              </span>
            )}
          </p>
          {props.footnotes.length > 0 && (
            <p>
              <span className="figure-word">{t(say('Status'))}</span>{' '}
              {props.footnotes.map((note, at) => (
                <Fragment key={note}>
                  {at > 0 && ' · '}
                  <bdi>{note}</bdi>
                </Fragment>
              ))}
            </p>
          )}
          {props.flagged > 0 && (
            <p>
              <span className="figure-word">{t(say('Findings'))}</span>{' '}
              {t(
                say(
                  '{count, plural, one {A check found something about # figure shown.} other {Checks found something about # figures shown.}}',
                  { count: props.flagged },
                ),
              )}{' '}
              {props.flagsInTable
                ? t(say('They are too many to flag in the drawing; the table flags each and says what.'))
                : t(say('The flag says what.'))}{' '}
              <a href={href(findingsPath(flow.id))}>{t(say('All findings'))}</a>
            </p>
          )}
          {!table && !empty && (
            <details className="figure-table" id="as-table" data-keep-open="">
              <summary>{t(say('Show as a table'))}</summary>
              <FigureGrid caption={props.title} captionHidden grid={grid} />
            </details>
          )}
          {embed ? (
            <p>
              <a href={`${context.origin}${href(props.paths.now)}`} target="_blank" rel="noopener">
                {t(say('Explore these figures at their source'))}
              </a>
            </p>
          ) : (
            <ExploreTools {...props} />
          )}
        </div>
      </figure>
    </article>
  );
}

/** The drawing twice, for wide and for narrow screens: what is drawn for one cannot be read on the other. */
function Drawings(props: { wide: string; narrow: string }): ReactNode {
  return (
    <>
      <ServerMarkup className="figure-body st-wide" html={props.wide} />
      <ServerMarkup className="figure-body st-narrow" html={props.narrow} />
    </>
  );
}
