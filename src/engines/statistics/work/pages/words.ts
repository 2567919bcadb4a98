import { say, type Message } from '#kernel/i18n/say.ts';
import type { Tone } from '#kernel/ui/browser.ts';
import type { Severity } from '../../checks/check.ts';
import type { BatchStatus } from '../../store/tables.ts';

interface Word {
  readonly label: Message;
  readonly tone: Tone;
}

export const batchWords: Readonly<Record<BatchStatus, Word>> = {
  staged: { label: say('Waiting for a decision'), tone: 'warn' },
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
