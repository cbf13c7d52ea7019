/** Colours the words of JavaScript and TypeScript for a terminal. */
import { type Piece, type PieceKind, piecesOf } from './code-pieces.js';

type DyeName = 'comment' | 'text' | 'number' | 'keyword';
export type Dyes = Readonly<Record<DyeName, (text: string) => string>>;

const dyeOf: Readonly<Partial<Record<PieceKind, DyeName>>> = {
  comment: 'comment',
  string: 'text',
  number: 'number',
  keyword: 'keyword',
};

/** As many lines as were given; a token that spans several is coloured on each. */
export function highlighted(lines: readonly string[], dyes: Dyes): readonly string[] {
  return piecesOf(lines, false).map((pieces) => pieces.map((piece) => dyed(piece, dyes)).join(''));
}

function dyed({ kind, text }: Piece, dyes: Dyes): string {
  const name = dyeOf[kind];
  return name === undefined ? text : dyes[name](text);
}
