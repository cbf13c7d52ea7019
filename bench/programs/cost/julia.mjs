/** The Julia set of High Performance Python (Gorelick and Ozsvald), 100 by 100 points: tight floating-point loops. */
const WIDTH = 100;
const EDGE = 1.8;
const CENTRE = { real: -0.62772, imaginary: -0.42193 };
const MAX_ITERATIONS = 254;
const THRESHOLD = 2;

function calcPoint(x, y) {
  let real = x;
  let imaginary = y;
  let stayed = 0;
  const limit = Math.hypot(x, y) < THRESHOLD ? MAX_ITERATIONS : 0;
  for (let iteration = 0; iteration < limit; iteration++) {
    if (real * real + imaginary * imaginary < THRESHOLD * THRESHOLD) stayed++;
    const product = real * imaginary;
    real = real * real - imaginary * imaginary + CENTRE.real;
    imaginary = 2 * product + CENTRE.imaginary;
  }
  return stayed;
}

function calcSet() {
  const coordinates = [];
  for (let index = 0; index < WIDTH; index++) coordinates.push(-EDGE + (index * 2 * EDGE) / WIDTH);
  const points = [];
  for (const y of coordinates) {
    for (const x of coordinates) {
      points.push(calcPoint(x, y));
    }
  }
  return points;
}

export function run() {
  let sum = 0;
  for (const stayed of calcSet()) sum += stayed;
  return sum;
}
