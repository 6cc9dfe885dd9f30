"""The recipes of docs/archives.md, run as they stand there."""

import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path

from common import ROOT, answered, kill, wait_for
from make_archive import articles

# A recipe is the block of shell below its mark.
RECIPE = re.compile(r"<!-- recipe: (\S+) -->\n```sh\n(.*?)```", re.S)
RECIPES = dict(RECIPE.findall((ROOT / "docs/archives.md").read_text("utf-8")))


def archive(newsmark, folder):
    """Writes articles of a line each, among them one that is refused; returns what the plain command says."""
    lines, wanted = made(newsmark)
    (folder / "archive.jsonl").write_bytes(lines)
    return wanted


@cache
def made(newsmark):
    # A whole part and a short one, which is there while the other is still worked on.
    lines = [json.dumps(article, ensure_ascii=False) for article in articles(1200)]
    lines[600] = '{"id": "day", "text": "It rained.", "published": "2021-02-30"}'
    archive = "".join(line + "\n" for line in lines).encode()
    return archive, answered(newsmark, archive)


def shell(newsmark, folder, name):
    path = f"{Path(newsmark).parent}{os.pathsep}{os.environ['PATH']}"
    # The recipes count in UTF-16, as the command does where nothing is said; the comparison in code points.
    script = RECIPES[name].replace("newsmark batch", "newsmark batch --unit codepoint")
    environment = {**os.environ, "PATH": path, "HOME": str(folder)}
    return subprocess.Popen(
        ["sh", "-euc", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def run(newsmark, folder, name):
    process = shell(newsmark, folder, name)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, f"{name}: {said.decode()}"


def whole(folder, wanted):
    """The reports, in the order of the archive, whether in one file or in parts."""
    found = folder / "reports.jsonl"
    if found.exists():
        return found.read_bytes() == wanted
    return b"".join(part.read_bytes() for part in sorted((folder / "reports").glob("*.jsonl"))) == wanted


def plain_recipe(newsmark, folder):
    wanted = archive(newsmark, folder)
    run(newsmark, folder, "plain")
    assert whole(folder, wanted)


def xargs_recipe(newsmark, folder):
    restartable(newsmark, folder, "xargs")


def parallel_parts_recipe(newsmark, folder):
    restartable(newsmark, folder, "parallel-parts")


def restartable(newsmark, folder, name):
    """Killed in the middle and started again, it does the rest."""
    wanted = archive(newsmark, folder)
    run(newsmark, folder, "split")
    parts = len(list((folder / "parts").iterdir()))
    assert parts == 2
    process = shell(newsmark, folder, name)
    done = lambda: {path.name: path.stat().st_mtime_ns for path in (folder / "reports").glob("*.jsonl")}
    wait_for("the first part", done)
    kill(process.pid)
    process.communicate()
    run(newsmark, folder, name)
    assert whole(folder, wanted)
    before = done()
    run(newsmark, folder, name)
    assert done() == before, "what is done is not done again"
    assert not list((folder / "reports").glob("*.part"))


def parallel_pipe_recipe(newsmark, folder):
    wanted = archive(newsmark, folder)
    run(newsmark, folder, "parallel-pipe")
    assert whole(folder, wanted)


CHECKS = [plain_recipe, xargs_recipe, parallel_parts_recipe, parallel_pipe_recipe]
