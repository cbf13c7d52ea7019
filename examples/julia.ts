/** The Julia set of High Performance Python (Gorelick and Ozsvald), 100 by 100 points. */
const WIDTH = 100;
const EDGE = 1.8;
const CENTRE = { real: -0.62772, imaginary: -0.42193 };
const MAX_ITERATIONS = 254;
const THRESHOLD = 2;

/** For how many iterations the point stays within the threshold. One that starts beyond it never comes back. */
// @profile
function calcPoint(x: number, y: number): number {
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

function calcSet(): number[][] {
  const coordinates = Array.from({ length: WIDTH }, (_, index) => -EDGE + (index * 2 * EDGE) / WIDTH);
  return coordinates.map((y) => coordinates.map((x) => calcPoint(x, y)));
}

const points = calcSet().flat();
const total = points.reduce((sum, stayed) => sum + stayed, 0);
console.log(
  `${points.length} points stay within the threshold for ${total} iterations, the longest for ${Math.max(...points)}`,
);
