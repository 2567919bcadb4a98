import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { LinkButton, PageHeader, usePage } from '#kernel/ui/browser.ts';

/** Nothing here, or not for this visitor: the same page for both, so that it tells nobody which. */
export default function NotFound(): ReactNode {
  const { t, href, context } = usePage();
  return (
    <div className="narrow">
      <PageHeader
        kind={say('Error 404')}
        title={say('Page not found')}
        lead={say('There is nothing at this address, or it is not open to you.')}
      />
      <form className="search-inline" action={href('/search')} method="get">
        <label className="label" htmlFor="lost-search">
          {t(say('Search the whole site'))}
        </label>
        <div className="input-row">
          <input className="input" id="lost-search" name="q" type="search" />
          <button className="button button-primary" type="submit">
            {t(say('Search'))}
          </button>
        </div>
      </form>
      <div className="actions">
        <LinkButton tone="secondary" path="/">
          {t(say('To the front page'))}
        </LinkButton>
        {!context.actor.signedIn && (
          <LinkButton tone="secondary" path="/sign-in">
            {t(say('Sign in'))}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
