import type { Problem } from '#kernel/errors/problem.ts';
import { translate } from '#kernel/i18n/index.ts';
import type { Language } from '#kernel/i18n/say.ts';
import { sdmxCode } from '../query/refuse.ts';
import { xml } from '../formats/escape.ts';
import { declaration, namespaces } from '../formats/xml/namespaces.ts';
import type { Edition } from '../formats/urn.ts';

/** A refusal as an SDMX error message: SDMX-ML, or SDMX-JSON for who takes JSON only. */
export function errorMessage(problem: Problem, edition: Edition, json: boolean, language: Language): Response {
  const code = sdmxCode(problem);
  const words = translate(language, problem.said);
  const headers = {
    'Content-Type': json ? 'application/json' : 'application/xml',
    'Content-Language': language,
    'Cache-Control': 'no-store',
    Vary: 'Accept, Accept-Language',
  };
  const body = json
    ? JSON.stringify({ errors: [{ code, title: words }] })
    : `${declaration}<mes:Error${namespaces(edition, {})}><mes:ErrorMessage code="${code}"><com:Text xml:lang="${language}">${xml(words)}</com:Text></mes:ErrorMessage></mes:Error>`;
  return new Response(body, { status: problem.status, headers });
}
