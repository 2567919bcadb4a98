import type { AccountActor, Actor, Role } from './actor.ts';

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

/** Among an actor's audiences: the rows of every State. No row carries it, and no organization can be given it. */
export const everyState = 'state:*' satisfies Audience;

/** Whose work in the office is to check and to cite what States hand in (docs/adr/0007). */
const readersOfStates: ReadonlySet<Role> = new Set(['statistician', 'report-writer']);

/**
 * Audiences whose rows the actor may read; ask them by `opens`, in SQL by `readableBy`. `state:XXX` is what a State shares
 * with the office: its own people, and those of the office who check and cite it. `unit:` is the unit's people in the
 * office, `network:` the network's and those admitted to it, `case:` those admitted and nobody else, whatever their role.
 */
export function audiencesOf(actor: Actor): readonly Audience[] | 'all' {
  if (actor.kind === 'anonymous') return ['public'];
  if (actor.kind === 'operator') return 'all';
  const circles = actor.circles?.map(({ audience }) => audience) ?? [];
  return circles.length === 0 ? ofOrganization(actor) : [...new Set([...ofOrganization(actor), ...circles])];
}

function ofOrganization({ organization, role }: AccountActor): readonly Audience[] {
  switch (organization.kind) {
    case 'secretariat': {
      const unit: readonly Audience[] = organization.unit === undefined ? [] : [`unit:${organization.unit}`];
      const states: readonly Audience[] = readersOfStates.has(role) ? [everyState] : [];
      return ['public', 'partners', 'authorities', 'office', ...unit, ...states];
    }
    case 'state': {
      const { state = '' } = organization;
      const own: readonly Audience[] = /^[A-Z]{3}$/.test(state) ? [`state:${state}`] : [];
      return ['public', 'authorities', ...own];
    }
    case 'network':
      return ['public', 'partners', `network:${organization.unit ?? organization.id}`];
    case 'partner':
      return ['public', 'partners'];
  }
}

/** Whether rows with this audience are open to who has these. */
export function opens(audiences: readonly Audience[] | 'all', audience: Audience): boolean {
  if (audiences === 'all' || audiences.includes(audience)) return true;
  return audience.startsWith('state:') && audiences.includes(everyState);
}

/** Whether rows with this audience are the actor's to read. */
export function mayRead(actor: Actor, audience: Audience): boolean {
  return opens(audiencesOf(actor), audience);
}
