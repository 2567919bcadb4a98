import type { ReactNode } from 'react';
import { languages, type Catalogue } from '#kernel/i18n/browser.ts';
import { say } from '#kernel/i18n/say.ts';
import type { PageAssets } from '../page-context.ts';
import { usePage } from '../page-provider.tsx';
import { PageData } from './page-data.tsx';
import { Shell } from './shell.tsx';

/** The whole document: head, shell and, for workspaces, the data that the browser needs to take over. */
export function Document(props: {
  assets: PageAssets;
  page: string;
  props: unknown;
  messages: Catalogue;
  children: ReactNode;
}): ReactNode {
  const { context, language, dir, t } = usePage();
  const { assets } = props;
  const title = t(context.title);
  const prefix = context.hasErrors ? `${t(say('Error'))}: ` : '';
  return (
    <html lang={language} dir={dir} {...(context.theme !== 'system' && { 'data-theme': context.theme })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === 'Mandata' ? `${prefix}Mandata` : `${prefix}${title} – Mandata`}</title>
        {context.description !== undefined && <meta name="description" content={t(context.description)} />}
        {context.unlisted && <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content={context.theme === 'system' ? 'light dark' : context.theme} />
        {context.nonce !== '' && <meta property="csp-nonce" nonce={context.nonce} />}
        {assets.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <link rel="icon" href={icon} type="image/svg+xml" />
        {context.layout !== 'embed' && <Alternates />}
        {assets.preloads.map((href) => (
          <link key={href} rel="modulepreload" href={href} />
        ))}
        {assets.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body className={`layout-${context.layout}`}>
        {context.layout === 'embed' ? <main className="embed">{props.children}</main> : <Shell>{props.children}</Shell>}
        {context.kind === 'workspace' && <PageData page={props.page} props={props.props} messages={props.messages} />}
      </body>
    </html>
  );
}

function Alternates(): ReactNode {
  const { context } = usePage();
  const suffix = `${context.path === '/' ? '' : context.path}${context.query === '' ? '' : `?${context.query}`}`;
  return (
    <>
      {!context.unlisted && <link rel="canonical" href={`${context.origin}/${context.language}${suffix}`} />}
      {languages.map((code) => (
        <link key={code} rel="alternate" hrefLang={code} href={`${context.origin}/${code}${suffix}`} />
      ))}
    </>
  );
}

const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5566"/><path d="M8 23V10l8 8 8-8v13" fill="none" stroke="#fff" stroke-width="2.6" stroke-linejoin="round"/><circle cx="8" cy="23" r="2.6" fill="#fff"/></svg>',
)}`;
