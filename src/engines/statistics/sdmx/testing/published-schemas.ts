import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { default as AjvDraft04 } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';

// The schemas that SDMX publishes are not part of this repository. Tests use them from a folder beside the checkout.

const folder = fileURLToPath(new URL('../../../../../../shared/schemas', import.meta.url));

/** Why XML cannot be checked here; undefined when it can. */
export function noXmlCheck(): string | undefined {
  if (!existsSync(folder)) return 'the published schemas are not beside the checkout (../shared/schemas)';
  return spawnSync('xmllint', ['--version']).error === undefined
    ? undefined
    : 'xmllint is not installed (libxml2-utils)';
}

/** Why JSON cannot be checked here; undefined when it can. */
export function noJsonCheck(): string | undefined {
  return existsSync(folder) ? undefined : 'the published schemas are not beside the checkout (../shared/schemas)';
}

/** What xmllint finds wrong with a message; empty when it is valid. `types` are schemas of structure-specific data. */
export function xmlFaults(edition: '2.1' | '3.0', message: string, types: readonly string[] = []): string {
  const work = mkdtempSync(join(tmpdir(), 'sdmx-'));
  try {
    const schemas = join(folder, `sdmx-ml-${edition}`);
    const imports = types.map((type, index) => {
      const target = /targetNamespace="([^"]+)"/.exec(type)?.[1] ?? '';
      const file = join(work, `types-${index}.xsd`);
      writeFileSync(
        file,
        type.replaceAll(/schemaLocation="([^"]+)"/g, (_, name: string) => `schemaLocation="${join(schemas, name)}"`),
      );
      return `<xs:import namespace="${target}" schemaLocation="${file}"/>`;
    });
    const root = `http://www.sdmx.org/resources/sdmxml/schemas/v${edition.replace('.', '_')}/message`;
    const entry = join(work, 'entry.xsd');
    writeFileSync(
      entry,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="${root}" schemaLocation="${join(schemas, 'SDMXMessage.xsd')}"/>${imports.join('')}</xs:schema>`,
    );
    const file = join(work, 'message.xml');
    writeFileSync(file, message);
    const checked = spawnSync('xmllint', ['--noout', '--nonet', '--schema', entry, file], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    return checked.status === 0 ? '' : checked.stderr.slice(0, 2000);
  } finally {
    rmSync(work, { recursive: true });
  }
}

const validators = new Map<string, (message: unknown) => string>();

/** What a published JSON schema finds wrong with a message; empty when it is valid. */
export function jsonFaults(
  schema: 'data-1.0' | 'data-2.0' | 'structure-1.0' | 'structure-2.0',
  message: unknown,
): string {
  const known = validators.get(schema) ?? compile(schema);
  validators.set(schema, known);
  return known(message);
}

function compile(name: string): (message: unknown) => string {
  const schema: Record<string, unknown> = JSON.parse(readFileSync(join(folder, 'sdmx-json', `${name}.json`), 'utf8'));
  delete schema['$schema'];
  const options = { unicodeRegExp: false, strict: false, allErrors: true };
  const ajv = 'id' in schema ? new AjvDraft04.default(options) : new Ajv(options);
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (message) => (validate(message) === true ? '' : ajv.errorsText(validate.errors).slice(0, 2000));
}
