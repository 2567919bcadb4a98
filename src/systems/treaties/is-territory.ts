import { findArea } from '#reference/index.ts';

/** Areas without membership in the United Nations act through the State that is responsible for them, and are no parties of their own. */
export function isTerritory(participant: string): boolean {
  const area = findArea(participant);
  return area !== undefined && !(area.kind === 'country' && area.membership !== 'area');
}
