"""HTML and Markdown: html5lib and markdown-it with GitHub's rules and a search for bare addresses."""

import base64
import hashlib
import re

import html5lib
from markdown_it import MarkdownIt

XHTML = "{http://www.w3.org/1999/xhtml}"


def html(article):
    page = html5lib.parse(article.files["html"].decode("utf-8"))
    elements = list(page.iter(f"{XHTML}*"))
    tags = {element.tag.removeprefix(XHTML) for element in elements}
    allowed = "html head meta title style body header main article aside section h1 h2 p ul li a small mark".split()
    assert tags <= set(allowed), tags
    ids = [element.get("id") for element in elements if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in elements:
        assert set(element.keys()) <= {"id", "class", "data-of", "href", "lang", "charset", "http-equiv", "content", "name"}
        assert element.get("href", "#m1")[0] == "#" and (not element.get("href") or element.get("href")[1:] in ids), element.attrib
    metas = page.findall(f".//{XHTML}meta")
    policy = next(m.get("content") for m in metas if m.get("http-equiv"))
    style, = page.findall(f".//{XHTML}style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy, f"the style's hash is sha256-{digest}; the policy says {policy}"
    assert policy.startswith("default-src 'none'; ")
    text = article.text.replace("\0", "\ufffd")
    shown, = page.findall(f".//{XHTML}article")
    assert "".join(shown.itertext()) == text, "every character of the text, and no other"
    wanted = {}
    for id, spans in article.pieces.items():
        if article.kinds[id] != "role":
            wanted[id] = {at for start, end in spans for at in range(start, end)}
    found = {}
    walk(shown, 0, found)
    if depth(shown) < 12:
        assert found == wanted
    else:
        # Deeper than that no page shows marks: those that it shows are where they belong.
        assert found and all(places <= wanted[id] for id, places in found.items())


def depth(element):
    return max((1 + depth(child) for child in element), default=0)


def walk(element, at, found):
    """Where each mark's characters stand in the text content. Returns the offset behind `element`."""
    start = at
    at += len(element.text or "")
    for child in element:
        at = walk(child, at, found) + len(child.tail or "")
    if element.get("data-of"):
        found.setdefault(element.get("data-of"), set()).update(range(start, at))
    return at


READER = MarkdownIt("gfm-like", {"linkify": True, "html": True, "typographer": False})


def markdown(article):
    source = article.files["md"].decode("utf-8")
    text = []
    for token in READER.parse(source):
        for part in [token, *(token.children or [])]:
            assert part.type.split("_")[0] in {
                "heading", "paragraph", "bullet", "list", "blockquote", "inline", "text", "softbreak", "hardbreak",
            }, (part.type, part.content)
            if part.type == "text":
                text.append(part.content)
            if part.type in ("softbreak", "hardbreak", "paragraph_close", "heading_close"):
                text.append(" ")
    blocks = [b["span"] for b in article.report["blocks"] if b["kind"] != "boilerplate"]
    wanted = bare("".join(article.text[span["start"] : span["end"]] for span in blocks))
    assert bare("".join(text)).endswith(wanted), (bare("".join(text))[-200:], wanted[-200:])
    for quote in article.report["quotes"]:
        if quote["kind"] in ("direct", "indirect", "mixed", "partial"):
            assert bare("…".join(article.words(quote["id"]))) in bare("".join(text)), quote


def bare(text):
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufffd]", "", text)


CHECKS = [html, markdown]
