import { say, type Text } from '#kernel/i18n/say.ts';
import { each, type OperationRow } from '#kernel/policy/index.ts';

type Allowed = OperationRow['allow'];

export interface LifecycleState {
  readonly id: string;
  readonly label: Text;
  /** Who may read a record in this state: those whom the register's records are for, or only those who work on it. */
  readonly shown: 'readers' | 'workers';
  /** Its page says that it no longer holds, with the reason; lists and searches leave it out unless asked. */
  readonly withdrawn?: boolean;
}

/** A way from one state to another, and who may go it. */
export interface Move {
  readonly id: string;
  /** Said on the button: “Publish”. */
  readonly label: Text;
  readonly from: readonly string[];
  readonly to: string;
  readonly allow: Allowed;
  /** Refused while an error or an empty required field remains. */
  readonly complete: boolean;
  /** Refused without a reason in words. */
  readonly reason: boolean;
}

export interface Lifecycle {
  /** The first one is where a new record starts. */
  readonly states: readonly LifecycleState[];
  readonly moves: readonly Move[];
}

const editors = ['programme-manager', 'administrator', 'operator'] as const;
const authors = ['report-writer', 'analyst', 'contributor', 'authority', 'focal-point'] as const;

/** Draft, submitted, published, withdrawn: authors submit, editors publish, send back, withdraw and reinstate. */
export const usualLifecycle: Lifecycle = {
  states: [
    { id: 'draft', label: say('Draft'), shown: 'workers' },
    { id: 'submitted', label: say('Submitted'), shown: 'workers' },
    { id: 'published', label: say('Published'), shown: 'readers' },
    { id: 'withdrawn', label: say('Withdrawn'), shown: 'readers', withdrawn: true },
  ],
  moves: [
    {
      id: 'submit',
      label: say('Submit'),
      from: ['draft'],
      to: 'submitted',
      allow: { ...each([...editors, 'report-writer', 'analyst'], 'any'), ...each(authors.slice(2), 'own-state') },
      complete: true,
      reason: false,
    },
    {
      id: 'return',
      label: say('Send back'),
      from: ['submitted'],
      to: 'draft',
      allow: each(editors, 'any'),
      complete: false,
      reason: true,
    },
    {
      id: 'publish',
      label: say('Publish'),
      from: ['draft', 'submitted'],
      to: 'published',
      allow: each(editors, 'any'),
      complete: true,
      reason: false,
    },
    {
      id: 'withdraw',
      label: say('Withdraw'),
      from: ['published'],
      to: 'withdrawn',
      allow: each(editors, 'any'),
      complete: false,
      reason: true,
    },
    {
      id: 'reinstate',
      label: say('Reinstate'),
      from: ['withdrawn'],
      to: 'published',
      allow: each(editors, 'any'),
      complete: true,
      reason: true,
    },
  ],
};
