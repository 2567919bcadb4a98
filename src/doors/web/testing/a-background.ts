import { say } from '#kernel/i18n/say.ts';
import type { BackgroundDesk } from '../index.ts';

/** Work in the background with a schedule of each state and one failure; `acts` collects what was asked for. */
export function aBackground(acts: string[] = []): BackgroundDesk {
  const at = (hour: number): string => new Date(Date.UTC(2024, 2, 1, hour, 30)).toISOString();
  const schedule = { cron: '30 2 * * *', nextAt: at(26), title: say('Write a backup') };
  return {
    look: async () => ({
      waiting: 1204,
      running: 1,
      oldestSeconds: 61.4,
      schedules: [
        { ...schedule, name: 'a', lastAt: at(2), state: 'done', words: 'mandata-2024-03-01T0230.zip, 41 entries' },
        { ...schedule, name: 'b', state: 'never', cron: '5 * * * *' },
        { ...schedule, name: 'c', lastAt: at(2), state: 'running', cron: '*/20 6-18 * * 1-5' },
        { ...schedule, name: 'd', lastAt: at(2), state: 'failed', words: 'No space is left on the disk.' },
      ],
      failed: [
        {
          id: '0190a0b0-0000-7000-8000-000000000001',
          title: say('Write a backup'),
          failedAt: at(2),
          attempts: 3,
          reason: 'No space is left on the disk <2 MB>.',
        },
      ],
    }),
    retry: async (_actor, id) => void acts.push(`retry ${id}`),
    forget: async (_actor, id) => void acts.push(`forget ${id}`),
  };
}
