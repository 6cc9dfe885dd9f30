"""The articles that are exported: the golden ones, the real ones where they are, hostile ones."""

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Names, dates, amounts and quotes around everything that a format may stumble over.
HOSTILE = {
    "empty": "",
    "nothing": "it rained",
    "spaces": " \t\r\n \u00a0\u2028 ",
    "emoji": "👩\u200d🚀🇯🇵 Ferry fares rise\n\n“👍🏽 It holds,” said Ada Quill 🎉 of the Ferry Board on 3 May 2021. "
    "“𝔐𝔞𝔦𝔫 👩\u200d👩\u200d👧 street,” Ada Quill added on 4 May 2021.",
    "accents": "Zoe\u0301 Bru\u0308ning paid €3.5 million in Que\u0301bec on 5 May 2021, said Zoe\u0301 Bru\u0308ning. "
    "“Cafe\u0301s close e\u0301arly,” Zoe\u0301 Bru\u0308ning said.",
    "rtl": "The mayor, שרה לוי, met Omar Hadid in Haifa on 6 May 2021.\n\n"
    "“שלום \u200fעולם\u200e,” said Omar Hadid. \u202bمرحبا\u202c Omar Hadid left Haifa on Monday.",
    "crlf": "Ferry fares rise\r\n\r\nAda Quill spoke on 3 May 2021.\r\n\r\n“It holds,\r\nfor now,” said Ada Quill.\r"
    "Ada Quill\r\nleft Haifa on 4 May\r\n2021. She paid $5 million.",
    "formulas": "=HYPERLINK(\"http://evil.example\";\"Ada Quill\") said Ada Quill on 3 May 2021.\n\n"
    "“=1+1,” said Ada Quill. “+44 7700,” said Omar Hadid. “-5 degrees is cold,” Omar Hadid said. “@SUM(A1),” he said.\n\n"
    "'=cmd|' /C calc'!A0' said Ada Quill. \"\t=1\" said Ada Quill. It fell by -$5 million, said Ada Quill.",
    "markup": "<script>alert(1)</script> & <b>Ada Quill</b> ]]> said on 3 May 2021 --> <!-- <img src=x onerror=alert(1)>\n\n"
    "“</article></script><style>*{}</style>&amp;&#60;,” said Ada Quill of <i>Ferry & Sons</i> Ltd. ]]>\n\n"
    "\"'onmouseover='alert(1)\" said Omar Hadid on 4 May 2021. </TEXT><TIMEX3>5 May 2021</TIMEX3>",
    "markdown": "# Not a heading by Ada Quill\n\n![x](http://evil.example/a.png) [Ada Quill](javascript:alert(1)) said on 3 May 2021.\n\n"
    "- Ada Quill\n* Omar Hadid\n1. Haifa\n    code of Ada Quill\n\n***\n\n===\n\n| a | b |\n|---|---|\n| c | d |\n\n"
    "www.evil.example http://evil.example/x evil.example a@evil.example //evil.example <http://evil.example> :tada: $x$ ~~gone~~ `code` "
    "“**Bold** _words_,” said Ada Quill. [^1]\n\n[^1]: note\n\n[a]: http://evil.example\n\nTitle\n---\n\n<div>Ada Quill</div>",
    "controls": "Ada\u0000Quill and Ada Quill\u0001 met \u0007Omar Hadid\u001b[31m in Haifa\u000b on 3 May\u000c 2021.\n\n"
    "“It\u0000 ho\u0001lds\u0085 for\u2028now\u2029,” said Ada Quill.\ufffe \uffff\u007f \u001c Omar Hadid\u001d left\u001e Haifa\u001f on 4 May 2021. \ufeff",
    "calendar": "Ada Quill; Omar Hadid, and \\n others: met on 3 May 2021, at 9:30 a.m. on 4 May 2021; and from 5 to 7 May 2021.\n\n"
    + "👩\u200d🚀 It was a very long walk to Haifa, " * 8
    + "said Ada Quill on 8 May 2021. It took three weeks. She left in June 2021, in early 2022, last winter and on 31 December 9999.",
    "flood": "“" * 300 + " Ada Quill " + "(" * 300 + " on 3 May 2021 " + "”" * 300,
    "split": "“It holds,” said Ada Quill on Monday, “for now, and 3 May 2021 was fine.” “So be it,\n\n“and more,” she said.",
}


class Article:
    def __init__(self, name, text, published=None):
        self.name, self.text, self.published = name, text, published

    def load(self, folder, files, report):
        """Reads what was exported, as bytes by file ending, and lists what was marked."""
        self.files, self.report = files, report
        self.path = folder / self.name
        # Words of every piece by id, from the report: what each reader is to find.
        self.pieces = {}
        self.kinds = {}
        for quote in report["quotes"]:
            self.add(quote["id"], "quote", quote["content"])
        for entity in report["entities"]:
            for role in entity["roles"]:
                self.add(role["id"], "role", [role["span"]])
        for mention in report["mentions"]:
            self.add(mention["id"], mention["type"], [mention["span"]])
        for date in report["dates"]:
            self.add(date["id"], "date", [date["span"]])
        for amount in report["amounts"]:
            self.add(amount["id"], "amount", [amount["span"]])

    def add(self, id, kind, spans):
        self.kinds[id] = kind
        self.pieces[id] = [(span["start"], span["end"]) for span in spans]

    def words(self, id):
        return [self.text[start:end] for start, end in self.pieces[id]]

    def flat(self, wanted):
        """The ids that `wanted` lets through, outer before inner, without those that overlap one before."""
        order = {id: n for n, id in enumerate(self.pieces)}
        key = lambda id: (self.pieces[id][0][0], -self.pieces[id][-1][1], order[id])
        end, kept = 0, []
        for id in sorted(filter(wanted, self.pieces), key=key):
            (start, stop), = self.pieces[id]
            if start >= end:
                kept.append(id)
                end = stop
        return kept


def golden():
    for path in sorted((ROOT / "tests/golden").glob("*.txt")):
        gold = path.with_suffix(".gold").read_text("utf-8")
        published = re.search(r"^# published: (\S+)$", gold, re.M)
        yield Article(path.stem, path.read_bytes().decode("utf-8"), published and published[1])


def real():
    data = os.environ.get("NEWSMARK_DATA")
    for path in sorted((Path(data).parent / "articles").glob("*.txt")) if data else []:
        yield Article(f"real-{path.stem}", path.read_bytes().decode("utf-8"))


def hostile():
    for name, text in HOSTILE.items():
        yield Article(f"hostile-{name}", text, "2021-05-10")


def everything():
    return [*golden(), *real(), *hostile()]
