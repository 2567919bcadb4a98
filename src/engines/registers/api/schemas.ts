import { z } from '@hono/zod-openapi';
import type { RegisterDefinition } from '../definition.ts';
import { recordSchema } from './field-schema.ts';

const touch = z.object({ at: z.iso.datetime(), role: z.string(), by: z.string().optional() });
const links = z.object({ self: z.string(), page: z.string() });

export const namedSchema = z
  .object({
    register: z.string(),
    id: z.string(),
    title: z.string(),
    state: z.string(),
    demonstration: z.boolean().optional(),
    links,
  })
  .openapi('RecordNamed');

/** `CompetentAuthorities` for `competent-authorities`. */
const nameOf = ({ id }: RegisterDefinition): string =>
  id
    .split('-')
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');

/** The fields of a record, as they are sent in. */
export function fieldsOfApi(register: RegisterDefinition) {
  const { additionalProperties: _, ...schema } = recordSchema(register);
  return z.looseObject({}).openapi(`${nameOf(register)}Fields`, schema);
}

/** A record as it is given: what every record has, and its fields. */
export const recordOfApi = (register: RegisterDefinition) =>
  z
    .looseObject({
      id: z.string(),
      title: z.string().openapi({ description: 'In the language asked for, or in another.' }),
      register: z.literal(register.id),
      state: z.enum(register.lifecycle.states.map(({ id }) => id) as [string, ...string[]]),
      version: z.int(),
      demonstration: z
        .literal(true)
        .optional()
        .openapi({ description: 'Invented, and never counted with real records.' }),
      withdrawn: z.object({ reason: z.string() }).optional(),
      made: touch,
      changed: touch,
      links,
    })
    .and(fieldsOfApi(register))
    .openapi(nameOf(register));

export const touchSchema = touch;
