"""Annotates an archive of articles with `newsmark batch` on Apache Spark.

    spark-submit annotate.py ARCHIVE REPORTS --newsmark PATH

The archive is cut into slices by the articles' ids. A task writes the reports of a slice to a file of
that slice's own name, whole or not at all, with what the slice held in its footer. So a slice is done
or it is not, whoever died meanwhile; a second start does those that are not, and a slice that is
written twice is one file. See README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
import uuid
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from newsmark_batch import Annotator, Answer, Article
    from pyspark.sql import DataFrame, SparkSession

SCHEMA = pa.schema({name: pa.string() for name in ("id", "report", "error_code", "error_message")})
# Reports that are held in memory before they are written.
GROUP = 64
FORMATS = {".parquet": "parquet", ".jsonl": "json", ".ndjson": "json", ".json": "json", ".gz": "json"}


class Refused(Exception):
    """What is asked for cannot be begun."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("archive", help="Parquet or JSON lines: a file, a folder, or what else Spark reads")
    parser.add_argument("reports", type=Path, help="folder for the reports, which every worker sees under this path")
    parser.add_argument("--newsmark", type=Path, required=True, help="the command; it is sent to the workers")
    parser.add_argument("--format", choices=("parquet", "json"), help="of the archive, where no ending tells")
    parser.add_argument("--id", default="id", help="column of the ids (default: id)")
    parser.add_argument("--text", default="text", help="column of the texts (default: text)")
    parser.add_argument("--published", default="published", help="column of the publication days, which may be missing")
    parser.add_argument("--unit", choices=("utf16", "utf8", "codepoint"), default="codepoint", help="what spans count")
    parser.add_argument("--slices", type=int, help="files to write (default: one for 1,000 articles)")
    parser.add_argument("--partitions", type=int, help="tasks to make of them (default: one for each slice)")
    parser.add_argument(
        "--duplicates",
        choices=("refuse", "error"),
        default="refuse",
        help="ids that stand more than once: refuse the archive, or give each of these rows an error",
    )
    parser.add_argument("--timeout", type=float, default=60, help="seconds for an article (default: 60)")
    parser.add_argument("--attempts", type=int, default=2, help="before an article gets an error (default: 2)")
    parser.add_argument("--master", help="Spark's master, where spark-submit does not say")
    return parser.parse_args()


# --- The archive -----------------------------------------------------------------------------------


def archive(spark: SparkSession, args: argparse.Namespace) -> DataFrame:
    """Rows of `id`, `text`, `published`, `line` (of JSON lines, as bytes) and `hash`, which tells contents apart."""
    from pyspark.sql import functions as F
    from pyspark.sql.types import DateType

    text, published, line = (F.lit(None).cast(kind) for kind in ("string", "string", "binary"))
    if archive_format(args) == "json":
        # Read as text: Spark's own reader takes numbers for text and says little of what it drops.
        rows = spark.read.text(args.archive).where(F.trim("value") != "")
        id = F.get_json_object(F.regexp_replace("value", "^\ufeff", ""), f"$['{args.id}']")
        line = F.col("value").cast("binary")
    else:
        rows = spark.read.parquet(args.archive)
        if missing := {args.id, args.text} - set(rows.columns):
            raise Refused(f"{args.archive} has no column {', '.join(sorted(missing))}")
        id, text = F.col(args.id).cast("string"), F.col(args.text).cast("string")
        if args.published in rows.columns:
            day = F.col(args.published)
            is_text = rows.schema[args.published].dataType.typeName() == "string"
            published = day if is_text else day.cast(DateType()).cast("string")
    rows = rows.select(id.alias("id"), text.alias("text"), published.alias("published"), line.alias("line"))
    # The hash leaves nulls out: the numbers between keep a text from passing for a date.
    contents = F.xxhash64("id", F.lit(1), "text", F.lit(2), "published", F.lit(3), "line")
    return rows.withColumn("hash", contents)


def archive_format(args: argparse.Namespace) -> str:
    if args.format:
        return args.format
    path = Path(args.archive)
    names = [path, *sorted(path.glob("*"))]
    found = {FORMATS[name.suffix] for name in names if name.suffix in FORMATS}
    if len(found) != 1:
        raise Refused(f"{args.archive}: say with --format whether it is Parquet or JSON lines")
    return found.pop()


def repeated(rows: DataFrame) -> DataFrame:
    """The ids that stand more than once."""
    from pyspark.sql import functions as F

    counts = rows.where("id is not null").groupBy("id").agg(F.count("*").alias("copies"))
    return counts.where("copies > 1")


def refuse_repeated(rows: DataFrame) -> None:
    if found := [row.id for row in repeated(rows).orderBy("id").limit(6).collect()]:
        names = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
        raise Refused(f"ids stand more than once: {names}\n`--duplicates error` gives these rows an error and goes on")


