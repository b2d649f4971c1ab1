"""Runs a command that notes its statements, and kills it at every STEPth of them in turn, until it gets through.

Usage: kill_at.py STEP COMMAND...

Each run is killed a few milliseconds into the statement after its first STEP ones. Statements on rows are done again by the
next run: when that begins where the one before began, it is let go one statement further. Those that only add content types and
permissions are all alike; of these every fortieth is met.
"""

import os
import re
import signal
import subprocess
import sys
import time

STATEMENT = re.compile(r"^(.*) \(statement (\d+) of (\d+)\)")


def run(place):
    """Whether the command was killed at that place, and how many statements it had to do."""
    process = subprocess.Popen(
        sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    lines, seen, total = [], 0, 0
    for line in process.stderr:
        lines.append(line)
        statement = STATEMENT.match(line)
        if statement:
            seen += 1
            total = int(statement.group(3))
            if seen == (max(place, 41) if "content types" in statement.group(1) else place):
                time.sleep(total * 7 % 20 / 1000)
                os.killpg(process.pid, signal.SIGKILL)
                break
    code = process.wait()
    if code not in (0, -signal.SIGKILL):
        sys.exit("".join(lines) + f"the command ended with {code}")
    return code != 0, total


first = int(sys.argv[1]) + 1
kills, place, before = 0, first, None
while True:
    killed, total = run(place)
    if not killed:
        break
    kills += 1
    place = place + 1 if total == before else first
    before = total
print(f"  killed {kills} times")
if kills == 0:
    sys.exit("nothing was killed")
