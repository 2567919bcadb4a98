// Finds every say('…') in the sources and brings the catalogues in line: new messages come in empty, unused ones go.
// With --check nothing is written, and a missing, stale or ill-formed translation is an error.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import * as z from 'zod';
import { faultOfTranslation } from './messages/fault-of-translation.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = 'src/kernel/i18n/catalogues';
const translated = ['ar', 'es', 'fr', 'ru', 'zh'] as const;
const Catalogue = z.record(z.string(), z.string());
type Catalogue = z.infer<typeof Catalogue>;

interface Found {
  readonly ids: ReadonlySet<string>;
  /** Calls whose argument is not a literal, as `file:line`; their text could never be translated. */
  readonly unreadable: readonly string[];
}

/** The literal text of an argument: a string, a template without values, or several joined by `+`. */
function literalOf(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return literalOf(node.expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [literalOf(node.left), literalOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

export function findMessages(files: readonly { readonly name: string; readonly text: string }[]): Found {
  const ids = new Set<string>();
  const unreadable: string[] = [];
  for (const { name, text } of files) {
    if (!/import [^;]*\bsay\b[^;]*i18n\//.test(text)) continue;
    const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'say') {
        const id = literalOf(node.arguments[0]);
        if (id === undefined) unreadable.push(`${name}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}`);
        else ids.add(id);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { ids, unreadable };
}

function sources(): { name: string; text: string }[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((name) => !/\.test\.tsx?$|\/testing\//.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
}

function updated(old: Catalogue, ids: ReadonlySet<string>): Catalogue {
  return Object.fromEntries([...ids].sort().map((id) => [id, Object.hasOwn(old, id) ? (old[id] ?? '') : '']));
}

function problemsIn(language: string, old: Catalogue, ids: ReadonlySet<string>): string[] {
  const stale = Object.keys(old).filter((id) => !ids.has(id));
  const missing = [...ids].filter((id) => (old[id] ?? '') === '');
  const wrong = [...ids].flatMap((id) => {
    const fault = (old[id] ?? '') === '' ? undefined : faultOfTranslation(language, id, old[id] ?? '');
    return fault === undefined ? [] : [`${fault}: ${id}`];
  });
  const all = [...missing.map((id) => `missing: ${id}`), ...stale.map((id) => `stale: ${id}`), ...wrong];
  return all.map((line) => `${language}: ${line}`);
}

function main(check: boolean): number {
  const { ids, unreadable } = findMessages(sources());
  const problems = unreadable.map((place) => `${place}: say() takes a literal, so that its text can be found`);
  for (const language of translated) {
    const path = join(root, folder, `${language}.json`);
    const old = Catalogue.parse(JSON.parse(readFileSync(path, 'utf8')));
    if (check) problems.push(...problemsIn(language, old, ids));
    else writeFileSync(path, `${JSON.stringify(updated(old, ids), null, 2)}\n`);
  }
  const shown = process.argv.includes('--all') ? problems : problems.slice(0, 40);
  for (const line of shown) process.stdout.write(`${line}\n`);
  process.stdout.write(`${ids.size} messages, ${problems.length} problems\n`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.includes('--check'));
