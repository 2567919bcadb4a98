import type { ReactNode } from 'react';

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML: (html: string) => string };
}

let trust: ((html: string) => string) | undefined;

/**
 * The one door for markup: charts and maps that this server drew. Never text that a person entered. In the browser it
 * passes the page's trusted-types rule by a policy of its own.
 */
export function ServerMarkup(props: { html: string; className?: string }): ReactNode {
  trust ??= makeTrust();
  return <div className={props.className} dangerouslySetInnerHTML={{ __html: trust(props.html) }} />;
}

function makeTrust(): (html: string) => string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('mandata-server-markup', { createHTML: (html) => html });
  return policy === undefined ? (html) => html : (html) => policy.createHTML(html);
}
