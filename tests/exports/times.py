"""TimeML, read by lxml, and iCalendar, read by icalendar."""

import re
from datetime import date, datetime, timedelta

import icalendar
from lxml import etree

VALUES = {
    "type": {"DATE", "TIME", "DURATION", "SET"},
    "mod": set("BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END APPROX".split()),
    "temporalFunction": {"true", "false"},
}
ATTRIBUTES = "tid type value mod temporalFunction anchorTimeID beginPoint endPoint quant freq functionInDocument".split()
# What XML 1.0 cannot hold.
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def timeml(article):
    root = etree.fromstring(article.files["tml"], etree.XMLParser(no_network=True, resolve_entities=False))
    assert root.tag == "TimeML" and [child.tag for child in root] == ["DOCID", "DCT", "TITLE", "TEXT"]
    created, = root.find("DCT")
    assert created.get("tid") == "t0" and created.get("functionInDocument") == "CREATION_TIME"
    published = article.report["document"]["published"].get("value")
    assert created.get("value") == (published or "XXXX-XX-XX") and (created.text or "") == (published or "")
    body = root.find("TEXT")
    assert "".join(body.itertext()) == FORBIDDEN.sub("\ufffd", article.text)
    times = {element.get("tid"): element for element in root.iter("TIMEX3")}
    assert len(times) == len(list(root.iter("TIMEX3"))), "ids are ids"
    at, found = len(body.text or ""), []
    for element in body:
        assert element.tag == "TIMEX3" and len(element) == 0 and element.get("value")
        for name, value in element.items():
            assert name in ATTRIBUTES and value in VALUES.get(name, {value}), (name, value)
            assert not name.endswith(("ID", "Point")) or value in times, (name, value)
        found.append((at, at + len(element.text), element.get("tid"), element.get("value")))
        at += len(element.text) + len(element.tail or "")
    dates = {d["id"]: d for d in article.report["dates"]}
    flat = article.flat(lambda id: id in dates)
    wanted = [(*article.pieces[id][0], f"t{id[1:]}", dates[id]["timex"]["value"]) for id in flat]
    assert found == wanted


def calendar(article):
    raw = article.files["ics"]
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", raw)
    for line in raw.split(b"\r\n"):
        line.decode("utf-8")
    cal = icalendar.Calendar.from_ical(raw)
    assert not cal.errors and cal["VERSION"] == "2.0" and cal["PRODID"]
    events = cal.walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    assert len(uids) == len(set(uids))
    left_out = cal.get("X-NEWSMARK-LEFT-OUT", [])
    left_out = left_out if isinstance(left_out, list) else [left_out]
    assert len(events) + len(left_out) == len(article.report["dates"]), "each is an event or is listed"
    published = article.report["document"]["published"].get("value")
    shown = []
    for event in events:
        assert not event.errors and event["SUMMARY"] and event["STATUS"] in ("CONFIRMED", "TENTATIVE")
        assert event["DTSTAMP"].dt.date().isoformat() == (published or "1970-01-01")
        start = event["DTSTART"].dt
        if isinstance(start, datetime):
            assert "DTEND" not in event and start.tzinfo is None
            shown.append((start.date(), start.date()))
        else:
            assert event["DTEND"].dt > start, "the end is the day after the last"
            shown.append((start, event["DTEND"].dt - timedelta(1)))
    days = {(d.get("earliest"), d.get("latest")) for d in article.report["dates"]}
    assert {(a.isoformat(), b.isoformat()) for a, b in shown} <= days, (shown, days)
    for event in events:
        words = " ".join(str(event["DESCRIPTION"]).split("\n\n")[0].split())
        clean = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", " ", article.text)
        assert words.replace(" ", "") in re.sub(r"\s", "", clean), words


CHECKS = [timeml, calendar]
