"""Does what main.mjs does. PROFILE says which functions kernprof times: the hot one of the program, or all."""
import builtins
import importlib
import json
import os
import sys
from time import perf_counter

if not hasattr(builtins, "profile"):
    builtins.profile = lambda function: function
builtins.profile_all = builtins.profile if os.environ.get("PROFILE") == "all" else lambda function: function

name, repetitions = sys.argv[1:]
run = importlib.import_module(name).run

checksum = 0
start = perf_counter()
for _ in range(int(repetitions)):
    checksum = (checksum * 31 + run()) % 2**40
ms = (perf_counter() - start) * 1000
print(json.dumps({"ms": ms, "checksum": checksum, "counted": 0, "clockNs": 0}))
