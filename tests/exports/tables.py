"""JSON, JSON lines, CSV and CoNLL: jsonschema, Python's csv, pandas, NLTK."""

import csv
import io
import json
import re

import jsonschema
import nltk
import pandas
from nltk.chunk.util import conlltags2tree
from nltk.corpus.reader.conll import ConllCorpusReader

from articles import ROOT

SCHEMA = jsonschema.Draft202012Validator(json.loads((ROOT / "www/schema/newsmark-1.json").read_text()))
DANGEROUS = re.compile(r"^[\s'\"`“”‘’„‚«»‹›\ufeff\u200b\x00-\x1f\x7f]*[=+\-@＝＋－＠\t\r\n]")


def json_lines(article):
    lines = article.files["jsonl"].decode("utf-8").split("\n")
    assert len(lines) == 2 and lines[1] == "", "one line"
    report = json.loads(lines[0])
    SCHEMA.validate(report)
    assert report == json.loads(article.files["json"]), "the same report"
    assert report["text"] == {"unit": "codepoint", "length": len(article.text)}


def cell(text):
    """What a spreadsheet shows of a cell: without the apostrophe before what looks like a formula."""
    assert text[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n"), text
    return text[1:] if text.startswith("'") and DANGEROUS.match(text[1:]) else text


def csv_table(article):
    text = article.files["csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    found = {}
    for row in rows:
        span = int(row["start"]), int(row["end"])
        assert all(value is not None for value in row.values()) and None not in row, row
        assert cell(row["text"]) == article.text[slice(*span)].replace("\0", "\ufffd"), row
        found.setdefault(row["id"], []).append(span)
        assert row["kind"] == article.kinds[row["id"]]
        assert not any(value[:1] in "=+-@\t\r" for value in row.values() if value), row
    assert found == article.pieces
    # Bare line feeds end no row, only CR LF does.
    assert re.sub(r'"(?:[^"]|"")*"', "", text).replace("\r\n", "").find("\n") < 0
    frame = pandas.read_csv(io.BytesIO(article.files["csv"]), dtype=str, keep_default_na=False)
    shown = [{k: v for k, v in row.items()} for row in frame.to_dict("records")]
    assert shown == rows, "pandas reads the same"


TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC", "group": "MISC", "event": "MISC", "product": "MISC", "work": "MISC"}


def conll(article):
    if str(article.path.parent) not in nltk.data.path:
        nltk.data.path.append(str(article.path.parent))  # it reads in no other folder
    reader = ConllCorpusReader(str(article.path.parent), f"{article.name}.conll", ("words", "ne"), separator="\t")
    names, tokens = [], []
    for grid in reader._grids():
        assert all(len(row) == 2 and row[0].strip() for row in grid), grid
        # Refuses an I- without its B-.
        tree = conlltags2tree([(word, "-", tag) for word, tag in grid], strict=True)
        names += [(t.label(), "".join(w for w, _ in t)) for t in tree if hasattr(t, "label")]
        tokens += [word for word, _ in grid]
    forms = {m["id"]: m["form"] for m in article.report["mentions"]}
    flat = article.flat(lambda id: forms.get(id) in ("name", "short", "acronym"))
    wanted = [(TYPES[article.kinds[id]], bare(article.words(id)[0])) for id in flat]
    assert names == wanted, (names, wanted)
    sentences = [article.text[s["start"] : s["end"]] for s in article.report["sentences"]]
    assert "".join(tokens) == bare("".join(sentences)), "no word is lost or changed"


def bare(text):
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]", "", text)


CHECKS = [json_lines, csv_table, conll]
