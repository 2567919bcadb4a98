import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { notFound } from '#kernel/policy/index.ts';
import { here, pagesOf, type UiEnv } from '#kernel/ui/index.ts';
import type { pages } from '../browser.ts';
import { getRegister } from '../context.ts';
import { getRecord } from '../records/get-record.ts';
import { moveRecord } from '../records/move-record.ts';
import { citedByView } from '../view/cited-by.ts';
import { recordPath } from '../view/lookups.ts';
import type { RegisterPageDeps } from './deps.ts';
import { attempt, contextOf, enteredOf, signInFirst, type FormError } from './request.ts';

const page = pagesOf<typeof pages>();

/** Publish, withdraw and the other steps of a record's life, each asked for once more. */
export function moveRoutes(deps: RegisterPageDeps): Hono<UiEnv> {
  const draw = async (
    c: Context<UiEnv>,
    again: { readonly errors: readonly FormError[]; readonly reason: string; readonly status: number } = {
      errors: [],
      reason: '',
      status: 200,
    },
  ): Promise<Response> => {
    const context = contextOf(c, deps);
    const register = getRegister(context, c.req.param('register') ?? '');
    const { record, moves, findings, citedBy } = await getRecord(context, register.id, c.req.param('id') ?? '');
    const move = moves.find(({ id }) => id === c.req.param('move'));
    if (move === undefined) throw notFound();
    const path = recordPath(register.id, record.id);
    const withdraws = register.lifecycle.states.find(({ id }) => id === move.to)?.withdrawn === true;
    const props = {
      title: record.title,
      action: `${path}/move/${move.id}`,
      cancel: path,
      token: randomUUID(),
      revision: record.revision,
      label: move.label,
      grave: withdraws,
      needsReason: move.reason,
      errors: again.errors,
      findings: move.complete
        ? findings.map(({ severity, said, field }) => ({ severity, said, path: `${path}/edit#${field}` }))
        : [],
      citedBy: withdraws ? await citedByView(context, register.id, record.id, citedBy) : [],
      reason: again.reason,
    };
    return page(c, 'registers/move', props, {
      title: move.label,
      layout: 'form',
      unlisted: true,
      hasErrors: again.errors.length > 0,
      status: again.status as 200,
      breadcrumbs: [
        { label: register.title, path: `/registers/${register.id}` },
        { label: record.title, path },
        { label: move.label },
      ],
    });
  };

  return new Hono<UiEnv>()
    .get('/registers/:register/:id/move/:move', (c) => signInFirst(c) ?? draw(c))
    .post('/registers/:register/:id/move/:move', async (c) => {
      const context = contextOf(c, deps);
      const { register, id, move } = c.req.param();
      const entered = await enteredOf(c);
      const reason = entered.get('reason')?.[0] ?? '';
      const revision = entered.get('revision')?.[0] ?? '';
      const moved = await attempt(() => moveRecord(context, register, id, { move, reason, revision }));
      if (moved.ok) return c.redirect(here(c, recordPath(register, moved.value.id)), 303);
      const { said, status, details } = moved.problem;
      const field = typeof details['field'] === 'string' ? { field: details['field'] } : {};
      return draw(c, { errors: [{ ...field, message: said }], reason, status });
    });
}
