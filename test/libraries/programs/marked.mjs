import { Lexer, Marked, marked, Parser, parseInline } from 'marked';
import { attempt, attemptLater, show } from './show.mjs';

const text = `# Title with \`code\` & <b>html</b>
Setext *emphasis*
===
paragraph with **strong *nested* text**, ~~struck~~, [link](http://a.b "title"), ![image](c.png), <http://auto.link>, www.bare.link
hard  
break \\* escaped \\\\ &amp; &copy; a_b_c __d__
> quote
> > deeper
lazy

1. one
2. two
   - nested
   - [x] done
   - [ ] open

     paragraph in item
3) other

\`\`\`js title
let a = '<b>';
\`\`\`

    indented code

| a | b | c |
|:--|:-:|--:|
| 1 | \`|\` | **3** |
| 4 |

***
<div>
block *html*
</div>

[ref]: <http://ref.link> 'ref title'
[ref] and [text][ref] and [ref][] and [missing]

Final line with trailing backslash\\
end
`;
const options = [{}, { gfm: false }, { breaks: true }, { pedantic: true }];
for (const option of options) {
  attempt(JSON.stringify(option), () => marked(text, option));
  attempt('tokens', () => JSON.stringify(Lexer.lex(text, option)));
}
attempt('inline', () => parseInline('a **b** _c_ `d`'));
attempt('parser', () => Parser.parse(Lexer.lex('* a\n* b')));

const custom = new Marked({
  renderer: {
    heading({ tokens, depth }) {
      return `<h${depth} id="x">${this.parser.parseInline(tokens)}</h${depth}>`;
    },
  },
  walkTokens(token) {
    if (token.type === 'strong') token.text += '!';
  },
  tokenizer: {
    codespan(source) {
      const match = /^\$+([^$\n]+?)\$+/.exec(source);
      return match ? { type: 'codespan', raw: match[0], text: match[1].trim() } : false;
    },
  },
  hooks: {
    preprocess: (markdown) => markdown.replaceAll('TITLE', '# x'),
    postprocess: (html) => `<main>${html}</main>`,
  },
  extensions: [
    {
      name: 'under',
      level: 'inline',
      start: (source) => source.indexOf('++'),
      tokenizer(source) {
        const match = /^\+\+([^+]+)\+\+/.exec(source);
        return match ? { type: 'under', raw: match[0], text: match[1] } : undefined;
      },
      renderer: (token) => `<u>${token.text}</u>`,
    },
  ],
});
attempt('custom', () => custom.parse('TITLE\n\n**a** ++b++ $c$ `d`'));
await attemptLater('async', () =>
  new Marked({
    async: true,
    walkTokens: async () => {
      await null;
    },
  }).parse(text),
);
for (const wrong of [null, 1, {}, undefined]) attempt(`wrong ${wrong}`, () => marked(wrong));
attempt('silent', () => marked(1, { silent: true }));
for (let depth = 1; depth < 30; depth += 4)
  show(
    `nested ${depth}`,
    marked(`${'> '.repeat(depth)}a\n${'- '.repeat(depth)}b ${'*'.repeat(depth)}c${'*'.repeat(depth)}`),
  );
