"""julia.mjs in Python, line by line."""
from math import hypot

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


@profile_all
def calc_set():
    coordinates = []
    for index in range(WIDTH): coordinates.append(-EDGE + (index * 2 * EDGE) / WIDTH)
    points = []
    for y in coordinates:
        for x in coordinates:
            points.append(calc_point(x, y))
    return points


@profile_all
def run():
    total = 0
    for stayed in calc_set(): total += stayed
    return total
