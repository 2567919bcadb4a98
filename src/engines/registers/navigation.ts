import { say } from '#kernel/i18n/say.ts';
import type { NavigationEntry } from '#kernel/ui/index.ts';

/** What the registers add to the header, and to the side of the workspace of those who write in them. */
export const registersNavigation: readonly NavigationEntry[] = [
  { id: 'registers', label: say('Law and knowledge'), path: '/registers', order: 25 },
  {
    id: 'records',
    label: say('Work on records'),
    path: '/work/records',
    roles: [
      'programme-manager',
      'administrator',
      'report-writer',
      'analyst',
      'contributor',
      'authority',
      'focal-point',
    ],
    group: say('Records'),
    order: 45,
  },
];
