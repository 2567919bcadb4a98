import { say } from '#kernel/i18n/say.ts';
import type { NavigationEntry } from '#kernel/ui/index.ts';

const staff = ['statistician', 'administrator'] as const;
const statistics = say('Statistics');

/** What the header offers to everybody, and the side of the workspace to each kind of user. */
export const navigation: readonly NavigationEntry[] = [
  { id: 'data', label: say('Data'), path: '/data', order: 10 },
  { id: 'indicators', label: say('Indicators'), path: '/indicators', order: 20 },
  { id: 'areas', label: say('Countries'), path: '/areas', order: 30 },
  { id: 'imports', label: say('Imports'), path: '/work/imports', roles: staff, group: statistics, order: 10 },
  {
    id: 'findings',
    label: say('Findings'),
    path: '/work/findings',
    roles: [...staff, 'focal-point', 'contributor'],
    group: statistics,
    order: 20,
  },
  { id: 'releases', label: say('Releases'), path: '/work/releases', roles: staff, group: statistics, order: 30 },
  {
    id: 'accounts',
    label: say('Accounts'),
    path: '/accounts',
    roles: ['administrator'],
    group: say('Administration'),
    order: 90,
  },
];
