import { Problem } from '#kernel/errors/problem.ts';
import { say, translate } from '#kernel/i18n/index.ts';
import type { RecordFinding, RegisterDefinition } from '../definition.ts';
import { refusesSave } from './check-for-save.ts';

/** Whether records in this state must be complete: what leads there asks for it, so that a later save may not undo it. */
export const mustBeComplete = ({ lifecycle }: RegisterDefinition, state: string): boolean =>
  lifecycle.moves.some(({ to, complete }) => complete && to === state);

/** Throws Problem `invalid` with the findings when a save into this state must be refused. */
export function refuseFindings(register: RegisterDefinition, state: string, findings: readonly RecordFinding[]): void {
  const complete = mustBeComplete(register, state);
  const against = findings.filter((finding) => refusesSave(finding) || (complete && finding.severity === 'error'));
  const [first] = against;
  if (first === undefined) return;
  throw new Problem(
    'invalid',
    say('{count, plural, one {# thing} other {# things}} must be put right first. {first}', {
      count: against.length,
      first: translate('en', first.said),
    }),
    { details: { findings: findings.map(asDetail) } },
  );
}

/** A finding with its English beside the words that can be translated. */
export const asDetail = (finding: RecordFinding) => ({ ...finding, message: translate('en', finding.said) });
