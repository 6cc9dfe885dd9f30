"""What the checks share."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/spark"
sys.path.insert(0, str(EXAMPLE))


class CheckFailed(AssertionError):
    pass


def plain(newsmark, articles):
    """The report of each article by its id, as the plain command writes it."""
    lines = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    return reports(answered(newsmark, lines.encode()))


def answered(newsmark, lines):
    command = [newsmark, "batch", "--unit", "codepoint"]
    return subprocess.run(command, input=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True).stdout


def reports(output):
    """The bytes of each report by the id before it."""
    found = {}
    for line in output.decode().splitlines():
        id, _, report = line.removeprefix('{"id":').partition(',"report":')
        if report:
            found[json.loads(id)] = report[:-1]
    return found


def stand_in(folder, newsmark, hold):
    """A command that is newsmark but for what stand_in.py does. It is one file, and can be sent about."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hold").write_text(str(hold))
    path = folder / "newsmark"
    words = [sys.executable, Path(__file__).with_name("stand_in.py"), folder, newsmark]
    path.write_text("#!/bin/sh\nexec " + " ".join(f"'{word}'" for word in words) + ' "$@"\n')
    path.chmod(0o755)
    return str(path)


def wait_for(what, condition, seconds=120):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise CheckFailed(f"{what}: not in {seconds} seconds")
        time.sleep(0.05)
    return found


def processes():
    """State, parent and process group of every process."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            state, parent, group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            found[int(entry.name)] = state, int(parent), int(group)
        except OSError:  # gone meanwhile
            pass
    return found


def alive_in_group(pid):
    return [one for one, (state, _, group) in processes().items() if group == pid and state not in "ZX"]


def descendants(pid):
    """The process and all that it started, those in other process groups as well."""
    parents = {one: parent for one, (_, parent, _) in processes().items()}
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def kill(pid):
    """Kills a process with all that it started, as a machine that goes dark does."""
    for one in descendants(pid):
        try:
            os.kill(one, 9)
        except ProcessLookupError:
            pass
