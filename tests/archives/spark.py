"""The Spark example on a real cluster: every row once, whoever is killed in the middle."""

import json
from collections import Counter

import pyarrow as pa
import pyarrow.parquet as pq
from cluster import Cluster
from common import answered, descendants, kill, reports, stand_in, wait_for
from make_archive import article

ARTICLES = 150
# Few enough articles in each that a task that waits at its line 15 has written some.
CUT = ["--slices", "30", "--partitions", "4"]
HOLD = 15


def bad_lines():
    """Lines that are no article, with the id and the code that they are to have."""
    good = article(1000)
    yield {"id": "null", "text": None}, "null", "bad-row"
    yield {"id": "number", "text": 7}, "number", "bad-row"
    yield {"id": "no text"}, "no text", "bad-row"
    yield {"text": "It rained."}, None, "bad-row"
    yield {"id": None, "text": "It rained."}, None, "bad-row"
    yield "no JSON", None, "bad-row"
    yield '{"id": "cut", "text": "It r', None, "bad-row"
    yield ["It rained."], None, "bad-row"
    yield b'{"id": "bytes", "text": "\xff"}', "bytes", "bad-row"
    yield {**good, "id": "long", "text": "It rained. " * 200_000}, "long", "too-long"
    yield {**good, "id": "vast", "text": "It rained. " * 1_600_000}, "vast", "too-long"
    yield {**good, "id": "day", "published": "2021-02-30"}, "day", "bad-date"
    yield {**good, "id": "date", "published": 2021}, "date", "bad-row"
    yield {**good, "id": "kills", "text": "This KILLS."}, "kills", "crashed"
    yield {**good, "id": "twice"}, "twice", "duplicate-id"
    yield {**good, "id": "twice", "text": "Another."}, "twice", "duplicate-id"
    yield {"id": 7, "text": "It rained."}, "7", "duplicate-id"
    yield {"id": "7", "text": "It rained."}, "7", "duplicate-id"


def good_lines():
    yield from map(article, range(ARTICLES))
    yield {"id": "empty", "text": ""}
    yield {"id": "no day", "text": "It rained last week.", "published": None}
    yield {"id": "other fields", "text": "It rained last week.", "genre": "news"}
    yield {"id": "signs", "text": "“It\r\n\u2028holds\0,” said 👩\u200d🚀 Zoe\u0301 on 3 May."}


def encoded(line):
    if isinstance(line, bytes):
        return line
    return (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)).encode()


def rows(folder):
    """What was written, as anybody reads it: all Parquet files that no name hides."""
    table = pq.read_table(folder)
    assert table.column_names == ["id", "report", "error_code", "error_message"]
    for row in table.to_pylist():
        assert (row["report"] is None) == (row["error_code"] is not None) == (row["error_message"] is not None), row
    return Counter(zip(*(table[name].to_pylist() for name in ("id", "report", "error_code"))))


def same(found, wanted):
    """Every row once, and as the plain command has it."""
    short = lambda some: sorted((str(id), str(report)[:40], code, n) for (id, report, code), n in some.items())[:5]
    assert found == wanted, f"too few: {short(wanted - found)}\ntoo many: {short(found - wanted)}"


def slices(folder):
    return {path.name: path.stat().st_ino for path in folder.glob("slice-*.parquet")}


def in_the_middle(folder):
    """Whether both tasks wait with lines to come, and something is written."""
    return len(list((folder / "stand-in").glob("held-*"))) == 2 and slices(folder / "reports")


def ended(cluster, name, process, code=0):
    got = process.wait(timeout=240)
    said = cluster.log(name).read_text()
    assert got == code, f"{name} ended with {got}:\n{said[-4000:]}"
    return said


