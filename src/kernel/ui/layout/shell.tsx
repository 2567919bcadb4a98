import type { ReactNode } from 'react';
import { say } from '#kernel/i18n/say.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { usePage } from '../page-provider.tsx';
import { Footer } from './footer.tsx';
import { Masthead } from './masthead.tsx';
import { SideNavigation } from './side-navigation.tsx';

/** What surrounds every page: skip link, masthead, breadcrumbs, the page, footer. */
export function Shell(props: { children: ReactNode }): ReactNode {
  const { context, t } = usePage();
  const hasSide = context.layout === 'workspace' && context.navigation.work.length > 0;
  return (
    <>
      <a className="skip-link" href="#main">
        {t(say('Skip to the main content'))}
      </a>
      {context.demonstration && <DemonstrationBanner />}
      <Masthead />
      <div className={hasSide ? 'frame frame-side' : 'frame'}>
        {hasSide && <SideNavigation />}
        <div className="frame-content">
          {context.breadcrumbs.length > 0 && <Breadcrumbs items={context.breadcrumbs} />}
          <main id="main" tabIndex={-1}>
            {props.children}
          </main>
        </div>
      </div>
      <Footer />
    </>
  );
}

function DemonstrationBanner(): ReactNode {
  const { t } = usePage();
  return (
    <aside className="demonstration" aria-label={t(say('About the data'))}>
      <p>
        <strong>{t(say('Demonstration'))}</strong>{' '}
        {t(say('This site shows invented demonstration data beside the record. It is marked wherever it appears.'))}
      </p>
    </aside>
  );
}
