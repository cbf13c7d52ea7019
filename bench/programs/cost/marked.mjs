/** marked renders a long Markdown text: regular expressions, classes and callbacks. */
import { marked } from 'marked';

function section(number) {
  return `## Section ${number}

Some *emphasis*, **strong words**, \`code ${number}\`, a [link](https://example.org/${number} "title") and ~~nothing~~.
Another line with &amp; and <b>html</b> in it.

1. first of ${number}
2. second
   - nested *item*
   - [x] done

> quoted ${number}
> again

| a | b | c |
|:--|:-:|--:|
| ${number} | \`x\` | **3** |

\`\`\`js
const x = ${number};
\`\`\`
`;
}

function document(sections) {
  let text = '# Title\n\n';
  for (let number = 1; number <= sections; number++) {
    text += `${section(number)}\n`;
  }
  return text;
}

const text = document(60);

function renderOnce() {
  return marked.parse(text);
}

export function run() {
  const html = renderOnce();
  let sum = html.length;
  for (let index = 0; index < html.length; index += 31) sum = (sum * 31 + html.charCodeAt(index)) % 1_000_003;
  return sum;
}
