import * as z from 'zod';

/** As much of an OpenAPI description as requests are made from. */
export const descriptionSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        parameters: z
          .array(
            z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header', 'cookie']), schema: z.unknown() }),
          )
          .default([]),
        requestBody: z
          .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) })
          .optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }).optional(),
});
export type Description = z.infer<typeof descriptionSchema>;

export interface FuzzedRequest {
  readonly method: string;
  /** As the description writes it, to find the declared answers. */
  readonly template: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly declared: ReadonlySet<number>;
}

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
});

const nasty = [
  '',
  ' ',
  '\u0000',
  '-1',
  '0',
  '1e309',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '=cmd|calc',
  '\u202e\ufeff',
  '\ud800',
  '𝒳'.repeat(40),
  'x'.repeat(5000),
  '%00',
  '%ff',
  '9'.repeat(40),
  '__proto__',
  'constructor',
  '1970-01-01T00:00:00Z',
];
const oddValues: unknown[] = [...nasty, null, true, -1, 1e300, 0.5, [], {}, [[[]]], { __proto__: null, a: { b: [1] } }];

/** Requests from a description, the same for the same numbers: half of them as described, half with something changed. */
export function* fuzzedRequests(description: Description, random: () => number): Generator<FuzzedRequest, never> {
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(random() * all.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const operations = Object.entries(description.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ template, method, operation })),
  );

  const valueOf = (given: unknown, depth = 0): unknown => {
    const schema = schemaShape.safeParse(given).data ?? {};
    if (depth > 6) return null;
    if (schema.$ref !== undefined)
      return valueOf(description.components?.schemas[schema.$ref.split('/').at(-1) ?? ''], depth + 1);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return valueOf(pick(choices), depth + 1);
    if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((each) => valueOf(each, depth + 1)));
    const type = Array.isArray(schema.type) ? pick(schema.type) : schema.type;
    switch (type) {
      case 'integer':
      case 'number':
        return (schema.minimum ?? 0) + Math.floor(random() * 5);
      case 'boolean':
        return random() < 0.5;
      case 'array':
        return Array.from({ length: Math.floor(random() * 3) }, () => valueOf(schema.items, depth + 1));
      case 'object':
        return Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, each]) => [key, valueOf(each, depth + 1)]),
        );
      case 'string':
        if (schema.format === 'uuid') return '01234567-89ab-4cde-8f01-23456789abcd';
        if (schema.format === 'date-time') return '2026-01-31T12:00:00Z';
        return pick(['KEN', 'MANDATA:PRISONS', 'prisons', 'a@example.org', '2019', 'x']);
      case undefined:
      default:
        return pick(['x', 1, null]);
    }
  };
  const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  /** A lone half of a character has no address; it stands as what browsers make of it. */
  const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

  for (;;) {
    const { template, method, operation } = pick(operations);
    const mutated = random() < 0.5;
    const changed = (value: unknown): unknown => (mutated && random() < 0.4 ? pick(oddValues) : value);
    const query = new Map<string, string>();
    const headers: Record<string, string> = {};
    let path = template;
    for (const { name, in: place, schema } of operation.parameters) {
      const text = asText(changed(valueOf(schema)));
      if (place === 'path') path = path.replace(`{${name}}`, encode(text === '' || /^\.+$/.test(text) ? 'x' : text));
      if (place === 'query' && random() < 0.8) query.set(name, text);
      if (place === 'header' && random() < 0.5) headers[name] = text.replaceAll(/[^\x20-\x7e]/g, '') || 'x';
    }
    if (mutated && random() < 0.3) query.set(pick(nasty), pick(nasty));
    const search = [...query].map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
    const contents = Object.entries(operation.requestBody?.content ?? {});
    let body: string | undefined;
    if (contents.length > 0) {
      const [type, { schema }] = pick(contents);
      headers['content-type'] =
        mutated && random() < 0.1 ? pick(['text/plain', 'application/xml', 'nonsense', 'multipart/form-data']) : type;
      const value = valueOf(schema);
      const whole = changed(value);
      const parts = z.record(z.string(), z.unknown()).safeParse(whole);
      const sent = parts.success
        ? Object.fromEntries(Object.entries(parts.data).map(([key, each]) => [key, changed(each)]))
        : whole;
      body = JSON.stringify(sent) ?? '';
      if (mutated && random() < 0.15) body = body.slice(0, Math.floor(body.length * random()));
    }
    yield {
      method: method.toUpperCase(),
      template,
      path: search === '' ? path : `${path}?${search}`,
      headers,
      ...(body !== undefined && { body }),
      declared: new Set(Object.keys(operation.responses).map(Number)),
    };
  }
}

/** Numbers from 0 to 1 from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
