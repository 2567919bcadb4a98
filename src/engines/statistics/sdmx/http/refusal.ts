import type { Context } from 'hono';
import { Problem } from '#kernel/errors/problem.ts';
import { negotiateLanguage } from '#kernel/i18n/index.ts';
import { errorMessage } from './error-message.ts';
import type { SdmxEnv } from './request.ts';

/** The answer to a request that is refused. What was not expected goes on to the house's own handling of errors. */
export function refusal(c: Context<SdmxEnv>, error: Error): Response {
  if (!(error instanceof Problem)) throw error;
  const accept = c.req.header('accept') ?? '';
  const json = /json/.test(accept) && !/xml/.test(accept);
  const edition = c.req.path.startsWith('/sdmx/v2') ? '3.0' : '2.1';
  return errorMessage(error, edition, json, negotiateLanguage(c.req.header('accept-language')));
}
