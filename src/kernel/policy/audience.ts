import type { Actor } from './actor.ts';

/** Who may read a row: `public`, `partners`, `authorities`, `office`, or `state:KEN`, `unit:NAME`, `network:NAME`, `case:ID`. */
export type Audience =
  | 'public'
  | 'partners'
  | 'authorities'
  | 'office'
  | `state:${string}`
  | `unit:${string}`
  | `network:${string}`
  | `case:${string}`;

/** Audiences whose rows the actor may read; the SQL form is `audience = any(these)`. */
export function audiencesOf(actor: Actor): readonly Audience[] | 'all' {
  if (actor.kind === 'anonymous') return ['public'];
  if (actor.kind === 'operator') return 'all';
  const { organization } = actor;
  switch (organization.kind) {
    case 'secretariat':
      return organization.unit === undefined
        ? ['public', 'partners', 'authorities', 'office']
        : ['public', 'partners', 'authorities', 'office', `unit:${organization.unit}`];
    case 'state':
      return organization.state === undefined
        ? ['public', 'authorities']
        : ['public', 'authorities', `state:${organization.state}`];
    case 'network':
      return ['public', 'partners', `network:${organization.unit ?? organization.id}`];
    case 'partner':
      return ['public', 'partners'];
  }
}

/** Whether rows with this audience are the actor's to read. */
export function mayRead(actor: Actor, audience: Audience): boolean {
  const own = audiencesOf(actor);
  return own === 'all' || own.includes(audience);
}
