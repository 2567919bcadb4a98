import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { shown } from './guard.ts';

/** Problems of fetching, each with the address and what it means. */
export const netRefusals = {
  tooLarge: (url: URL, limit: number) =>
    new Problem(
      'too-large',
      say('The answer of {url} is larger than {limit} bytes and was not taken.', { url: shown(url), limit }),
      {
        details: { limit },
      },
    ),
  tooSlow: (url: URL) =>
    new Problem('unavailable', say('{url} did not answer in time. Try again later.', { url: shown(url) })),
  unreachable: (url: URL, cause: unknown) =>
    new Problem(
      'unavailable',
      say('{url} cannot be reached. Check the address, or try again later.', { url: shown(url) }),
      { cause },
    ),
  damaged: (url: URL, cause?: unknown) =>
    new Problem(
      'unavailable',
      say('The answer of {url} is damaged or stops in the middle. Try again later.', { url: shown(url) }),
      { cause },
    ),
  tooManyRedirects: (url: URL, limit: number) =>
    new Problem(
      'unavailable',
      say('{url} leads on to other addresses more than {limit} times.', { url: shown(url), limit }),
    ),
  redirectedWrite: (url: URL) =>
    new Problem(
      'unavailable',
      say('{url} leads on to another address, to which nothing is sent. Name the final address.', { url: shown(url) }),
    ),
  wrongType: (url: URL, type: string, wanted: readonly string[]) =>
    new Problem(
      'unsupported-media-type',
      say('{url} answers with {type} where {wanted} is expected.', {
        url: shown(url),
        type: type || 'no content type',
        wanted: wanted.join(', '),
      }),
      { details: { type } },
    ),
  unknownPacking: (url: URL, encoding: string) =>
    new Problem(
      'unavailable',
      say('{url} answers in a compression that is not known here ({encoding}).', { url: shown(url), encoding }),
    ),
};
