"""Files that are made to break a reader, each in a process of its own: seconds, memory, and the line that it ends in.

python benchmarks/hostile.py
"""

from __future__ import annotations

import subprocess

from hostile_work import FILES
from measure import best_of

SECONDS = 20

if __name__ == "__main__":
    print("| file | seconds | MB, the making of the file included | ends with |\n|---|---:|---:|---|")
    for name in FILES:
        try:
            done = best_of("hostile_work.py", name, runs=1, limit=4 * SECONDS)
            print(f"| {name} | {done.clock:.1f} | {done.megabytes:.0f} | {done.result} |", flush=True)
        except subprocess.TimeoutExpired:
            print(f"| {name} | more than {4 * SECONDS} | | |", flush=True)
