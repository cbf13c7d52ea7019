"""examples/julia.ts in Python, statement by statement. Prints how many seconds the marked work took."""
from math import hypot
from time import perf_counter

try:
    profile
except NameError:
    def profile(function):
        return function

WIDTH = 100
EDGE = 1.8
CENTRE_REAL = -0.62772
CENTRE_IMAGINARY = -0.42193
MAX_ITERATIONS = 254
THRESHOLD = 2


@profile
def calc_point(x, y):
    real = x
    imaginary = y
    stayed = 0
    limit = MAX_ITERATIONS if hypot(x, y) < THRESHOLD else 0
    for _ in range(limit):
        if real * real + imaginary * imaginary < THRESHOLD * THRESHOLD: stayed += 1
        product = real * imaginary
        real = real * real - imaginary * imaginary + CENTRE_REAL
        imaginary = 2 * product + CENTRE_IMAGINARY
    return stayed


def calc_set():
    coordinates = [-EDGE + (index * 2 * EDGE) / WIDTH for index in range(WIDTH)]
    return [calc_point(x, y) for y in coordinates for x in coordinates]


start = perf_counter()
points = calc_set()
seconds = perf_counter() - start
assert len(points) == 10_000 and sum(points) == 287_730
print(seconds)
