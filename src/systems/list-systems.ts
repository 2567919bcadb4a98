import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Message } from '#kernel/i18n/say.ts';
import type { AcceptanceReport } from './acceptance-report.ts';
import { catalogue, type EngineName } from './catalogue.ts';

export interface SystemState {
  readonly id: string;
  readonly title: Message;
  readonly engine: EngineName;
  readonly sources: readonly string[];
  /** `works`: its acceptance test passes. `partly`: some of it does not, or could not be run. `unverified`: built, not tested as it stands. */
  readonly state: 'works' | 'partly' | 'planned' | 'unverified';
}

/** Every system with its state, which only a test run over these sources can raise above `unverified`. */
export function listSystems(
  report: AcceptanceReport | undefined,
  isBuilt: (id: string) => boolean = hasFolder,
): SystemState[] {
  return catalogue.map((entry) => ({ ...entry, state: isBuilt(entry.id) ? stateOf(entry.id, report) : 'planned' }));
}

function stateOf(id: string, report: AcceptanceReport | undefined): SystemState['state'] {
  const result = report?.systems[id];
  if (result === undefined || result.passed + result.failed === 0) return 'unverified';
  return result.failed === 0 && result.skipped === 0 ? 'works' : 'partly';
}

function hasFolder(id: string): boolean {
  return existsSync(fileURLToPath(new URL(`./${id}/index.ts`, import.meta.url)));
}
