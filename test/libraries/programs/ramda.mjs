import * as R from 'ramda';
import { attempt, exercise, show } from './show.mjs';

// No functions where one is shown as text, which shows the probes.
exercise(
  R,
  () => [
    [
      [3, 1, 2],
      [2, 5],
    ],
    [(n) => n + 1, [1, 2, 3]],
    [2, [1, 2, 3, 4]],
    ['a', { a: 1, b: { c: 2 } }],
    [['b', 'c'], { b: { c: 2 } }],
    [(n) => n > 1, (n) => n * 2, [1, 2]],
    [(x, y) => [x, y], 0, [1, 2, 3]],
    [
      { a: 1, b: [2] },
      { b: [3], c: 4 },
    ],
    [5, 3],
    ['-', 'a-b-c'],
    [/b/g, 'x', 'abba'],
    [],
    [null, undefined],
  ],
  { except: ['toString', 'thunkify', 'repeat', 'until', 'unfold', 'times', 'range'] },
);
const lens = R.compose(R.lensPath(['a', 0]), R.lensProp('b'));
show('lens', [
  R.view(lens, { a: [{ b: 1 }] }),
  R.set(lens, 2, { a: [{ b: 1 }] }),
  R.over(lens, R.inc, { a: [{ b: 1 }] }),
]);
const pipeline = R.pipe(
  R.filter(R.where({ age: R.gt(R.__, 20) })),
  R.groupBy(R.prop('city')),
  R.map(R.pluck('name')),
  R.toPairs,
  R.sortBy(R.head),
);
show(
  'pipeline',
  pipeline([
    { name: 'a', age: 30, city: 'x' },
    { name: 'b', age: 10, city: 'x' },
    { name: 'c', age: 40, city: 'y' },
  ]),
);
show('transduced', [
  R.into(
    [],
    R.compose(
      R.map(R.multiply(2)),
      R.filter(R.lt(4)),
      R.take(3),
      R.dropWhile((n) => n < 8),
    ),
    R.range(1, 20),
  ),
  R.transduce(
    R.compose(
      R.chain((n) => [n, n]),
      R.uniq,
    ),
    R.flip(R.append),
    [],
    [1, 2, 1],
  ),
  R.into('', R.map(R.toUpper), ['a', 'b']),
]);
const curried = R.curry((a, b, c, d) => [a, b, c, d]);
show('curried', [
  curried(1)(2)(3)(4),
  curried(1, R.__, 3)(2)(4),
  curried(R.__, 2)(1, 3, 4),
  curried.length,
  curried(1).length,
]);
attempt('cond', () =>
  R.map(
    R.cond([
      [R.is(String), R.toUpper],
      [R.either(R.equals(0), R.isNil), R.always('none')],
      [R.T, R.identity],
    ]),
    ['a', 0, null, 5],
  ),
);
show('converge', R.converge(R.divide, [R.sum, R.length])([1, 2, 3, 6]));
show(
  'memoized',
  ((count) => {
    const slow = R.memoizeWith(String, (n) => {
      count++;
      return n;
    });
    slow(1);
    slow(1);
    slow(2);
    return count;
  })(0),
);
show('equal', [
  R.equals(new Map([[1, { a: new Set([1]) }]]), new Map([[1, { a: new Set([1]) }]])),
  R.equals(/a/g, /a/i),
  R.equals(Number.NaN, Number.NaN),
  R.identical(0, -0),
  R.equals(new Date(1), new Date(1)),
]);
show('evolved', R.evolve({ a: R.inc, b: { c: R.toUpper }, d: [R.dec] }, { a: 1, b: { c: 'x' }, d: [3, 4], e: 5 }));
show('applied', [
  R.applySpec({ sum: R.add, nested: { mul: R.multiply } })(2, 4),
  R.ap([R.inc, R.dec], [1, 2]),
  R.lift((x, y) => x + y)([1, 2], [10, 20]),
  R.sequence(Array.of, [[1, 2], [3]]),
  R.traverse(Array.of, (n) => [n, -n], [1, 2]),
  R.juxt([Math.min, Math.max])(3, 1, 2),
]);
R.pipeWith(R.andThen)([async (n) => n + 1, R.multiply(3)])(4).then((n) => show('async', n));
R.otherwise((error) => show('failed', error.message), Promise.reject(new Error('no')));
