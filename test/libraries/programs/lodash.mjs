import _ from 'lodash';
import { attempt, exercise, show } from './show.mjs';

const people = () => [
  { name: 'ann', age: 31, tags: ['a', 'b'] },
  { name: 'bob', age: 25, tags: [] },
  { name: 'cy', age: 31, address: { city: 'x' } },
];
exercise(
  _,
  () => [
    [],
    [[3, 1, 2, 1, null, [4, [5]]], 2],
    [people(), 'age'],
    [people(), (person) => person.age > 30],
    [{ a: 1, b: { c: [1, 2] } }, ['b', 'c'], 7],
    ['some text Here-and_there', 'e', 'E'],
    [[1, 2, 3], [2, 3, 4], (a, b) => a - b],
    [5, 1, 12.345],
    [(a, b) => [a, b], [1, 2], { leading: true }],
    [new Map([[1, { a: 2 }]]), new Set([1]), Number.NaN],
  ],
  {
    except: [
      'now',
      'uniqueId',
      'random',
      'sample',
      'sampleSize',
      'shuffle',
      'delay',
      'defer',
      'runInContext',
      'noConflict',
      'debounce',
      'throttle',
      'mixin',
    ],
  },
);
const chained = _.chain(people()).filter({ age: 31 }).map('name').map(_.upperCase).reverse().take(1);
show('chain', chained.value());
show(
  'lazy',
  _(_.range(1_000))
    .map((n) => n * 2)
    .filter((n) => n % 3 === 0)
    .takeRight(3)
    .value(),
);
const curried = _.curry((a, b, c) => [a, b, c]);
show('curry', [curried(1)(2)(3), curried(1, _, 3)(2)]);
const render = _.template(
  '<% _.forEach(items, (item) => { %><li><%- item %></li><% }); %><%= "${x}" %>${items.length}',
);
show('template', render({ items: ['<a>', 'b'] }));
show(
  'memoize',
  ((count) => {
    const slow = _.memoize((n) => [n, ++count]);
    return [slow(1), slow(1), slow(2)];
  })(0),
);
show('flow', _.flow([_.add, (n) => n * n])(1, 2));
const source = {
  a: [1, { b: new Date(0) }],
  c: /x/g,
  d: new Map([[{}, new Set([1])]]),
  e: new Uint8Array([1, 2]),
  f: Symbol.for('g'),
};
source.self = source;
const copy = _.cloneDeep(source);
show('clone', [copy, _.isEqual(copy, source), copy.self === copy]);
attempt('own lodash', () =>
  _.runInContext({ Array, Object, Math, Function, String, TypeError, RegExp, Error, Date }).chunk([1, 2, 3], 2),
);
const debounced = _.debounce((n) => show('debounced', n), 5);
const throttled = _.throttle((n) => show('throttled', n), 1_000, { trailing: false });
for (let n = 0; n < 5; n++) {
  debounced(n);
  throttled(n);
}
_.defer((text) => show('deferred', text), 'x');