# --- What is done ----------------------------------------------------------------------------------


class Slice(NamedTuple):
    """What the footer of a slice's file says; `contents` is of the archive's rows."""

    articles: int
    contents: str
    errors: dict[str, int] = {}


def slice_path(folder: Path, slice: int) -> Path:
    return folder / f"slice-{slice:06}.parquet"


def written(path: Path) -> Slice | None:
    try:
        footer = pq.read_metadata(path).metadata
        return Slice(**json.loads(footer[b"newsmark"]))
    except (OSError, KeyError, pa.ArrowInvalid):
        return None


def is_done(folder: Path, slice: int, planned: Slice) -> bool:
    """Whether the reports of a slice are there, and are of the rows that the archive has now."""
    found = written(slice_path(folder, slice))
    return found is not None and found[:2] == planned[:2]


def settle(rows: DataFrame, args: argparse.Namespace) -> dict[str, Any]:
    """What must stay the same from start to start, written at the first."""
    path = args.reports / "_manifest.json"
    wanted = {
        "archive": str(args.archive),
        "columns": [args.id, args.text, args.published],
        "unit": args.unit,
        "newsmark": hashlib.sha256(args.newsmark.read_bytes()).hexdigest(),
        "duplicates": args.duplicates,
        "slices": args.slices,
    }
    if path.exists():
        found = json.loads(path.read_text("utf-8"))
        wanted["slices"] = args.slices or found["slices"]
        if changed := [name for name in wanted if wanted[name] != found[name]]:
            raise Refused(f"{args.reports} was begun with another {', '.join(changed)}: choose another folder")
        return found
    wanted["slices"] = args.slices or max(1, -(-rows.count() // 1000))
    args.reports.mkdir(parents=True, exist_ok=True)
    if any(args.reports.glob("[!_.]*")):
        raise Refused(f"{args.reports} holds something else: choose an empty folder")
    temporary = path.with_suffix(f".{uuid.uuid4()}")
    temporary.write_text(json.dumps(wanted, indent=1), "utf-8")
    os.replace(temporary, path)
    return wanted


# --- In the tasks ----------------------------------------------------------------------------------


class Work(NamedTuple):
    """What a task needs to know."""

    folder: Path
    planned: dict[int, Slice]
    annotator: Callable[[], Annotator]
    fields: tuple[str, str]


def annotate(work: Work, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Writes the slices in `batches`, whose rows are ordered by slice."""
    with work.annotator() as annotator:
        answers = annotator.annotate(undone(work, batches))
        for slice, group in groupby(answers, key=lambda answered: answered[0][0]):
            write(work, slice, ((id, answer) for (_, id), answer in group))
            yield pa.RecordBatch.from_pydict({"slice": [slice]})


def undone(
    work: Work, batches: Iterator[pa.RecordBatch]
) -> Iterator[tuple[tuple[int, str | None], Article | Answer]]:
    """The articles whose slice is still to be written; where a task is tried again, some are."""
    current, skip = None, False
    for batch in batches:
        for row in batch.to_pylist():
            if row["slice"] != current:
                current = row["slice"]
                skip = is_done(work.folder, current, work.planned[current])
            if not skip:
                yield (current, row["id"]), article(row, *work.fields)


def article(row: dict[str, Any], text: str, published: str) -> Article | Answer:
    """What newsmark is asked, or why it is not."""
    from newsmark_batch import Answer, Article

    def bad(message: str) -> Answer:
        return Answer(None, "bad-row", message)

    if row.get("copies"):
        return Answer(None, "duplicate-id", f"{row['copies']} rows have this id")
    found = {text: row["text"], published: row["published"]}
    if row["line"] is not None:
        try:
            found = json.loads(row["line"].decode("utf-8-sig"))
        except ValueError as error:
            return bad(f"no JSON: {error}")
        if not isinstance(found, dict):
            return bad("no JSON object")
    if row["id"] is None:
        return bad("no id")
    if not isinstance(found.get(text), str):
        return bad(f"`{text}` is no text")
    if not isinstance(found.get(published), str | None):
        return bad(f"`{published}` is no text")
    return Article(found[text], found.get(published))


def write(work: Work, slice: int, answers: Iterator[tuple[str | None, Answer]]) -> None:
    """The file of a slice, whole or not at all."""
    planned, errors, count = work.planned[slice], {}, 0
    temporary = work.folder / "_temporary" / f"{slice}-{uuid.uuid4()}"
    temporary.parent.mkdir(exist_ok=True)
    try:
        with pq.ParquetWriter(temporary, SCHEMA, compression="zstd") as writer:
            for group in groups(answers):
                columns = list(zip(*((id, *answer) for id, answer in group)))
                writer.write_table(pa.table(columns, SCHEMA))
                count += len(group)
                for _, answer in group:
                    if answer.code:
                        errors[answer.code] = errors.get(answer.code, 0) + 1
            # A slice that is not all there must not pass for one that is.
            if count != planned.articles:
                raise RuntimeError(f"slice {slice} has {count} rows instead of {planned.articles}")
            said = json.dumps(planned._replace(errors=errors)._asdict())
            writer.add_key_value_metadata({"newsmark": said})
        with open(temporary, "rb") as file:
            os.fsync(file.fileno())
        os.replace(temporary, slice_path(work.folder, slice))
    finally:
        temporary.unlink(missing_ok=True)


def groups(answers: Iterator[tuple[str | None, Answer]]) -> Iterator[list[tuple[str | None, Answer]]]:
    group = []
    for answer in answers:
        group.append(answer)
        if len(group) == GROUP:
            yield group
            group = []
    if group:
        yield group


def annotator(name: str, **options: Any) -> Annotator:
    from newsmark_batch import Annotator
    from pyspark import SparkFiles

    return Annotator(SparkFiles.get(name), **options)


# --- The whole -------------------------------------------------------------------------------------


def run(spark: SparkSession, args: argparse.Namespace) -> str:
    from pyspark.sql import functions as F

    rows = archive(spark, args)
    settled = settle(rows, args)
    (args.reports / "_SUCCESS").unlink(missing_ok=True)
    if args.duplicates == "refuse":
        refuse_repeated(rows)
    # By contents where there is no id. Always the same slice: Spark may read a row a second time.
    named = F.coalesce("id", F.hex("hash"))
    rows = rows.withColumn("slice", F.pmod(F.xxhash64(named), F.lit(settled["slices"])).cast("int"))
    contents = rows.groupBy("slice").agg(F.count("*").alias("n"), F.bit_xor("hash").alias("xor"))
    planned = {row.slice: Slice(row.n, f"{row.xor & (1 << 64) - 1:016x}") for row in contents.collect()}
    todo = {slice: plan for slice, plan in planned.items() if not is_done(args.reports, slice, plan)}
    if todo:
        work = Work(args.reports.absolute(), todo, sent(spark, args), (args.text, args.published))
        wanted = spark.createDataFrame([(slice,) for slice in todo], "slice int")
        rows = rows.join(F.broadcast(wanted), "slice")
        if args.duplicates == "error":
            rows = rows.join(F.broadcast(repeated(archive(spark, args))), "id", "left")
        rows = rows.repartition(args.partitions or len(todo), "slice")
        rows = rows.sortWithinPartitions("slice", "id", "hash")
        rows.mapInArrow(partial(annotate, work), "slice long").collect()
    return finish(args.reports, planned, len(todo))


def sent(spark: SparkSession, args: argparse.Namespace) -> Callable[[], Annotator]:
    """What makes an annotator in a task, with the command and the module that drives it sent there."""
    spark.sparkContext.addPyFile(str(Path(__file__).absolute().with_name("newsmark_batch.py")))
    spark.sparkContext.addFile(str(args.newsmark.absolute()))
    options = {"unit": args.unit, "timeout": args.timeout, "attempts": args.attempts}
    return partial(annotator, args.newsmark.name, **options)


def finish(folder: Path, planned: dict[int, Slice], now: int) -> str:
    """Looks at what is there, says it, and marks the folder as whole."""
    errors: dict[str, int] = {}
    for slice, plan in planned.items():
        found = written(slice_path(folder, slice))
        if found is None or found[:2] != plan[:2]:
            raise RuntimeError(f"slice {slice} is not there")
        for code, count in found.errors.items():
            errors[code] = errors.get(code, 0) + count
    names = {slice_path(folder, slice).name for slice in planned}
    for path in folder.glob("slice-*.parquet"):
        if path.name not in names:  # its articles have left the archive
            path.unlink()
    # What dead tasks left; one that still lives makes its folder again.
    shutil.rmtree(folder / "_temporary", ignore_errors=True)
    (folder / "_SUCCESS").touch()
    articles = sum(plan.articles for plan in planned.values())
    told = ", ".join(f"{count} {code}" for code, count in sorted(errors.items()))
    return (
        f"{articles} articles in {len(planned)} slices, {now} of them written now; "
        f"{sum(errors.values())} errors" + (f" ({told})" if told else "")
    )


def main() -> int:
    args = arguments()
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("newsmark").config("spark.sql.session.timeZone", "UTC")
    # Texts are long: the usual 10,000 rows would be tens of megabytes at once.
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 500)
    if args.master:
        builder = builder.master(args.master)
    spark = builder.getOrCreate()
    try:
        print(run(spark, args))
    except Refused as refused:
        print(f"annotate.py: {refused}", file=sys.stderr)
        return 2
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
