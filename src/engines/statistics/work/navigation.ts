import { say } from '#kernel/i18n/say.ts';
import type { NavigationEntry } from '#kernel/ui/index.ts';

const group = say('Statistics');
const staff = ['statistician', 'administrator'] as const;

/** What the workspace adds to the side navigation. */
export const workNavigation: readonly NavigationEntry[] = [
  {
    id: 'work-imports',
    label: say('Imports'),
    path: '/work/imports',
    roles: [...staff, 'report-writer'],
    group,
    order: 10,
  },
  {
    id: 'work-findings',
    label: say('Findings'),
    path: '/work/findings',
    roles: [...staff, 'report-writer', 'focal-point', 'contributor'],
    group,
    order: 20,
  },
  {
    id: 'work-releases',
    label: say('Releases'),
    path: '/work/releases',
    roles: [...staff, 'report-writer'],
    group,
    order: 30,
  },
];
