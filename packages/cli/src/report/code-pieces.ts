/** Source lines as pieces of one kind each. What is taken for another word is of that kind; the text stays. */
import jsTokens, { type JSXToken, type Token } from 'js-tokens';

export type PieceKind = 'plain' | 'name' | 'keyword' | 'string' | 'number' | 'comment';

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

/** One list of pieces per line; a token that spans several has a piece on each. `texts` contain no line ends. */
export function piecesOf(texts: readonly string[], hasJsx: boolean): readonly (readonly Piece[])[] {
  const piecesAt = piecesReader(texts, hasJsx);
  return texts.map((_, at) => piecesAt(at));
}

/** The same line by line: only as far as somebody asked is read. */
export function piecesReader(texts: readonly string[], hasJsx: boolean): (at: number) => readonly Piece[] {
  const lines: Piece[][] = [[]];
  const tokens = tokensOf(texts.join('\n'), hasJsx)[Symbol.iterator]();
  let isMember = false;
  let isRead = false;
  return (at) => {
    // A line is whole when the next one has begun.
    while (!isRead && lines.length <= at + 1) {
      const { done, value: token } = tokens.next();
      isRead = done === true;
      if (token === undefined) break;
      addTo(lines, token.value, isMember && token.type === 'IdentifierName' ? 'name' : kindOf(token));
      isMember = token.type === 'Punctuator' && (token.value === '.' || token.value === '?.');
    }
    return lines[at] ?? [];
  };
}

function addTo(lines: Piece[][], value: string, kind: PieceKind): void {
  for (const [at, text] of value.split('\n').entries()) {
    if (at > 0) lines.push([]);
    if (text !== '') lines.at(-1)?.push({ kind, text });
  }
}

/** Where TypeScript is without JSX, `<` before an expression begins a type; elsewhere it begins an element. */
export function mayHaveJsx(path: string): boolean {
  return /\.([cm]?jsx?|tsx)$/.test(path);
}

function tokensOf(text: string, hasJsx: boolean): Iterable<Token | JSXToken> {
  return hasJsx ? jsTokens(text, { jsx: true }) : jsTokens(text);
}

const kinds: Readonly<Partial<Record<(Token | JSXToken)['type'], PieceKind>>> = {
  StringLiteral: 'string',
  NoSubstitutionTemplate: 'string',
  TemplateHead: 'string',
  TemplateMiddle: 'string',
  TemplateTail: 'string',
  JSXString: 'string',
  RegularExpressionLiteral: 'string',
  MultiLineComment: 'comment',
  SingleLineComment: 'comment',
  HashbangComment: 'comment',
  NumericLiteral: 'number',
  PrivateIdentifier: 'name',
  JSXIdentifier: 'name',
};

function kindOf({ type, value }: Token | JSXToken): PieceKind {
  if (type === 'IdentifierName') return keywords.has(value) ? 'keyword' : 'name';
  return kinds[type] ?? 'plain';
}

/** Words of TypeScript that are often names (`type`, `of`, `from`) stay plain. */
const keywords: ReadonlySet<string> = new Set(
  `abstract as async await break case catch class const continue debugger declare default delete do else enum export
  extends false finally for function if implements import in instanceof interface keyof let namespace new null private
  protected public readonly return satisfies static super switch this throw true try typeof undefined var void while
  with yield`.split(/\s+/),
);
