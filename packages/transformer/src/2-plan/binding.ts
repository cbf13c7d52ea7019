/** Where a file's probes are bound, and whether that is early enough. */
import { isBuiltin } from 'node:module';
import type { Program, Statement } from '@babel/types';

/** Behind a `#!` line and a byte order mark, which must stay first. */
export function firstOffset(source: string): number {
  if (!source.startsWith('#!')) return source.startsWith('\uFEFF') ? 1 : 0;
  const end = /[\n\r\u2028\u2029]/.exec(source)?.index ?? source.length;
  return source.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, source.length);
}

/** Ahead of every statement, behind `'use strict'` and the like. */
export function bindingOffset({ directives }: Program, source: string): number {
  return directives.at(-1)?.end ?? firstOffset(source);
}

/**
 * Whether a function of the file may be called before the file's first statement runs: by another module that it
 * imports, which imports it in turn.
 */
export function mayRunEarly({ body }: Program): boolean {
  return body.some((statement) => {
    const source = sourceOf(statement);
    return source !== null && !isBuiltin(source);
  });
}

/** What a statement imports at run time, ahead of everything. */
function sourceOf(statement: Statement): string | null {
  switch (statement.type) {
    case 'ImportDeclaration':
      return statement.importKind === 'type' ? null : statement.source.value;
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return statement.exportKind === 'type' ? null : (statement.source?.value ?? null);
    default:
      return null;
  }
}
