"""primes.mjs in Python, line by line."""
LIMIT = 50_000


@profile
def is_prime(candidate):
    if candidate < 2: return False
    if candidate % 2 == 0: return candidate == 2
    divisor = 3
    while divisor * divisor <= candidate:
        if candidate % divisor == 0: return False
        divisor += 2
    return True


@profile_all
def primes_up_to(limit):
    primes = []
    for candidate in range(limit + 1):
        if is_prime(candidate):
            primes.append(candidate)
    return primes


@profile_all
def run():
    primes = primes_up_to(LIMIT)
    return len(primes) * 7 + primes[-1]
