import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { CopyButton, Icon, usePage } from '#kernel/ui/browser.ts';
import type { ExploreProps } from '../../explore/explore-props.ts';

/** Files of exactly what is shown, its address and the code that shows it on another site. */
export function ExploreTools(props: Pick<ExploreProps, 'files' | 'paths' | 'title'>): ReactNode {
  const { t, href, context } = usePage();
  const { files, paths, title } = props;
  const address = `${context.origin}${href(paths.now)}`;
  const embed = `<iframe src="${address.replaceAll('&', '&amp;')}${paths.now.includes('?') ? '&amp;' : '?'}embed=1" title="${title.replaceAll('"', '&quot;')}" width="100%" height="620" style="border:0" loading="lazy"></iframe>`;
  const svg = files.find(({ ending }) => ending === 'svg');
  return (
    <div className="st-tools">
      <ul className="downloads" aria-label={t(say('Download what is shown'))}>
        {files.map(({ ending, path }) => (
          <li key={ending}>
            <a href={href(path)} download>
              <Icon name="download" />
              {ending.toUpperCase()}
            </a>
          </li>
        ))}
        {svg !== undefined && (
          <li>
            <button
              type="button"
              className="link-button st-png"
              hidden
              data-island="png"
              data-svg={href(svg.path)}
              data-failed={t(say('The picture could not be made. Download the SVG.'))}
            >
              <Icon name="download" />
              <span data-label>PNG</span>
            </button>
          </li>
        )}
      </ul>
      <details className="st-share" id="share">
        <summary>{t(say('Link and embed'))}</summary>
        <p className="figure-word">{t(say('Address of exactly this'))}</p>
        <pre id="share-address" tabIndex={0}>
          {address}
        </pre>
        <CopyButton from="#share-address" label={say('Copy the address')} />
        <p className="figure-word">{t(say('Code for another site'))}</p>
        <pre id="share-embed" tabIndex={0}>
          {embed}
        </pre>
        <CopyButton from="#share-embed" label={say('Copy the code')} />
      </details>
    </div>
  );
}
