import { check, format, formatWithCursor, getSupportInfo } from 'prettier';
import { javaScript, typeScript } from './sample-source.mjs';
import { attemptLater, show } from './show.mjs';

const long =
  'const x = veryLongFunctionName(firstArgument, secondArgument, (element) => element.property.another, { a: 1, b: [1,2,3] });\n';
const texts = {
  babel: javaScript + long,
  typescript: typeScript + long,
  espree: 'var a = function(){return{b:1}}, c = a ? b : d ? e : f; if(a)b();else if(c)d()',
  css: '@media (max-width:100px){a:hover,b>c{color:RED;background:url( x.png )}}@import "x";:root{--a:{b:c}}',
  scss: '$a:1;@mixin m($x:1){a:$x;&:hover{b:c}}.d{@include m(2);@extend %e;@if $a==1{f:g}@else{h:i}}',
  less: '@a:1px;.m(@x){w:@x}.b{.m(2);&:extend(.c);@media print{d:e}}',
  html: '<!doctype html><html><head><style>a{b:c}</style><script>let  a=1</script></head><body><p>some <b>bold</b> text<br>more</p><pre>\n x</pre><ul><li>1<li>2</ul><!-- c --></body></html>',
  vue: '<template><div v-if="a&&b" :x="{a:1}" @click="f( )">{{ a|b }}</div></template><script>export default{data(){return{}}}</script>',
  angular: '<div *ngFor="let a of b;trackBy:c" [x]="y|z" (click)="f();g()">@if(a){<b/>}@else{c}</div>',
  markdown:
    '# a\n\n* b\n* c\n    1. d\n\n|a|b|\n|-|:-:|\n|1|22|\n\n```js\nlet  a=1\n```\n\n[x]: http://y "z"\n\n*e* __f__\n***\n',
  yaml: 'a:   1\nb:\n    - c\n    -   d: |\n          text\n    - &x {e: f, g: [h]}\n    - *x\n# c\n---\n? k\n: v\n',
  json: '{"a":1,"b":[1,2,{"c":null}],// x\n"d":"e"}',
  graphql:
    'query Q($a:Int=1){f(x:$a)@include(if:true){...on T{g}...F}} fragment F on T{h} type T implements A&B{i(j:[K!]!=1):L}',
  handlebars: '<div class="a {{b}}">{{#if c}}{{d "e" f=1}}{{else}}<g/>{{/if}}</div>',
};
const styles = [
  {},
  {
    semi: false,
    singleQuote: true,
    tabWidth: 4,
    printWidth: 60,
    trailingComma: 'none',
    arrowParens: 'avoid',
    proseWrap: 'always',
    bracketSameLine: true,
    objectWrap: 'collapse',
    experimentalTernaries: true,
  },
];

for (const [parser, text] of Object.entries(texts)) {
  for (const [index, style] of styles.entries()) {
    await attemptLater(`${parser} ${index}`, () => format(text, { parser, ...style }));
  }
  await attemptLater(`${parser} checked`, () => check(text, { parser }));
}
await attemptLater('cursor', () => formatWithCursor('let  a=1;\n b ( )', { parser: 'babel', cursorOffset: 9 }));
await attemptLater('range', () =>
  format('let  a=1;\nlet  b=2;\nlet  c=3;\n', { parser: 'babel', rangeStart: 11, rangeEnd: 19 }),
);
for (const [parser, text] of [
  ['babel', 'let = ='],
  ['css', 'a{'],
  ['json', '{a'],
  ['graphql', '{'],
  ['yaml', 'a: b: c'],
  ['typescript', 'type = 1'],
  ['none', ''],
]) {
  await attemptLater(`wrong ${parser}`, () => format(text, { parser }));
}
show(
  'languages',
  (await getSupportInfo()).languages.map(({ name, parsers }) => `${name} ${parsers}`),
);
