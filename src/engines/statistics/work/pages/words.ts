import { say, type Message } from '#kernel/i18n/say.ts';
import type { Tone } from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import type { BatchStatus } from '../../store/tables.ts';
import type { Standing } from '../findings/filter.ts';
import type { Mark } from '../store/tables.ts';

interface Word {
  readonly label: Message;
  readonly tone: Tone;
}

export const batchWords: Readonly<Record<BatchStatus, Word>> = {
  staged: { label: say('To be decided'), tone: 'warn' },
  accepted: { label: say('Accepted'), tone: 'good' },
  rejected: { label: say('Turned down'), tone: 'bad' },
  undone: { label: say('Taken back'), tone: 'neutral' },
};

export const severityWords: Readonly<Record<Severity, Word>> = {
  error: { label: say('Error'), tone: 'bad' },
  warning: { label: say('Warning'), tone: 'warn' },
  info: { label: say('Note'), tone: 'neutral' },
};

export type RunStateName = 'waiting' | 'running' | 'done' | 'failed' | 'interrupted';

export const runWords: Readonly<Record<RunStateName, Word>> = {
  waiting: { label: say('Waiting its turn'), tone: 'accent' },
  running: { label: say('Under way'), tone: 'accent' },
  done: { label: say('Done'), tone: 'good' },
  failed: { label: say('Refused'), tone: 'bad' },
  interrupted: { label: say('Interrupted'), tone: 'bad' },
};

export const doingWords: Readonly<Record<string, Message>> = {
  reading: say('Reading the file'),
  checking: say('Checking the figures'),
  writing: say('Keeping the batch'),
};

export const actWords = {
  accepted: say('Accepted'),
  rejected: say('Turned down'),
  undone: say('Acceptance taken back'),
} as const;

export const changeWords: Readonly<Record<'new' | 'revised' | 'gone', Word>> = {
  new: { label: say('new'), tone: 'good' },
  revised: { label: say('revised'), tone: 'warn' },
  gone: { label: say('gone'), tone: 'bad' },
};

export const standingWords: Readonly<Record<Standing, Word>> = {
  open: { label: say('Open'), tone: 'warn' },
  answered: { label: say('Answered'), tone: 'accent' },
  'to-be-corrected': { label: say('Will be corrected'), tone: 'accent' },
  'accepted-as-is': { label: say('Accepted as it is'), tone: 'good' },
};

export const markWords: Readonly<Record<Mark, Word>> = {
  'to-be-corrected': standingWords['to-be-corrected'],
  'accepted-as-is': standingWords['accepted-as-is'],
  reopened: { label: say('Opened again'), tone: 'warn' },
};

/** Roles that write in threads. */
export const roleWords: Readonly<Record<string, Message>> = {
  'focal-point': say('national focal point'),
  contributor: say('contributor of the State'),
  statistician: say('statistician'),
  administrator: say('administrator'),
  operator: say('operator'),
};
