import { expect, it } from 'vitest';
import { highlighted } from '../src/report/highlight.js';

const dyes = {
  comment: (text: string) => `[c ${text}]`,
  text: (text: string) => `[t ${text}]`,
  number: (text: string) => `[n ${text}]`,
  keyword: (text: string) => `[k ${text}]`,
};

it('tells keywords, texts, numbers and comments apart', () => {
  expect(highlighted(["const x: number = a.new + 'if' + /n/.source; // 1"], dyes)).toEqual([
    "[k const] x: number = a.new + [t 'if'] + [t /n/].source; [c // 1]",
  ]);
});

it('colours what spans lines on each of them', () => {
  expect(highlighted(['/* a', ' b */ 1', '`t', `\${x}u\``], dyes)).toEqual([
    '[c /* a]',
    '[c  b */] [n 1]',
    '[t `t]',
    `[t \${]x[t }u\`]`,
  ]);
});

it('gives back as many lines as it got, whatever they are', () => {
  for (const lines of [[''], ['"open', 'next'], ['</', `\`\${`, '*/'], []])
    expect(highlighted(lines, { comment: same, text: same, number: same, keyword: same })).toHaveLength(lines.length);
});

function same(text: string): string {
  return text;
}
