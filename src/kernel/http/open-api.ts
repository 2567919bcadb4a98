import { OpenAPIHono } from '@hono/zod-openapi';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { HttpEnv } from './env.ts';

/** An application whose routes refuse what does not fit their schema, with the first reason and its place. */
export function openApiApp(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const field = issue?.path.join('.') ?? '';
      const reason = issue?.message ?? '';
      // A pattern is no reason for a person; where one matters, its schema has words of its own.
      const said = reason.includes('must match pattern')
        ? say('The field “{field}” is not written in the form that the description of this address gives.', { field })
        : say('The field “{field}” does not fit: {reason}', { field, reason });
      throw new Problem('invalid', said, { details: { field }, cause: result.error });
    },
  });
}
