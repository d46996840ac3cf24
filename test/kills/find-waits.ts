import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node)
    .flatMap((member) => (Array.isArray(member) ? member : [member]))
    .filter(isNode);

/** An expression without its arguments: `client.fetchQuery().catch`. */
function textOf(node: unknown): string {
  if (!isNode(node)) return '';
  switch (node.type) {
    case 'Identifier':
      return String(node['name']);
    case 'MemberExpression': {
      const member = textOf(node['property']);
      return textOf(node['object']) + (node['computed'] === true ? `[${member}]` : `.${member}`);
    }
    case 'ChainExpression':
      return textOf(node['expression']);
    case 'CallExpression':
      return `${textOf(node['callee'])}()`;
    case 'ImportExpression':
      return 'import()';
    default:
      return node.type;
  }
}

/** The name that a function is known by: its own, or that of the constant or member it is put into. */
function nameGivenBy(node: Node): string | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'VariableDeclarator':
      return textOf(node['id']);
    case 'Property':
      return textOf(node['key']);
    default:
      return undefined;
  }
}

const HANDLERS = ['then', 'catch', 'finally'];

/** What a node waits for, if it does. */
function waitOf(node: Node): string | undefined {
  if (node.type === 'AwaitExpression') return textOf(node['argument']).replace(/\(\)$/, '');
  const callee = node['callee'];
  if (node.type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression')
    return undefined;
  return HANDLERS.includes(textOf(callee['property'])) ? textOf(callee) : undefined;
}

/**
 * Every `await`, `then`, `catch` and `finally` of a source file, each named once however often the same stands in one
 * function.
 *
 * @throws Error where the file cannot be read as TypeScript.
 */
export function findWaits(file: string, source: string): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found = new Set<string>();
  const visit = (node: Node, within: string, given: string | undefined): void => {
    const what = waitOf(node);
    // Code on its way asks nobody.
    if (what !== undefined && !what.startsWith('import')) found.add(`${within}: ${what}`);
    const name = nameGivenBy(node) ?? given;
    const isFunction = /Function/.test(node.type);
    const next = isFunction ? (name ?? within) : within;
    for (const child of childrenOf(node)) visit(child, next, isFunction ? undefined : name);
  };
  visit(program as unknown as Node, '', undefined);
  return [...found];
}
