"""The Julia set of `programs/cost` for kernprof: only `calc_point` is profiled. Prints how many seconds the work took."""
import builtins
import sys
from pathlib import Path
from time import perf_counter

identity = lambda function: function
if not hasattr(builtins, 'profile'): builtins.profile = identity
builtins.profile_all = identity

sys.path.insert(0, str(Path(__file__).parent / 'programs' / 'cost'))
from julia import calc_set

start = perf_counter()
points = calc_set()
seconds = perf_counter() - start
assert len(points) == 10_000 and sum(points) == 287_730
print(seconds)
