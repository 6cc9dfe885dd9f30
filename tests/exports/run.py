"""Every export of every article, read by a program made for its format.

Run by `cargo xtask test exports`, with the command's path in NEWSMARK.
"""

import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

import articles
import pages
import standoff
import tables
import times

CHECKS = [check for module in (tables, pages, standoff, times) for check in module.CHECKS]


def formats(command):
    """What the command exports to, as it says where it is asked for something else."""
    told = subprocess.run([command, "--format", "?"], capture_output=True, encoding="utf-8").stderr
    names = told.partition("this version writes ")[2].partition(" and marks")[0].split(", ")
    assert "json" in names, told
    return names


def export(command, folder, texts, published):
    """Runs the command once for each format, over all articles of one publication day."""
    inputs = []
    for article in texts:
        path = folder / "in" / f"{article.name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(article.text.encode("utf-8"))
        inputs.append(path)
    for format in formats(command):
        day = ["--published", published] if published else []
        arguments = ["--format", format, "--out", folder / "out", "--unit", "codepoint", *day, *inputs]
        subprocess.run([command, *arguments], check=True, stderr=subprocess.PIPE)


def main():
    command = os.environ["NEWSMARK"]
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    everything = articles.everything()
    for published in sorted({article.published or "" for article in everything}):
        export(command, folder, [a for a in everything if (a.published or "") == published], published)
    passed, failed, marks = 0, 0, 0
    for article in everything:
        names = (folder / "out").glob(f"{article.name}.*")
        files = {path.name.removeprefix(f"{article.name}."): path.read_bytes() for path in names}
        article.load(folder / "out", files, json.loads(files["json"]))
        marks += len(article.pieces)
        for check in CHECKS:
            try:
                check(article)
                passed += 1
            except Exception:
                failed += 1
                print(f"✗ {article.name}: {check.__name__}")
                traceback.print_exc(limit=-2, file=sys.stdout)
    # The hostile texts are there to be marked.
    assert marks > 500, f"only {marks} marks"
    print(f"{len(everything)} articles, {marks} marks")
    print(f"test result: {'FAILED' if failed else 'ok'}. {passed} passed; {failed} failed;")
    sys.exit(failed > 0)


main()
