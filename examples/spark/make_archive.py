"""Makes an archive of articles that nobody wrote, to try things on.

    python make_archive.py ARTICLES FILE      FILE ends in .jsonl or .parquet
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

FIRST = "Ada Omar Ida Noor Lena Tariq Marta Yusuf Greta Pavel Zoe Amina Henrik Sofia".split()
LAST = "Quill Hadid Brenn Marsh Okoro Lindqvist Varga Pell Sorensen Aziz Tormey Vance".split()
PLACES = "Haifa Oslo Bergen Leeds Porto Graz Malmo Dundee Turin Ghent Lyon Cork".split()
BODIES = "Ferry Board,Harbour Council,Mill Workers' Union,Coast Guard,Tram Authority,Water Company".split(",")
MONTHS = "January February March April May June July August September October November December".split()
SENTENCES = [
    "{first} {last}, who heads the {body}, arrived in {place} on {day} {month} {year}.",
    "“We have waited for {number} years,” said {last}, “and we can wait no longer.”",
    "The {body} paid ${number} million for the old quay in {place} last week.",
    "{last} said on Monday that the work in {place} would begin in early {year}.",
    "Three weeks ago the {body} had closed its office in {place}, and {number} people lost their work.",
    "“It holds for now,” {first} {last} told reporters in {place} on Tuesday.",
    "The price rose by {number} per cent between {month} {year} and the spring.",
    "According to the {body}, the ferry from {place} carried {number},000 people a day.",
    "{first} {last} of {place} disagreed: “Nobody asked us.”",
    "Rain fell on the hills for most of the night, and the river stood high in the morning.",
    "The mayor of {place} declined to comment.",
    "A decision is expected on {day} {month}, two days before the council meets again.",
]


def article(number: int, sentences: int | None = None) -> dict[str, str]:
    """The same one for the same number."""
    chance = random.Random(number)
    year = chance.randint(2015, 2024)
    said = []
    for _ in range(sentences or chance.randint(6, 36)):
        words = {
            "first": chance.choice(FIRST),
            "last": chance.choice(LAST),
            "place": chance.choice(PLACES),
            "body": chance.choice(BODIES),
            "month": chance.choice(MONTHS),
            "day": chance.randint(1, 28),
            "year": year,
            "number": chance.randint(2, 90),
        }
        said.append(chance.choice(SENTENCES).format(**words))
    paragraphs = [" ".join(said[at : at + 3]) for at in range(0, len(said), 3)]
    day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {"id": f"article-{number:07}", "text": "\n\n".join(paragraphs), "published": day}


def articles(count: int) -> Iterator[dict[str, str]]:
    return map(article, range(count))


def main() -> None:
    count, path = int(sys.argv[1]), Path(sys.argv[2])
    if path.suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist(list(articles(count))), path)
    else:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(made, ensure_ascii=False) + "\n" for made in articles(count))


if __name__ == "__main__":
    main()
