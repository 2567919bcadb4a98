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
];
