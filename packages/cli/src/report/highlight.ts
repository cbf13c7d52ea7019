/** Colours the words of JavaScript and TypeScript. What it takes for another word is coloured as that; the text stays. */
import jsTokens from 'js-tokens';

export type Dyes = Readonly<Record<'comment' | 'text' | 'number' | 'keyword', (text: string) => string>>;

const kindOf: Readonly<Record<string, keyof Dyes>> = {
  SingleLineComment: 'comment',
  MultiLineComment: 'comment',
  HashbangComment: 'comment',
  StringLiteral: 'text',
  NoSubstitutionTemplate: 'text',
  TemplateHead: 'text',
  TemplateMiddle: 'text',
  TemplateTail: 'text',
  RegularExpressionLiteral: 'text',
  NumericLiteral: 'number',
};

/** Words of TypeScript that are often names (`type`, `of`, `from`) stay plain. */
const keywords = new Set(
  `abstract as async await break case catch class const continue debugger declare default delete do else enum export
  extends false finally for function if implements import in instanceof interface keyof let namespace new null private
  protected public readonly return satisfies static super switch this throw true try typeof undefined var void while
  with yield`.split(/\s+/),
);

/** As many lines as were given; a token that spans several is coloured on each. */
export function highlighted(lines: readonly string[], dyes: Dyes): readonly string[] {
  let text = '';
  let isMember = false;
  for (const { type, value } of jsTokens(lines.join('\n'))) {
    const isKeyword = type === 'IdentifierName' && !isMember && keywords.has(value);
    const kind = isKeyword ? 'keyword' : kindOf[type];
    text += kind === undefined ? value : dyed(value, dyes[kind]);
    isMember = type === 'Punctuator' && (value === '.' || value === '?.');
  }
  return text.split('\n');
}

function dyed(value: string, dye: (text: string) => string): string {
  return value
    .split('\n')
    .map((line) => dye(line))
    .join('\n');
}
