import type { Check } from './check.ts';
import type { CheckContext, Compiled } from './compiled.ts';
import { compileWhole } from './count-whole.ts';
import { compileCoverage } from './coverage.ts';
import { compileDuplicate } from './duplicate-key.ts';
import { compileJump } from './jump.ts';
import type { Layout } from './layout.ts';
import { compileMirror } from './mirror.ts';
import { compileAbove } from './part-above-whole.ts';
import { compileParts } from './parts-of-total.ts';
import { compileCountRate } from './rate-follows-count.ts';
import { compileRange } from './value-in-range.ts';
import { compilePeriod } from './year-plausible.ts';

/** Makes a check ready to run; one that names an unknown dimension or code throws. */
export function compile(check: Check, layout: Layout, context: CheckContext): Compiled {
  switch (check.kind) {
    case 'period':
      return compilePeriod(check, layout, context);
    case 'range':
      return compileRange(check, layout);
    case 'whole':
      return compileWhole(check, layout);
    case 'duplicate':
      return compileDuplicate(layout);
    case 'parts':
      return compileParts(check, layout);
    case 'above':
      return compileAbove(check, layout);
    case 'count-rate':
      return compileCountRate(check, layout);
    case 'jump':
      return compileJump(check, layout);
    case 'mirror':
      return compileMirror(check, layout);
    case 'coverage':
      return compileCoverage(check, layout);
  }
}
