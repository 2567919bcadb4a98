import type { Description } from './fuzz.ts';

interface NulRequest {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: string;
}

/** For each parameter of a path or query, and each JSON body, of a description: a request with U+0000 in it. */
export function requestsWithNul(description: Description): NulRequest[] {
  return Object.entries(description.paths).flatMap(([template, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters, requestBody }]) => {
      const filled = (holding?: string): string =>
        template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => (name === holding ? 'a%00b' : 'a'));
      const inAddress = parameters.flatMap(({ name, in: place }) => {
        if (place === 'path') return [{ method: method.toUpperCase(), path: filled(name) }];
        return place === 'query' ? [{ method: method.toUpperCase(), path: `${filled()}?${name}=%00` }] : [];
      });
      const takesJson = requestBody?.content['application/json'] !== undefined;
      const bodies = takesJson ? ['{"name":"a\\u0000b"}', '["\\\\\\u0000"]', '{"\\u0000":1}'] : [];
      const type = 'application/json';
      return [...inAddress, ...bodies.map((body) => ({ method: method.toUpperCase(), path: filled(), type, body }))];
    }),
  );
}
