import type { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { HttpEnv } from '#kernel/http/index.ts';

/** One operation of the API as the readable page shows it. */
export interface DescribedOperation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description?: string | undefined;
  }[];
  readonly answers: readonly { readonly status: string; readonly description: string }[];
}

const operation = z.looseObject({
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
      }),
    )
    .optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string().optional() })).optional(),
});
const document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of the description, by path and method. */
export function describeOperations(
  api: OpenAPIHono<HttpEnv>,
  info: { title: string; version: string },
): DescribedOperation[] {
  const { paths } = document.parse(JSON.parse(JSON.stringify(api.getOpenAPI31Document({ openapi: '3.1.0', info }))));
  return Object.entries(paths)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, byMethod]) =>
      methods.flatMap((method) => {
        if (byMethod[method] === undefined) return [];
        const { summary = '', description, parameters = [], responses = {} } = operation.parse(byMethod[method]);
        return [
          {
            method: method.toUpperCase(),
            path,
            summary,
            description,
            parameters: parameters.map((each) => ({
              name: each.name,
              in: each.in,
              required: each.required ?? false,
              description: each.description,
            })),
            answers: Object.entries(responses).map(([status, answer]) => ({
              status,
              description: answer.description ?? '',
            })),
          },
        ];
      }),
    );
}
