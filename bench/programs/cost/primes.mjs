/** Counting primes by trial division: integer arithmetic in a short function that is called often. */
const LIMIT = 50_000;

function isPrime(candidate) {
  if (candidate < 2) return false;
  if (candidate % 2 === 0) return candidate === 2;
  for (let divisor = 3; divisor * divisor <= candidate; divisor += 2) {
    if (candidate % divisor === 0) return false;
  }
  return true;
}

function primesUpTo(limit) {
  const primes = [];
  for (let candidate = 0; candidate <= limit; candidate++) {
    if (isPrime(candidate)) {
      primes.push(candidate);
    }
  }
  return primes;
}

export function run() {
  const primes = primesUpTo(LIMIT);
  return primes.length * 7 + primes[primes.length - 1];
}
