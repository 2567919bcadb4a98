import { say } from '#kernel/i18n/say.ts';
import { registersNavigation } from '#engines/registers/index.ts';
import { workNavigation } from '#engines/statistics/index.ts';
import type { NavigationEntry } from '#kernel/ui/index.ts';

/** What the header offers to everybody, and the side of the workspace to each kind of user. */
export const navigation: readonly NavigationEntry[] = [
  { id: 'data', label: say('Data'), path: '/data', order: 10 },
  { id: 'indicators', label: say('Indicators'), path: '/indicators', order: 20 },
  { id: 'areas', label: say('Countries'), path: '/areas', order: 30 },
  ...registersNavigation,
  { id: 'treaties', label: say('Treaties'), path: '/treaties', order: 26 },
  { id: 'legislation', label: say('Laws by treaty article'), path: '/legislation', order: 27 },
  ...workNavigation,
  {
    id: 'accounts',
    label: say('Accounts'),
    path: '/accounts',
    roles: ['administrator'],
    group: say('Administration'),
    order: 90,
  },
  {
    id: 'background-work',
    label: say('Background work'),
    path: '/background-work',
    roles: ['administrator'],
    group: say('Administration'),
    order: 91,
  },
  {
    id: 'site-operator',
    label: say('Who runs this site'),
    path: '/site-operator',
    roles: ['administrator'],
    group: say('Administration'),
    order: 92,
  },
];
