"""spaCy and displaCy, bioc's reader of brat, and PyLD for web annotations."""

import io
import json
from html import unescape
from pathlib import Path

import spacy
from bioc import brat
from pyld import jsonld
from spacy import displacy
from spacy.tokens import Doc

ENGLISH = spacy.blank("en")
OA = "http://www.w3.org/ns/oa#"
CONTEXT = json.loads((Path(__file__).parent / "anno.json").read_text())


def spacy_document(article):
    data = json.loads(article.files["spacy.json"])
    doc = Doc(ENGLISH.vocab).from_json(data, validate=True)
    assert doc.text == article.text == data["text"]
    spans = sorted((s.start_char, s.end_char, s.text) for s in doc.spans["newsmark"])
    wanted = [(start, end, article.text[start:end]) for pieces in article.pieces.values() for start, end in pieces]
    assert spans == sorted(wanted)
    flat = article.flat(lambda id: article.kinds[id] not in ("quote", "role"))
    ents = [(e.start_char, e.end_char) for e in doc.ents]
    assert ents == [article.pieces[id][0] for id in flat]
    starts = {token.idx for token in doc if token.is_sent_start}
    for sentence in article.report["sentences"]:
        words = article.text[sentence["start"] : sentence["end"]]
        assert not words.strip() or sentence["start"] + len(words) - len(words.lstrip()) in starts or sentence["start"] == 0
    if data["text"].strip():
        drawn = displacy.render(data, style="ent", manual=True, page=False, jupyter=False)
        for start, end in ents[:3]:
            assert article.text[start:end].split()[0] in unescape(drawn)


def brat_files(article):
    text = article.files["txt"].decode("utf-8")
    # A reader that makes one line feed of CR LF sees the same.
    assert io.StringIO(text, newline=None).read() == text == article.text.replace("\r", " ")
    ann = article.files["ann"].decode("utf-8")
    assert len(ann.splitlines()) == ann.count("\n"), "every reader sees the same lines"
    doc = brat.load(io.StringIO(text), io.StringIO(ann))
    found = []
    for entity in doc.entities:
        pieces = sorted((span.begin, span.end) for span in entity.locations)
        assert " ".join(text[start:end] for start, end in pieces) == entity.text, entity
        found.append((entity.type.lower(), "".join(text[s:e] for s, e in pieces)))
    clean = lambda words: "".join(c for c in words if c.isprintable() and not c.isspace() or c in "\u200d\u200e\u200f\u202b\u202c")
    wanted = [(article.kinds[id], clean("".join(article.words(id)))) for id in article.pieces]
    assert sorted((kind, clean(words)) for kind, words in found) == sorted(pair for pair in wanted if pair[1])
    ids = {entity.id for entity in doc.entities}
    for relation in doc.relations:
        assert relation.type == "Speaker" and set(relation.arguments) == {"Arg1", "Arg2"}
        assert set(relation.arguments.values()) <= ids
    for group in doc.equiv_relations:
        assert len(group.argids) > 1 and set(group.argids) <= ids
    for other in [*doc.attributes, *doc.notes]:
        assert other.refid in ids
    for line in ann.splitlines():
        if line.startswith("N"):
            _, reference, name = line.split("\t")
            kind, target, resource = reference.split(" ")
            assert kind == "Reference" and target in ids and resource.startswith("newsmark:") and name
    speakers = sum(1 for q in article.report["quotes"] if q.get("speaker"))
    assert len(doc.relations) <= speakers and (doc.relations or not speakers)


def load(url, _):
    assert url == "http://www.w3.org/ns/anno.jsonld", f"nothing else is asked for: {url}"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def web_annotation(article):
    data = json.loads(article.files["jsonld"])
    # `safe` refuses what the context does not know instead of dropping it.
    page, = jsonld.expand(data, {"documentLoader": load, "extractAllScripts": False, "onPropertyDropped": refuse})
    assert page["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollectionPage"]
    items = page.get("http://www.w3.org/ns/activitystreams#items", [{"@list": []}])[0]["@list"]
    found = {}
    for item in items:
        assert item["@type"] == [f"{OA}Annotation"] and item["@id"].startswith("urn:uuid:")
        assert item[f"{OA}motivatedBy"][0]["@id"] in (f"{OA}identifying", f"{OA}tagging")
        bodies = item[f"{OA}hasBody"]
        assert bodies[0][f"{OA}hasPurpose"] == [{"@id": f"{OA}tagging"}]
        id = item["@id"].split("#")[1]
        for target in item[f"{OA}hasTarget"]:
            assert target[f"{OA}hasSource"][0]["@id"].startswith("urn:uuid:")
            position, quote = target[f"{OA}hasSelector"]
            assert position["@type"] == [f"{OA}TextPositionSelector"]
            start, end = (position[f"{OA}{name}"][0]["@value"] for name in ("start", "end"))
            exact, prefix, suffix = (quote[f"{OA}{name}"][0]["@value"] for name in ("exact", "prefix", "suffix"))
            assert article.text[start:end] == exact
            assert article.text[max(0, start - 32) : start] == prefix
            assert article.text[end : end + 32] == suffix
            found.setdefault(id, []).append((start, end))
    assert found == article.pieces
    names = [item["@id"] for item in items]
    assert len(names) == len(set(names)) == len(data["items"])


def refuse(name):
    raise AssertionError(f"the context does not know {name}")


CHECKS = [spacy_document, brat_files, web_annotation]
