import * as d3 from 'd3-array';
import { attempt, exercise, seededRandom, show } from './show.mjs';

const random = seededRandom(3);
const numbers = Array.from({ length: 40 }, () => Math.round(random() * 1_000) / 10);
const rows = numbers.map((value, index) => ({
  value,
  group: 'abc'[index % 3],
  date: new Date(Date.UTC(2020, index % 12, 1)),
}));
// V8 words the error of a wrong `yield*` by the text around it, so `merge` is not given numbers.
exercise(
  d3,
  () => [
    [numbers.slice()],
    [numbers.slice(), (n) => n % 7],
    [numbers.slice(0, 6), 0.25],
    [rows, (row) => row.value],
    [rows, (rows_) => rows_.length, (row) => row.group],
    [1, 100, 7],
    [new Set([1, 2]), new Set([2, 3])],
    [],
    [[3, undefined, Number.NaN, null, '7']],
  ],
  { except: ['merge', 'shuffle', 'shuffler', 'blur2', 'blurImage'] },
);
show(
  'group',
  d3.group(
    rows,
    (row) => row.group,
    (row) => row.date.getUTCMonth() % 2,
  ),
);
show(
  'rollups',
  d3.rollups(
    rows,
    (list) => d3.mean(list, (row) => row.value),
    (row) => row.group,
  ),
);
show(
  'index',
  d3.index(rows.slice(0, 3), (row) => row.value),
);
attempt('twice', () => d3.index(rows, (row) => row.group));
show(
  'bins',
  d3
    .bin()
    .value((row) => row.value)
    .domain([0, 100])
    .thresholds(7)(rows)
    .map((bin) => [bin.x0, bin.x1, bin.length]),
);
for (const rule of ['thresholdFreedmanDiaconis', 'thresholdScott', 'thresholdSturges'])
  show(
    rule,
    d3
      .bin()
      .thresholds(d3[rule])(numbers)
      .map(({ x0, x1, length }) => [x0, x1, length]),
  );
show(
  'bisect',
  numbers
    .toSorted(d3.ascending)
    .map((n, at, sorted) => [d3.bisectLeft(sorted, n), d3.bisectRight(sorted, n), d3.bisectCenter(sorted, n + 1), at]),
);
const by = d3.bisector((row, value) => row.value - value);
show('bisector', [by.left(rows, 50), by.right(rows, 50), by.center(rows, 50)]);
show('shuffled', d3.shuffler(seededRandom(9))(numbers.slice()));
show(
  'sorted',
  d3
    .sort(
      rows,
      (row) => row.group,
      (row) => -row.value,
    )
    .map((row) => row.value),
);
show('selected', d3.quickselect(numbers.slice(), 20));
const adder = new d3.Adder();
for (const n of [0.1, 0.2, 1e20, -1e20, 0.3]) adder.add(n);
show('adder', [+adder, d3.fsum([0.1, 0.2, 0.3]), d3.fcumsum([0.1, 0.2, 0.3])]);
const dates = new d3.InternMap(rows.map((row) => [row.date, row.value]));
show('interned', [
  dates.size,
  dates.get(new Date(Date.UTC(2020, 3, 1))),
  new d3.InternSet(rows.map((row) => row.date)).size,
]);
for (const [start, stop, count] of [
  [0, 1, 10],
  [-5, 5, 3],
  [1, 0, 4],
  [0, 1e-9, 5],
  [0, 1e9, 7],
  [0, 0, 1],
])
  show(`ticks ${start} ${stop} ${count}`, [
    d3.ticks(start, stop, count),
    d3.tickStep(start, stop, count),
    d3.tickIncrement(start, stop, count),
    d3.nice(start, stop, count),
  ]);
show('blurred', [
  d3.blur(numbers.slice(), 2.5),
  d3.blur2({ data: numbers.slice(0, 12), width: 4, height: 3 }, 1),
  d3.blurImage({ data: new Uint8ClampedArray(64).fill(9, 0, 30), width: 4, height: 4 }, 1),
]);
show('merged', d3.merge([[1], [2, 3], new Set([4])]));
show('cross', [
  d3.cross([1, 2], ['a', 'b'], (a, b) => a + b),
  d3.pairs([1, 2, 3]),
  d3.zip([1, 2], [3, 4]),
  d3.transpose([
    [1, 2],
    [3, 4],
  ]),
]);
