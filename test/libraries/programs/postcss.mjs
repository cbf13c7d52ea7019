import postcss, { CssSyntaxError, list, parse } from 'postcss';
import { attempt, attemptLater, show } from './show.mjs';

const css = `@charset "utf-8"; @import url("a.css") screen;/* top */
:root{--main : { a:b };--x:  ;} a,b > c:not(.d, #e)::after{ color : RED!important ;*zoom:1;background:url(data:image/png;base64,aa;b)}
@media (min-width:1px) and (max-width : 2px){ .f{ g:h } @supports (i:j){ k{ l:m;; } } }
@font-face{ src: local('x'), url(y) } .n{ & .o{ p:q } @apply --r; s: calc( 1px + (2 * 3px) ) } @layer t, u; .v\\:w{ content:"\\"}" }
`;
attempt('same', () => parse(css).toString() === css);
attempt('tree', () => JSON.stringify(parse(css, { from: '/x.css' })));
const plugins = [
  {
    postcssPlugin: 'visitor',
    Once: (root) => show('once', root.nodes.length),
    Declaration: {
      color: (decl) => {
        decl.value = decl.value.toLowerCase();
      },
      '*': (decl) => {
        if (decl.prop === 'g') decl.cloneBefore({ prop: '-x-g' });
      },
    },
    AtRule: {
      media: (rule, { result }) => {
        result.warn('media', { node: rule, word: 'min' });
      },
    },
    Rule: (rule) => {
      if (rule.selector === 'k') rule.selectors = ['k1', 'k2'];
    },
    Comment: (comment) => comment.remove(),
    RuleExit: (rule) => {
      rule.raws.semicolon = true;
    },
    DeclarationExit: () => {},
    OnceExit: (root, { list: lists, Declaration }) => {
      root.append(new Declaration({ prop: '--end', value: String(lists.comma('a, b(c, d)').length) }));
    },
  },
  Object.assign(
    (options = {}) => ({
      postcssPlugin: 'made',
      prepare: () => {
        let count = 0;
        return {
          Declaration: () => {
            count++;
          },
          OnceExit: () => show('declarations', [count, options]),
        };
      },
    }),
    { postcss: true },
  ),
  {
    postcssPlugin: 'later',
    async Once(root) {
      await null;
      root.walkAtRules(/^font/, (rule) => {
        rule.replaceWith(rule.clone({ name: 'font-feature' }), { name: 'after', params: 'x' });
      });
    },
  },
];
await attemptLater('processed', async () => {
  const result = await postcss(plugins).process(css, {
    from: '/in/a.css',
    to: '/out/a.css',
    map: { inline: false, annotation: true, sourcesContent: false },
  });
  return [
    result.css,
    result.map.toString(),
    result.warnings().map(String),
    result.messages.map(({ type, plugin }) => [type, plugin]),
  ];
});
attempt('sync of async', () => postcss(plugins).process(css, { from: undefined }).css);
await attemptLater(
  'inline',
  async () => (await postcss([plugins[0]]).process(css, { from: 'a.css', map: { inline: true } })).css.length,
);
const root = parse(css, { from: '/x.css' });
const steps = {
  walk: () => {
    const seen = [];
    root.walk((node, index) => {
      seen.push([node.type, index, node.prop ?? node.selector ?? node.name, node.source.start, node.parent.type]);
      return seen.length < 30 ? undefined : false;
    });
    return seen;
  },
  decls: () => {
    const seen = [];
    root.walkDecls(/^(color|p)$/, (decl) => {
      seen.push([decl.toString(), decl.important, decl.raw('between'), decl.positionInside(2)]);
    });
    return seen;
  },
  insert: () => root.first.after('x{y:z}').parent.first.next().toString(),
  move: () => {
    const rule = root.nodes.find((node) => node.type === 'rule');
    rule.append({ prop: 'a', value: 'b' }, 'c:d').prepend(postcss.decl({ prop: 'e', value: 1 }));
    rule.insertBefore(1, 'f:g').insertAfter(rule.last, { text: 'note' });
    return rule.toString();
  },
  built: () =>
    postcss
      .root({
        nodes: [
          postcss.atRule({
            name: 'media',
            params: 'x',
            nodes: [
              postcss.rule({
                selectors: ['a', 'b'],
                nodes: [postcss.decl({ prop: 'c', value: 'd', important: true }), postcss.comment({ text: 'e' })],
              }),
            ],
          }),
        ],
      })
      .toString(),
  replace: () => {
    root.replaceValues(/\\d+px/, { props: ['s'], fast: 'px' }, (text) => `${Number.parseInt(text, 10) * 2}px`);
    return root.toString();
  },
  every: () => [
    root.every((node) => node.type !== 'x'),
    root.some((node) => node.name === 'layer'),
    root.index(root.last),
    root.last.prev()?.type,
    root.first.root() === root,
  ],
  json: () => postcss.fromJSON(JSON.parse(JSON.stringify(root.toJSON()))).toString() === root.toString(),
  removed: () => root.removeAll().toString(),
  list: () => [list.space('a (b c) "d e"'), list.split('a/b', ['/'], true), list.comma('a,b,')],
};
for (const [name, step] of Object.entries(steps)) attempt(name, step);
for (const wrong of [
  'a{',
  'a}',
  '/*',
  'a{b}',
  '"x',
  'a{b:c',
  ':{}',
  '@{',
  'url(',
  'a{:b}',
  'a{b:c}}',
  '((',
  'a{color black}',
  '@media (x{',
  'a{b;c:d}',
])
  attempt(wrong, () => parse(wrong, { from: '/w.css' }).toString());
try {
  parse('a {\n  b: c;\n  d e\n}', { from: '/w.css' });
} catch (error) {
  show('error', [
    error instanceof CssSyntaxError,
    error.line,
    error.column,
    error.reason,
    error.showSourceCode(false),
    String(error),
  ]);
}
await attemptLater('plugin error', () =>
  postcss([
    {
      postcssPlugin: 'bad',
      Declaration(decl) {
        throw decl.error('not this', { word: 'RED', plugin: 'bad' });
      },
    },
  ]).process(css, { from: '/a.css' }),
);
await attemptLater('not a plugin', () => postcss([1]).process(css).css);
