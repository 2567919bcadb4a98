import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Name of a workspace page → the messages that its code can show. */
export type PageMessages = Readonly<Record<string, readonly string[]>>;

/**
 * A plugin that notes which messages each workspace page's code can show, so that the server sends these translations
 * along with the page and no browser loads a whole catalogue.
 */
export function collectPageMessages(root: string, done: (messages: PageMessages) => void): Plugin {
  const said = new Map<string, string[]>();
  const pages = new Map<string, string>();
  return {
    name: 'mandata:page-messages',
    transform: {
      order: 'post',
      handler(code, id) {
        if (relative(root, id).startsWith('src')) {
          if (code.includes('say(')) said.set(id, messagesIn(this.parse(code) as unknown as Node));
          for (const [, name = '', path = ''] of code.matchAll(
            /["']([\w/-]+)["']:\s*workspacePage\(\(\) => import\(["'](.+?)["']\)\)/g,
          )) {
            pages.set(name, resolve(dirname(id), path));
          }
        }
        return undefined;
      },
    },
    buildEnd() {
      const reach = (id: string, seen = new Set<string>()): Set<string> => {
        if (seen.has(id)) return seen;
        seen.add(id);
        for (const next of this.getModuleInfo(id)?.importedIds ?? []) reach(next, seen);
        return seen;
      };
      const all = [...pages].map(
        ([name, file]) => [name, [...new Set([...reach(file)].flatMap((id) => said.get(id) ?? []))].sort()] as const,
      );
      done(Object.fromEntries(all));
    },
  };
}

/** The literal first arguments of all calls of `say`. */
function messagesIn(program: Node): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    if (value.type === 'CallExpression' && isNode(value['callee']) && value['callee']['name'] === 'say') {
      const [first] = value['arguments'] as unknown[];
      const text = literalOf(first);
      if (text !== undefined) found.push(text);
    }
    Object.values(value).forEach(visit);
  };
  visit(program);
  return found;
}

function literalOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as readonly { value: { cooked: string } }[];
    return quasis.length === 1 ? quasis[0]?.value.cooked : undefined;
  }
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined;
  const [left, right] = [literalOf(node['left']), literalOf(node['right'])];
  return left === undefined || right === undefined ? undefined : left + right;
}
