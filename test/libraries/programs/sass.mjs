import * as sass from 'sass';
import { attempt, attemptLater, show } from './show.mjs';

const scss = `@use 'sass:math'; @use 'sass:map'; @use 'sass:list'; @use 'sass:string'; @use 'sass:color'; @use 'sass:selector'; @use 'sass:meta'; @use 'other' with ($x: 3);
$map: (a: 1px, b: (c: 2)); @function fib($n) { @if $n < 2 { @return $n; } @return fib($n - 1) + fib($n - 2); } @mixin m($a, $b: 2, $rest...) { w: $a + $b; n: list.length($rest); @content(3); } %base { z: 0; &:hover { y: 1 } }
.a { @extend %base; @include m(1px, 2px, 3, 4) using ($v) { v: $v; } &-suffix & { b: c; } > d, + e { f: g } @each $k, $v in $map { #{$k}: meta.inspect($v); } @for $i from 1 through 3 { &:nth-child(#{$i}) { o: math.div(1, $i); } } $i: 3; @while $i > 0 { i#{$i}: $i; $i: $i - 1; } fib: fib(12); other: other.$x; color: color.mix(red, blue, 30%); c2: color.scale(#369, $lightness: 20%); c3: rgba(1, 2, 3, .5); s: string.to-upper-case("ab") + "c"; calc: calc(1px + 2% * 3); m: math.pow(2, 10) math.sqrt(2); sel: selector.append(".x", ".y"); @media (min-width: 1px) { q: r; @media print { s: t } } @supports not (a: b) { u: v } @at-root .root { x: y } }
@debug "debugged"; @warn "warned"; /* loud #{1 + 1} */ // silent
@if map.has-key($map, a) and not false { .yes { x: map.get($map, b, c) } } @else { .no { x: y } }`;
const options = {
  importers: [
    {
      canonicalize: (url) => new URL(`own:${url}`),
      load: () => ({ contents: '$x: 1 !default; .other { x: $x }', syntax: 'scss' }),
    },
  ],
  functions: {
    'twice($n, $m: 1)': ([n, m]) => new sass.SassNumber(n.assertNumber('n').value * 2 + m.value, 'px'),
    'info($x)': ([x]) => new sass.SassString(`${x.constructor.name} ${x}`),
  },
  logger: {
    warn: (message, { deprecation }) => show('warn', [message, deprecation]),
    debug: (message) => show('debug', message),
  },
};
for (const style of ['expanded', 'compressed'])
  attempt(style, () => {
    const { css, loadedUrls, sourceMap } = sass.compileString(scss, { ...options, style, sourceMap: true });
    return [css, loadedUrls.map(String), sourceMap.mappings];
  });
await attemptLater(
  'async',
  async () =>
    (
      await sass.compileStringAsync('@use "x"; a { b: twice(3, 4); c: info((1, 2)); d: info(red); e: later(1) }', {
        ...options,
        functions: {
          ...options.functions,
          'later($a)': async ([a]) => {
            await null;
            return a;
          },
        },
      })
    ).css,
);
attempt('indented', () => sass.compileString('=m($a)\n  b: $a\na\n  +m(1)\n  c\n    d: e', { syntax: 'indented' }).css);
attempt('css', () => sass.compileString('a{b:c}@media x{d{e:f}}', { syntax: 'css' }).css);
for (const wrong of [
  'a {',
  'a { b }',
  '$x',
  '@include none;',
  'a { b: $c }',
  '@use "none"',
  'a { b: 1px + 1s }',
  '@extend x',
  '@function f() {} a { b: f() }',
  'a { @extend .none }',
  '@return 1',
  '@error "own #{1}"',
  'a { b: math.div(1) }',
  '@each $a in { }',
  'a { b: fib(-) }',
  '@mixin m { @include m } a { @include m(1) }',
  '}',
  'a { &b { c: d } } & { e: f }',
  '@if',
  'a { b: calc(1px + "x") }',
  '@use "sass:none"',
  'a { b: if(1) }',
])
  attempt(wrong, () => sass.compileString(wrong, { logger: sass.Logger.silent }).css);
show('version', sass.info.includes('dart'));
