import type { Context } from 'hono';
import { isLanguage, negotiateLanguage } from '#kernel/i18n/index.ts';
import type { Language } from '#kernel/i18n/say.ts';
import { type Actor, anonymous } from '#kernel/policy/actor.ts';
import { type Address, readAddress, single } from '../query/address.ts';

/** Requests find their actor in the context; who is not known is anonymous. */
export interface SdmxEnv {
  Variables: { actor?: Actor };
}

export interface SdmxRequest {
  readonly api: 1 | 2;
  readonly actor: Actor;
  readonly address: Address;
  /** As it came, without the entry point; part of the entity tag. */
  readonly asked: string;
  readonly language: Language;
  readonly headers: Headers;
  /** HEAD: everything but the body. */
  readonly withoutBody: boolean;
}

/** Reads what follows `/sdmx/rest` or `/sdmx/v2` of a request. */
export function readRequest(c: Context<SdmxEnv>, api: 1 | 2): SdmxRequest {
  const url = c.req.url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/#.*$/, '');
  const entry = api === 1 ? '/sdmx/rest' : '/sdmx/v2';
  const asked = url.slice(url.indexOf(entry) + entry.length);
  const address = readAddress(asked);
  return {
    api,
    actor: c.get('actor') ?? anonymous,
    address,
    asked,
    language: languageOf(c, address),
    headers: c.req.raw.headers,
    withoutBody: c.req.raw.method === 'HEAD',
  };
}

function languageOf(c: Context<SdmxEnv>, address: Address): Language {
  const asked = single(address, 'lang') ?? single(address, 'locale');
  return asked !== undefined && isLanguage(asked) ? asked : negotiateLanguage(c.req.header('accept-language'));
}
