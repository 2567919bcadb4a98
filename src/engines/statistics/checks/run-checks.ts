import type { Check } from './check.ts';
import type { CheckContext, Report } from './compiled.ts';
import { compile } from './compile.ts';
import { keyOf } from './describe.ts';
import type { Finding } from './finding.ts';
import type { Frame } from './frame.ts';
import type { Layout } from './layout.ts';

/** All checks of a flow over frames handed in one after the other; findings come out as they are made. */
export interface Checker {
  check(frame: Frame): void;
  /** What can be said only after the last frame. */
  finish(): void;
}

/** Checks run in the order given, after those that judge a row by itself; a row with an error is left out of the later ones. */
export function checker(
  checks: readonly Check[],
  layout: Layout,
  context: CheckContext,
  found: (finding: Finding) => void,
): Checker {
  const ready = checks.map((check) => {
    const report: Report = (frame, row, said, severity = check.severity) => {
      if (severity === 'error') frame.out[row] = 1;
      const at = frame.rows[row];
      found({ rule: check.id, severity, ...(at !== undefined && { row: at }), key: keyOf(layout, frame, row), said });
    };
    return { check, compiled: compile(check, layout, context), report };
  });
  return {
    check(frame) {
      for (const { compiled, report } of ready) compiled.run(frame, report);
    },
    finish() {
      for (const { check, compiled } of ready) {
        compiled.finish?.((said, key) => found({ rule: check.id, severity: check.severity, key, said }));
      }
    },
  };
}
