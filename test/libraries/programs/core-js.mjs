import { createRequire } from 'node:module';
import { attempt, attemptLater, seededRandom, show } from './show.mjs';

const iterate = Symbol.iterator;
const [NativeMap, NativeSet] = [Map, Set];
const require = createRequire(import.meta.url);
// As if the natives were not there, so that the library's own versions have to do the work.
const arrays = [
  'at',
  'find-last',
  'find-last-index',
  'flat',
  'flat-map',
  'includes',
  'copy-within',
  'to-sorted',
  'to-spliced',
  'to-reversed',
  'with',
];
const texts = [
  'at-alternative',
  'match-all',
  'replace-all',
  'pad-start',
  'pad-end',
  'trim-start',
  'trim-end',
  'code-point-at',
  'is-well-formed',
];
const objects = ['from-entries', 'entries', 'values', 'has-own', 'group-by', 'get-own-property-descriptors'];
const others = [
  'es.promise.all-settled',
  'es.promise.any',
  'es.promise.with-resolvers',
  'es.promise.try',
  'es.weak-map',
  'es.weak-set',
  'es.aggregate-error',
  'web.url',
  'web.url-search-params',
  'web.structured-clone',
  'web.queue-microtask',
  'web.btoa',
  'web.atob',
  'web.dom-exception.constructor',
];
const named = [
  arrays.map((name) => `es.array.${name}`),
  texts.map((name) => `es.string.${name}`),
  objects.map((name) => `es.object.${name}`),
  others,
];
require('core-js/configurator')({ usePolyfill: named.flat() });
require('core-js/full');

const random = seededRandom(6);
const numbers = Array.from({ length: 30 }, () => Math.floor(random() * 50));
for (const [name, ...values] of [
  ['at', -2],
  ['findLast', (n) => n < 9],
  ['findLastIndex', (n) => n < 9],
  ['flat', 2],
  ['flatMap', (n) => [n, [n]]],
  ['includes', Number.NaN],
  ['copyWithin', 0, 3, 6],
  ['toSorted'],
  ['toSorted', (a, b) => b - a],
  ['toSpliced', 1, 25, 'x'],
  ['toReversed'],
  ['with', 0, 'w'],
  ['with', 99, 1],
  ['uniqueBy', (n) => n % 5],
  ['filterReject', (n) => n > 9],
  ['lastItem'],
])
  attempt(`array ${name}`, () =>
    typeof numbers[name] === 'function' ? numbers.slice()[name](...values) : numbers[name],
  );
for (const [name, ...values] of [
  ['at', -1],
  ['replaceAll', 'a', (match, at) => match + at],
  ['replaceAll', /a/, ''],
  ['padStart', 12, 'xy'],
  ['padEnd', 3],
  ['trimStart'],
  ['trimEnd'],
  ['codePointAt', 1],
  ['isWellFormed'],
  ['toWellFormed'],
  ['dedent'],
  ['codePoints'],
])
  attempt(`string ${name}`, () => {
    const result = ' a😀b a '[name](...values);
    return result?.[iterate] && typeof result !== 'string' ? [...result] : result;
  });
show(
  'matches',
  [...'a1b22'.matchAll(/(?<letter>[a-z])(\d+)/g)].map((match) => [...match, match.index, match.groups]),
);
attempt('grouped', () => Object.groupBy(numbers, (n) => (n % 2 ? 'odd' : 'even')));
attempt('objects', () => [
  Object.fromEntries([
    ['a', 1],
    ['b', 2],
  ]),
  Object.entries({ x: 1 }),
  Object.values('ab'),
  Object.hasOwn({ y: 1 }, 'y'),
]);
attempt('url', () => {
  const url = new URL('../a b?x=1&x=2#ü', 'HTTP://user:pw@EXÄMPLE.com:80/q/w/e');
  url.searchParams.append('y', '&');
  url.searchParams.sort();
  return [
    url.href,
    url.host,
    url.origin,
    url.username,
    [...url.searchParams],
    String(new URLSearchParams({ a: 'b c' })),
    url.toJSON(),
  ];
});
for (const text of [
  'http://[::1]:99999',
  'http://256.1.1.1',
  'file:///C|/x',
  'x:',
  'http://a b',
  '//x',
  'http://0x7f.1/',
  'http://%41/',
  'blob:https://a/b',
  'javascript:1',
  'http://a/%zz?%é',
])
  attempt(text, () => new URL(text).href);
attempt('cloned', () =>
  structuredClone({
    a: [new Date(0), /x/g, new NativeMap([[1, new NativeSet([2])]])],
    b: new Error('e').message,
    c: new Uint8Array([1]),
    d: 10n,
    e: undefined,
  }),
);
attempt('not cloned', () => structuredClone(() => {}));
attempt('base64', () => [btoa('\u00ffab'), atob('/2Fi'), atob('*')]);
attempt('wide', () => btoa('\u0100'));
const weak = new WeakMap();
const key = Object.freeze({});
weak.set(key, 1);
attempt('weak', () => [weak.get(key), weak.has({}), weak.delete(key), new WeakSet([key]).has(key), String(weak)]);
attempt('weak wrong', () => new WeakMap([[1, 2]]));
attempt('iterator', () => [
  globalThis.Iterator.from([1, 2, 3, 4])
    .filter((n) => n > 1)
    .map((n) => n * 2)
    .drop(1)
    .take(5)
    .flatMap((n) => [n, n])
    .toArray(),
  [...(globalThis.Iterator.concat?.([1], [2]) ?? [])],
  globalThis.Iterator.range?.(0, 5, 2)?.toArray?.(),
]);
attempt('sets', () => [
  [...new NativeSet([1, 2, 3]).union(new NativeSet([4]))],
  [...new NativeSet([1, 2]).intersection(new NativeSet([2]))],
  new NativeSet([1]).isSubsetOf(new NativeSet([1, 2])),
  [...new NativeSet([1, 2]).symmetricDifference(new NativeSet([2, 3]))],
]);
attempt('aggregate', () => new AggregateError([1, new TypeError('x')], 'several', { cause: 'why' }).errors.length);
attempt('math', () => [
  Math.sumPrecise?.([0.1, 0.2, 1e20, -1e20]),
  Math.clamp?.(5, 1, 3),
  Math.f16round?.(1.337),
  Number.fromString?.('ff', 16),
]);
attempt('composite', () => [
  globalThis.compositeKey?.(1, 'a') === globalThis.compositeKey?.(1, 'a'),
  Symbol.observable?.description,
]);
await attemptLater('settled', () =>
  Promise.allSettled([1, Promise.reject(new Error('no')), { then: (done) => done(3) }]),
);
await attemptLater('any', () => Promise.any([Promise.reject(1), 2]));
await attemptLater('none', () => Promise.any([Promise.reject(1)]));
await attemptLater('try', () =>
  Promise.try((a) => {
    throw new RangeError(a);
  }, 'tried'),
);
await attemptLater('resolvers', () => {
  const { promise, resolve } = Promise.withResolvers();
  queueMicrotask(() => resolve('later'));
  return promise;
});
await attemptLater('async array', () =>
  Array.fromAsync?.(
    (async function* () {
      yield 1;
      yield 2;
    })(),
    (n) => n * 2,
  ),
);
