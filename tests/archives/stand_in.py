"""Stands between Spark and newsmark: waits in the middle, dies or falls silent where an article says so.

    stand_in.py FOLDER COMMAND ARGUMENTS…

FOLDER holds `hold`, after how many lines to wait, and may hold `go`, which ends all waiting.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

folder, command = Path(sys.argv[1]), sys.argv[2:]
hold = int((folder / "hold").read_text())
# Its answers go straight to whoever asked.
newsmark = subprocess.Popen(command, stdin=subprocess.PIPE)
for number, line in enumerate(sys.stdin.buffer):
    if number == hold:
        (folder / f"held-{os.getpid()}").touch()
        while not (folder / "go").exists():
            time.sleep(0.05)
    if b"KILLS" in line:
        os._exit(9)
    if b"HANGS" in line:
        time.sleep(600)
    newsmark.stdin.write(line)
    newsmark.stdin.flush()
newsmark.stdin.close()
sys.exit(newsmark.wait())
