/** Text to tree. The extension decides between TypeScript and JavaScript; the content decides the rest. */
import { parse as babelParse, type ParserOptions, type ParserPlugin } from '@babel/parser';
import type { File } from '@babel/types';
import { codeFrame, SyntaxProblem } from './diagnostics.js';

const TYPESCRIPT = /\.([mc]?ts|tsx)$/i;
const NO_JSX = /\.[mc]?ts$/i;
const MODULE = /\.m[jt]s$/i;

function pluginsFor(filename: string, decorators: ParserPlugin): ParserPlugin[] {
  const plugins: ParserPlugin[] = [
    decorators,
    'decoratorAutoAccessors',
    'explicitResourceManagement',
    'sourcePhaseImports',
    'deferredImportEvaluation',
  ];
  if (TYPESCRIPT.test(filename)) plugins.push('typescript');
  if (!NO_JSX.test(filename)) plugins.push('jsx');
  return plugins;
}

/** Goals in the order in which they are tried; the first error is the one to report. */
function attempts(filename: string): ParserOptions[] {
  const base: ParserOptions = {
    sourceFilename: filename,
    createParenthesizedExpressions: true,
    allowReturnOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    errorRecovery: TYPESCRIPT.test(filename),
  };
  const legacy = pluginsFor(filename, 'decorators-legacy');
  const standard = pluginsFor(filename, 'decorators');
  if (MODULE.test(filename)) {
    return [
      { ...base, sourceType: 'module', plugins: legacy },
      { ...base, sourceType: 'module', plugins: standard },
    ];
  }
  return [
    { ...base, sourceType: 'unambiguous', plugins: legacy },
    { ...base, sourceType: 'module', plugins: legacy },
    { ...base, sourceType: 'module', plugins: standard },
  ];
}

interface ParserError extends SyntaxError {
  loc: { line: number; column: number };
}

function isParserError(error: unknown): error is ParserError {
  return error instanceof SyntaxError && 'loc' in error;
}

export function parse(source: string, filename: string): File {
  let firstError: unknown;
  for (const options of attempts(filename)) {
    try {
      return babelParse(source, options);
    } catch (error) {
      firstError ??= error;
    }
  }
  if (firstError instanceof RangeError) {
    throw new SyntaxProblem('it is nested more deeply than the parser can follow', 1, 0, '');
  }
  if (!isParserError(firstError)) throw firstError;
  const { line, column } = firstError.loc;
  const message = firstError.message.replace(/ \(\d+:\d+\)$/, '');
  throw new SyntaxProblem(message, line, column, codeFrame(source, line, column));
}
