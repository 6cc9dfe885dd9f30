"""What Spark costs beside the plain command: articles for each second of processor time, in one run.

    python measure.py NEWSMARK [ARTICLES]

Seconds of processor time, of everything that a command starts, since these do not depend on what else
the machine does. Each way reads a quarter of the archive, then all of it: the difference leaves out
what it takes to start.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyspark
from make_archive import articles

HERE = Path(__file__).resolve().parent
TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    newsmark = Path(sys.argv[1]).absolute()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        print(table(newsmark, Path(folder), count))


def table(newsmark: Path, folder: Path, count: int) -> str:
    command, submit = shlex.quote(str(newsmark)), Path(pyspark.__file__).parent / "bin/spark-submit"
    batch = f"{command} batch --unit codepoint"
    ways = {
        "`newsmark batch --threads 1`": f"{batch} --threads 1 <{{0}} >{{1}}",
        "`newsmark batch`": f"{batch} <{{0}} >{{1}}",
        "`xargs -P 2`": f"mkdir {{1}} && split --lines=500 {{0}} {{1}}/in- && ls {{1}}/in-* | "
        f"xargs -P 2 -I@ sh -c '{batch} --threads 1 @ >@.out'",
        "Spark, two workers of one core": f"{submit} --master 'local-cluster[2,1,1024]' --conf spark.ui.enabled=false "
        f"{HERE}/annotate.py {{0}} {{1}} --newsmark {command} --slices 20",
    }
    lines = [
        f"| {count} articles | processor seconds | articles a second of a core | of the plain command's "
        "| without the start |",
        "|---|---:|---:|---:|---:|",
    ]
    plain: tuple[float, float] | None = None
    archives = {part: folder / f"{part}.jsonl" for part in (count // 4, count)}
    for part, path in archives.items():
        made = (json.dumps(article, ensure_ascii=False) + "\n" for article in articles(part))
        path.write_text("".join(made), "utf-8")
    for number, (name, way) in enumerate(ways.items()):
        few, all = (
            seconds(way.format(path, folder / f"out-{number}-{part}")) for part, path in archives.items()
        )
        whole, further = count / all, (count - count // 4) / (all - few)
        plain = plain or (whole, further)
        lines.append(
            f"| {name} | {all:.1f} | {whole:.0f} | {whole / plain[0]:.2f} | {further / plain[1]:.2f} |"
        )
    return "\n".join(lines)


def seconds(shell: str) -> float:
    """Processor time of a command and all its descendants, looked at until it ends."""
    environment = {
        **os.environ,
        "SPARK_HOME": str(Path(pyspark.__file__).parent),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    spent: dict[int, float] = {}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(["sh", "-c", shell], env=environment, stdout=log, stderr=log)
        while process.poll() is None:
            look(process.pid, spent)
            time.sleep(0.05)
        if process.returncode:
            log.seek(0)
            raise SystemExit(f"{shell}\n{log.read().decode()[-4000:]}")
    return sum(spent.values())


def look(root: int, spent: dict[int, float]) -> None:
    """Notes what each descendant of `root` has spent by itself."""
    parents: dict[int, int] = {}
    times: dict[int, float] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # gone meanwhile
            continue
        parents[int(entry.name)] = int(fields[1])
        times[int(entry.name)] = (int(fields[11]) + int(fields[12])) / TICK
    found = [root]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    # One that has lost its parent is known from before.
    for one in {*found, *spent} & times.keys():
        spent[one] = max(spent.get(one, 0), times[one])


if __name__ == "__main__":
    main()
