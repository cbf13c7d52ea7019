"""bubble-sort.mjs in Python, line by line."""
LENGTH = 1_000


@profile_all
def numbers(length, seed):
    values = []
    state = seed
    for _ in range(length):
        state = (state * 1103 + 12345) % 65536
        values.append(state)
    return values


@profile
def bubble_sort(values):
    end = len(values)
    while end > 1:
        last_swap = 0
        for index in range(1, end):
            left = values[index - 1]
            right = values[index]
            if left > right:
                values[index - 1] = right
                values[index] = left
                last_swap = index
        end = last_swap
    return values


@profile_all
def run():
    values = bubble_sort(numbers(LENGTH, 42))
    total = 0
    for value in values: total = (total * 31 + value) % 1_000_003
    return total
