import { all, create } from 'mathjs';
import { attempt, show } from './show.mjs';

const math = create(all, { randomSeed: 'fixed' });
const expressions = [
  '1 + 2 * 3 ^ 2',
  'sqrt(-4)',
  '2 i * (3 + i)',
  '5 cm to inch',
  '90 km/h in m/s',
  '[1, 2; 3, 4] * [5; 6]',
  'det([1, 2; 3, 4])',
  'inv([4, 7; 2, 6])',
  'f(x) = x^2 + 1; f(3)',
  'a = [1, 2, 3]; a[2] = 7; a',
  'sum(1:10)',
  'mean([1, 2, 3.5])',
  'std([1, 2, 3, 4])',
  'factorial(20)',
  'gcd(12, 18, 27)',
  'bignumber(1) / 3',
  'fraction(1, 3) + fraction(1, 6)',
  'sin(45 deg)',
  'cross([1, 2, 3], [4, 5, 6])',
  'x = 5; x > 3 ? "big" : "small"',
  '{a: {b: 1}}.a.b',
  'map([1, 2, 3], f(x) = x * 2)',
  'filter([1, -2, 3], x > 0)',
  'sort([3, 1, 2], "desc")',
  'concat([1], [2])',
  'format(1/3, 4)',
  'derivative("x^3 + sin(x)", "x")',
  'simplify("2x + 3x - x * 0")',
  'rationalize("(x+1)/(x-1) + 1/x")',
  'eigs([2, 0; 0, 3])',
  'lup([1, 2; 3, 4])',
  'qr([1, 2; 3, 4])',
  'lusolve([2, 1; 1, 3], [3; 5])',
  'fft([1, 0, 0, 0])',
  'expm([0, 1; 0, 0])',
  'kron([1, 2], [3, 4])',
  'range(1, 9, 2)',
  'reshape(1:6, [2, 3])',
  'transpose([1, 2; 3, 4])',
  'combinations(5, 2)',
  'stirlingS2(5, 2)',
  'gamma(5.5)',
  'erf(0.5)',
  'zeta(2)',
  'quantileSeq([1, 3, 5, 7], 0.3)',
  'bin(13)',
  'bitAnd(12, 10)',
  '1 << 4',
  'xor(true, false)',
  'hypot(3, 4)',
  'cbrt(27)',
  'nthRoot(16, 4)',
  'log(100, 10)',
  'atan2(1, 1)',
  'mod(-7, 3)',
  'round(2.567, 2)',
  'to(2 hour, minute)',
  '"text"[2:3]',
  '3 and 0',
  'not true',
  '5!',
  "[1, 2]'",
  '2 kg m / s^2',
  'typeOf(1 + i)',
  'compare(1, 2)',
  'deepEqual([1], [1])',
  'sparse([1, 0; 0, 1]) * 2',
  'polynomialRoot(6, -5, 1)',
  'solveODE(f(t, y) = y, [0, 1], 1).y[end]',
  'setUnion([1, 2], [2, 3])',
  'variance([2, 4, 6])',
  'mode([1, 2, 2])',
  'prod(1, 2, 3)',
  'nonexistent(1)',
  '1 +',
  '[1, 2] * [1, 2, 3]',
  '5 cm + 2 kg',
  'x +* 3',
  'sqrt("a")',
  '{a:1}.b.c',
  '[1,2][9]',
  'inv([1, 2; 2, 4])',
];
for (const expression of expressions) {
  attempt(expression, () => math.format(math.evaluate(expression), { precision: 10 }));
  attempt(`${expression} as TeX`, () => math.parse(expression).toTex());
}
for (const number of ['BigNumber', 'Fraction', 'bigint']) {
  const other = create(all, { number, predictable: true });
  for (const expression of expressions.slice(0, 30))
    attempt(`${number} ${expression}`, () => other.format(other.evaluate(expression)));
}
const node = math.parse('a * (b + 2) / sin(c)');
show(
  'transformed',
  node.transform((inner) => (inner.isSymbolNode && inner.name === 'b' ? new math.ConstantNode(3) : inner)).toString(),
);
show('compiled', node.compile().evaluate({ a: 2, b: 4, c: 1 }));
node.traverse((inner, path, parent) => show('node', [inner.type, path, parent?.type]));
show('chained', math.chain([1, 2, 3]).add(4).multiply(2).subset(math.index(1)).done());
const parser = math.parser();
for (const line of ['r = 3', 'area(q) = pi * q^2', 'area(r)', 'r += 1', 'missing'])
  attempt(line, () => parser.evaluate(line));
math.import({
  hello: (name) => `hello ${name}`,
  twice: math.typed('twice', {
    number: (n) => n * 2,
    string: (text) => text + text,
    'Array | Matrix': (list) => math.map(list, (n) => n * 2),
  }),
});
for (const line of ['hello("x")', 'twice(2)', 'twice("ab")', 'twice([1, 2])', 'twice(true, 1)'])
  attempt(line, () => math.evaluate(line));
show('random', [math.random(), math.randomInt(1, 100), math.pickRandom([1, 2, 3])]);
show('help', math.help('derivative').toString());