def a_worker_is_killed(newsmark, folder, cluster):
    """JSON lines, with all that can be wrong in them."""
    (folder / "archive").mkdir()
    good = [encoded(line) for line in good_lines()]
    bad = [(encoded(line), id, code) for line, id, code in bad_lines()]
    lines = good + [line for line, _, _ in bad]
    # In three files, bad lines among good ones.
    for part in range(3):
        (folder / f"archive/{part}.jsonl").write_bytes(b"\n".join(lines[part::3]) + b"\n\n")
    command = stand_in(folder / "stand-in", newsmark, HOLD)
    out = folder / "reports"
    process = cluster.annotate(
        "worker-killed", folder / "archive", out, "--newsmark", command, "--duplicates", "error", *CUT
    )
    wait_for("two tasks in the middle", lambda: in_the_middle(folder))
    victim = cluster.workers[1].pid
    # The worker, its executor, Spark's Python, the command and what the command started.
    assert len(descendants(victim)) >= 5, "a task runs there"
    kill(victim)
    before = slices(out)
    assert 0 < len(before) < 30
    (folder / "stand-in/go").touch()
    said = ended(cluster, "worker-killed", process)
    assert "Lost executor" in said, "Spark has seen it go"
    after = slices(out)
    assert len(after) == 30 and before.items() <= after.items(), "what was written is not written again"
    wanted = Counter((id, report, None) for id, report in reports(answered(newsmark, b"\n".join(good))).items())
    assert len(wanted) == len(good)
    wanted.update((id, None, code) for _, id, code in bad)
    same(rows(out), wanted)
    assert f"{len(lines)} articles in 30 slices, 30 of them written now; {len(bad)} errors" in said


def the_driver_is_killed(newsmark, folder, cluster):
    """Parquet. A second start does the rest, a third nothing; a change in the archive is seen."""
    made = [article(number) for number in range(ARTICLES)]
    archive = folder / "archive.parquet"
    pq.write_table(pa.Table.from_pylist(made), archive)
    command = stand_in(folder / "stand-in", newsmark, HOLD)
    out = folder / "reports"
    arguments = [archive, out, "--newsmark", command, *CUT]
    process = cluster.annotate("driver-killed", *arguments, master="local[2]")
    wait_for("two tasks in the middle", lambda: in_the_middle(folder))
    kill(process.pid)
    before = slices(out)
    assert 0 < len(before) < 30 and not (out / "_SUCCESS").exists()
    (folder / "stand-in/go").touch()
    said = ended(cluster, "second", cluster.annotate("second", *arguments))
    assert f"{ARTICLES} articles in 30 slices, {30 - len(before)} of them written now; 0 errors" in said
    after = slices(out)
    assert before.items() <= after.items() and (out / "_SUCCESS").exists()
    lines = b"\n".join(map(encoded, made))
    wanted = Counter((id, report, None) for id, report in reports(answered(newsmark, lines)).items())
    assert len(wanted) == ARTICLES
    same(rows(out), wanted)
    # One article more, one corrected, one gone.
    made = [*made[1:-1], {**made[-1], "text": "It rained."}, article(ARTICLES)]
    pq.write_table(pa.Table.from_pylist(made), archive)
    said = ended(cluster, "third", cluster.annotate("third", *arguments, master="local[2]"))
    assert f"{ARTICLES} articles in 30 slices, 3 of them written now; 0 errors" in said, said[-500:]
    lines = b"\n".join(map(encoded, made))
    same(rows(out), Counter((id, report, None) for id, report in reports(answered(newsmark, lines)).items()))


def ids_that_repeat_are_refused(newsmark, folder, cluster):
    archive = folder / "archive.jsonl"
    archive.write_bytes(b"\n".join(encoded({"id": id, "text": "It rained."}) for id in ("a", "b", "a", "c", "c")))
    out = folder / "reports"
    process = cluster.annotate("refused", archive, out, "--newsmark", newsmark, master="local[1]")
    said = ended(cluster, "refused", process, code=2)
    assert "ids stand more than once: a, c\n" in said
    assert not slices(out)


# The cluster has one worker less after the last.
CHECKS = [ids_that_repeat_are_refused, the_driver_is_killed, a_worker_is_killed]


