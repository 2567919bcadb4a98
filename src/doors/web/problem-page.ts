import type { Context } from 'hono';
import type { Problem } from '#kernel/errors/problem.ts';
import { page, type UiEnv } from '#kernel/ui/index.ts';
import { say } from '#kernel/i18n/say.ts';

/**
 * Draws a refusal as a page for a person; undefined for programs, which get it as JSON. Fits `AppSettings.problemPage`.
 */
export async function problemPage<E extends UiEnv>(c: Context<E>, problem: Problem): Promise<Response | undefined> {
  if (!wantsPage(c)) return undefined;
  if (problem.kind === 'not-found') return page(c, 'web/not-found', {}, { title: say('Page not found'), status: 404 });
  return page(
    c,
    'web/problem',
    { kind: problem.kind, said: problem.said, requestId: c.get('requestId'), needs: needsOf(problem) },
    { title: say('This did not work'), status: problem.status as 400 },
  );
}

/** What the visitor can do about a refusal, as the policy names it. */
function needsOf({ kind, details }: Problem): 'sign-in' | 'second-factor' | 'nothing' {
  if (kind === 'not-signed-in' || details['needs'] === 'recent-sign-in') return 'sign-in';
  return details['needs'] === 'second-factor' ? 'second-factor' : 'nothing';
}

function wantsPage<E extends UiEnv>(c: Context<E>): boolean {
  const { path } = c.req;
  if (path.startsWith('/api/') || path.startsWith('/sdmx/') || path.startsWith('/assets/')) return false;
  return (c.req.header('accept') ?? '').includes('text/html');
}
