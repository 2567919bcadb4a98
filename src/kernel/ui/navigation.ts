import type { Text } from '#kernel/i18n/say.ts';
import { roleOf, type Actor, type Role } from '#kernel/policy/actor.ts';

/** One line of the navigation, contributed by the engine or door that has the page. */
export interface NavigationEntry {
  readonly id: string;
  readonly label: Text;
  /** Address without language, as `/statistics`. */
  readonly path: string;
  /** Kinds of user whose workspace shows it at the side; absent: everybody sees it in the header. */
  readonly roles?: readonly Role[];
  /** Heading under which a workspace lists it. */
  readonly group?: Text;
  /** Lower comes first; 100 where nothing is said. */
  readonly order?: number;
}

const byOrder = (a: NavigationEntry, b: NavigationEntry): number => (a.order ?? 100) - (b.order ?? 100);

/** What the header (`main`) and the side of the workspace (`work`) offer to this actor. The order is stable within equal numbers. */
export function navigationFor(
  actor: Actor,
  entries: readonly NavigationEntry[],
): { main: readonly NavigationEntry[]; work: readonly NavigationEntry[] } {
  const role = roleOf(actor);
  return {
    main: entries.filter(({ roles }) => roles === undefined).toSorted(byOrder),
    work: entries.filter(({ roles }) => roles?.includes(role) === true).toSorted(byOrder),
  };
}
