/** A statement type that nobody decided about must not be skipped in silence. */
import * as types from '@babel/types';
import { describe, expect, it } from 'vitest';
import { TABLE } from '../src/2-plan/table.js';

/** Statement types without a row, each with its reason. */
const WITHOUT_ROW: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'DeclareClass',
      'DeclareFunction',
      'DeclareInterface',
      'DeclareModule',
      'DeclareModuleExports',
      'DeclareTypeAlias',
      'DeclareOpaqueType',
      'DeclareVariable',
      'DeclareExportDeclaration',
      'DeclareExportAllDeclaration',
      'InterfaceDeclaration',
      'OpaqueType',
      'TypeAlias',
    ].map((type) => [type, 'Flow: parsed only with the flow plugin, which is never on']),
  ),
};

/** The published types leave out what is new since them; the list itself is the parser's. */
const statements: readonly string[] = types.FLIPPED_ALIAS_KEYS['Statement'] ?? [];

describe('the table of statements', () => {
  it('is compared with a list that is not empty', () => {
    expect(statements.length).toBeGreaterThan(40);
  });

  it.each(statements)('has a row for %s, or a reason why not', (type) => {
    const decided = Object.hasOwn(TABLE, type) || Object.hasOwn(WITHOUT_ROW, type);
    expect(decided, `${type} has no row in 2-plan/table.ts`).toBe(true);
  });

  it('gives a reason only where there is no row', () => {
    expect(Object.keys(WITHOUT_ROW).filter((type) => Object.hasOwn(TABLE, type))).toEqual([]);
  });

  it('has rows only for types that exist', () => {
    expect(Object.keys(TABLE).filter((type) => !statements.includes(type))).toEqual([]);
  });
});
