import type { Context } from 'hono';
import type * as z from 'zod';
import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import type { UiEnv } from '#kernel/ui/index.ts';

/** What an island of ours posted; Problem `invalid` for anything else. */
export async function readJson<T>(c: Context<UiEnv>, schema: z.ZodType<T>): Promise<T> {
  const sent: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid', say('The request could not be read.'), { cause: parsed.error });
}
