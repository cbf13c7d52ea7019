/**
 * What existing experiments of JavaScript do, as a Babel plugin: before each statement of the chosen functions the time
 * is put into a map, after it the difference is added in another.
 *
 * `const a = f();` becomes `$start("3:2");const a = f();$stop("3:2");`, and `return a;` becomes
 * `{$start("4:2");const $value = a;$stop("4:2");return $value;}`.
 */
import { type NodePath, type PluginObj, types as t, template, transformSync } from '@babel/core';

const PRELUDE = `const $started = new Map();
const $spent = (globalThis.benchStatements ??= new Map());
function $start(id) {
  $started.set(id, process.hrtime.bigint());
}
function $stop(id) {
  const elapsed = process.hrtime.bigint() - $started.get(id);
  $spent.set(id, ($spent.get(id) ?? 0n) + elapsed);
}
`;

const around = template.statements('$start(ID); STATEMENT; $stop(ID);', { placeholderPattern: /^(ID|STATEMENT)$/ });
const aroundReturn = template.statement('{ $start(ID); const $value = VALUE; $stop(ID); return $value; }', {
  placeholderPattern: /^(ID|VALUE)$/,
});

function lastName(node: t.Node | null | undefined): string | null {
  if (node?.type === 'Identifier') return node.name;
  if (node?.type === 'PrivateName') return `#${node.id.name}`;
  return node?.type === 'MemberExpression' ? lastName(node.property) : null;
}

function nameOf({ node, parent }: NodePath<t.Function>): string | null {
  if ('id' in node && node.id) return lastName(node.id);
  if ('key' in node) return lastName(node.key as t.Node);
  if (parent.type === 'VariableDeclarator') return lastName(parent.id);
  return parent.type === 'AssignmentExpression' ? lastName(parent.left) : null;
}

function isChosen(path: NodePath, name: string | null): boolean {
  const inner = path.getFunctionParent();
  if (inner === null) return false;
  return name === null || nameOf(inner) === name || isChosen(inner, name);
}

function timed(statement: t.Statement): t.Statement[] {
  const { line = 0, column = 0 } = statement.loc?.start ?? {};
  const ID = t.stringLiteral(`${line}:${column}`);
  if (t.isReturnStatement(statement) && statement.argument) return [aroundReturn({ ID, VALUE: statement.argument })];
  const untimed = t.isFunctionDeclaration(statement) || t.isCompletionStatement(statement) || statement.loc == null;
  return untimed ? [statement] : around({ ID, STATEMENT: statement });
}

function plugin(_: unknown, { name }: { readonly name: string | null }): PluginObj {
  const list = (path: NodePath, statements: t.Statement[]) =>
    isChosen(path, name) ? statements.flatMap((statement) => timed(statement)) : statements;
  return {
    visitor: {
      ArrowFunctionExpression(path: NodePath<t.ArrowFunctionExpression>) {
        if (!t.isBlockStatement(path.node.body)) path.ensureBlock();
      },
      IfStatement(path) {
        if (!t.isBlockStatement(path.node.consequent)) {
          path.node.consequent = t.blockStatement([path.node.consequent]);
        }
        if (path.node.alternate && !t.isBlockStatement(path.node.alternate)) {
          path.node.alternate = t.blockStatement([path.node.alternate]);
        }
      },
      Loop(path: NodePath<t.Loop>) {
        path.ensureBlock();
      },
      BlockStatement: {
        exit(path) {
          path.node.body = list(path, path.node.body);
        },
      },
      SwitchCase: {
        exit(path) {
          path.node.consequent = list(path, path.node.consequent);
        },
      },
    },
  };
}

/** Of `name`, or of every function where it is null. */
export function timeStatements(source: string, name: string | null): string {
  const result = transformSync(source, {
    plugins: [[plugin, { name }]],
    configFile: false,
    babelrc: false,
    compact: false,
    sourceType: 'module',
  });
  return PRELUDE + (result?.code ?? '');
}
