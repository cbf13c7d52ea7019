/** Counts the primes below a limit by trial division. */
const LIMIT = 20_000;

// @profile
function isPrime(candidate: number): boolean {
  if (candidate < 2) return false;
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
    if (candidate % divisor === 0) {
      return false;
    }
  }
  return true;
}

// @profile
function primesBelow(limit: number): number[] {
  const primes: number[] = [];
  for (let candidate = 0; candidate < limit; candidate++) {
    if (isPrime(candidate)) {
      primes.push(candidate);
    }
  }
  return primes;
}

const primes = primesBelow(LIMIT);
console.log(`${primes.length} primes below ${LIMIT}, the largest is ${primes.at(-1)}`);
