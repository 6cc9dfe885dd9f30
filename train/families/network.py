#!/usr/bin/env python3
"""A small convolutional network with hashed embeddings, as a rival of the linear tagger.

    newsmark-train DATA none --dump DUMP
    network.py DUMP DATA [--plain] [--epochs 10] [--width 96] [--seed 1]

Embeddings of hashes (word, first and last letters, shape, the last word of the longest name elsewhere in the article with
that word), small ones of gazetteers and rules, bits of flags and lists, joined and projected; residual convolutions of
window 3; the labels of the linear tagger. The loss is -log of what the allowed labels sum to; the best legal sequence
stands. `--plain` takes gazetteers, rules and lists of words away. Needs jax, optax, numpy and brotli.
"""
import argparse, json, pathlib, time
import brotli, jax, jax.numpy as jnp, numpy as np, optax

COLUMNS, LABELS, BATCH, WIDE = 21, 33, 3072, 48
LOWER, SHAPE, PREFIX, SUFFIX, KNOWN, HINT, RULE, WHY, FLAGS, COUNT, LONGEST, LAST, KINDS, LISTS, ALLOWED, WEIGHT = (
    2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20)
TRAIN = "worldwide conll2003 wikigold gum re3d btc wnut17 crossner_politics".split()
DEV = [("worldwide", "PER ORG LOC"), ("worldwide", "PER ORG LOC NORP"), ("conll2003", "PER ORG LOC MISC"), ("gum", "PER ORG LOC"),
       ("uner_ewt", "PER ORG LOC"), ("wnut17", "PER ORG LOC"), ("btc", "PER ORG LOC"), ("crossner_politics", "PER ORG LOC")]
GOLD = {"PER": "PER person Person politician",
        "ORG": "ORG organization Organization corporation group politicalparty organisation",
        "LOC": "LOC location Location place Facility country", "": "Date Money abstract animal plant substance"}
GOLD = {name: ours for ours, names in GOLD.items() for name in names.split()}
CLASSES = ["PER", "ORG", "LOC", "LOC", "NORP", "MISC", "MISC", "MISC"]
# Column, bits of the table, width, functions of the hash summed, whether it is a gazetteer's or a rule's.
TABLES = {"lower": (LOWER, 14, WIDE, 2, 0), "prefix": (PREFIX, 12, WIDE, 1, 0), "suffix": (SUFFIX, 13, WIDE, 1, 0),
          "shape": (SHAPE, 10, WIDE, 1, 0), "count": (COUNT, 8, 8, 1, 0), "known": (KNOWN, 10, 16, 1, 1), "hint": (HINT, 10, 16, 1, 1),
          "rule": (RULE, 8, 16, 1, 1), "why": (WHY, 9, 16, 1, 1), "longest": (LONGEST, 10, 16, 1, 1)}

def articles(path):
    """Rows of tokens, sentences and the names that rules alone settle, of each article."""
    a, at = np.fromfile(path, "<u4"), 0
    while at < len(a):
        tokens, sentences, names = a[at:at + 3].astype(int); at += 3
        s = a[at:at + 2 * sentences].reshape(-1, 2).astype(int); at += 2 * sentences
        n = a[at:at + 3 * names].reshape(-1, 3).astype(int); at += 3 * names
        yield a[at:at + COLUMNS * tokens].reshape(-1, COLUMNS), s, n; at += COLUMNS * tokens

def place(hashes, bits, function):
    """The row of a table for each hash, by one of two functions."""
    x = hashes.astype(np.uint32) * np.uint32((0x9e3779b1, 0x85ebca77)[function]); x ^= x >> np.uint32(15)
    return ((x * np.uint32(0x2c1b3c6d)) >> np.uint32(32 - bits)).astype(np.int32)

def inputs(rows, plain):
    """Rows of tables, and bits, for tokens."""
    x = {name: np.stack([place(rows[:, c], bits, f) for f in range(n)], 1)
         for name, (c, bits, _, n, given) in TABLES.items() if not (plain and given)}
    x["last"] = np.stack([place(rows[:, LAST], TABLES["lower"][1], f) for f in range(2)], 1)
    bits = lambda c, n: (rows[:, c:c + 1] >> np.arange(n, dtype=np.uint32)) & 1
    flags = bits(FLAGS, 14) * np.array([1, 1, 1, 1, not plain, not plain] + [1] * 8)  # Lists know an office and common words.
    given = [] if plain else [bits(KINDS, 32), bits(LISTS, 32), bits(LISTS + 1, 32)]
    return x | {"bits": np.concatenate([flags, *given], 1).astype(np.uint8)}

def streams(ranges, order):
    """Sentences, one behind the other with a gap, in streams of a fixed length: the place of each token, or -1."""
    now, used = np.full(BATCH, -1, np.int32), 0
    for a, b in (ranges[i] for i in order):
        if used + b - a > BATCH: yield now; now, used = np.full(BATCH, -1, np.int32), 0
        now[used:used + b - a] = np.arange(a, b); used += b - a + 1
    yield now

def take(x, places):
    return {k: v[np.maximum(places, 0)] for k, v in x.items()}, (places >= 0).astype(np.float32)[:, None]

def parameters(x, width, layers, random):
    small = lambda *shape: (random.standard_normal(shape) / np.sqrt(shape[0])).astype("f4")
    P = {"T": {n: (random.standard_normal((1 << TABLES[n][1], TABLES[n][2])) * .1).astype("f4") for n in x if n in TABLES}}
    joined = sum(TABLES[n][2] for n in P["T"]) + WIDE
    P["in"] = {"w": small(joined, width), "bits": small(x["bits"].shape[1], width) * .3, "b": np.zeros(width, "f4")}
    P["layers"] = [{"w": small(3 * width, width), "b": np.zeros(width, "f4"), "g": np.ones(width, "f4"), "s": np.zeros(width, "f4")}
                   for _ in range(layers)]
    P["out"] = {"w": small(width, LABELS) * .3, "b": np.zeros(LABELS, "f4"), "g": np.ones(width, "f4"), "s": np.zeros(width, "f4")}
    return P

def forward(P, x, mask, drop=.0, words=.0, key=None):
    keys = iter(jax.random.split(key, 20)) if key is not None else None
    keep = lambda h, p: h if key is None else h * jax.random.bernoulli(next(keys), 1 - p, h.shape) / (1 - p)
    some = lambda h, p: h if key is None else h * jax.random.bernoulli(next(keys), 1 - p, (len(h), 1))
    norm = lambda h, g, s: (h - h.mean(-1, keepdims=True)) * jax.lax.rsqrt(h.var(-1, keepdims=True) + 1e-5) * g + s
    e = [some(P["T"][n][x[n]].sum(1), words if n in ("lower", "rule") else words / 3) for n in P["T"]]
    e.append(some(P["T"]["lower"][x["last"]].sum(1), words))
    bits = some(x["bits"].astype(jnp.float32), words / 3)
    h = keep(jnp.concatenate(e, 1), drop) @ P["in"]["w"] + keep(bits, drop) @ P["in"]["bits"] + P["in"]["b"]
    h = jax.nn.gelu(h) * mask
    for l in P["layers"]:
        n = norm(h, l["g"], l["s"]) * mask
        window = jnp.concatenate([jnp.pad(n[:-1], ((1, 0), (0, 0))), n, jnp.pad(n[1:], ((0, 1), (0, 0)))], 1)
        h = (h + keep(jax.nn.gelu(window @ l["w"] + l["b"]), drop)) * mask
    o = P["out"]
    return jax.nn.log_softmax(norm(h, o["g"], o["s"]) @ o["w"] + o["b"])

def legal():
    """Which label may stand behind which."""
    opened, within = lambda a: a and (a - 1) % 4 < 2, lambda b: b and (b - 1) % 4 in (1, 2)
    may = lambda a, b: (within(b) and (a - 1) // 4 == (b - 1) // 4) if opened(a) else not within(b)
    return np.array([[0. if may(a, b) else -1e9 for b in range(LABELS)] for a in range(LABELS)], "f4")

def decode(scores, steps):
    """(from, end, class) of the best legal sequence."""
    last, back = steps[0] + scores[0], []
    for row in scores[1:]:
        all = last[:, None] + steps; back.append(all.argmax(0)); last = all.max(0) + row
    labels = [int((last + steps[:, 0]).argmax())]
    for b in reversed(back): labels.append(int(b[labels[-1]]))
    begun = 0
    for at, label in enumerate(reversed(labels)):
        if label and (label - 1) % 4 in (0, 3): begun = at
        if label and (label - 1) % 4 in (2, 3): yield begun, at + 1, (label - 1) // 4

def found(run, P, dump, name, plain):
    """What the network finds in each article of a set: start, end, class."""
    docs = list(articles(f"{dump}/dev-{name}.bin"))
    rows, starts = np.concatenate([d[0] for d in docs]), np.cumsum([0] + [len(d[0]) for d in docs])
    ranges = [(s + a, s + b) for s, d in zip(starts, docs) for a, b in d[1] if b > a]
    x, scores = inputs(rows, plain), np.full((len(rows), LABELS), -1e9, "f4")
    for places in streams(ranges, range(len(ranges))):
        scores[places[places >= 0]] = np.asarray(run(P, *take(x, places)))[places >= 0]
    steps = legal()
    for start, (own, sentences, settled) in zip(starts, docs):
        spans = [(a + f, a + e, c) for a, b in sentences if b > a for f, e, c in decode(scores[start + a:start + b], steps)]
        spans += [n for n in settled.tolist() if not any(f < n[1] and n[0] < e for f, e, _ in spans)]
        yield [(int(own[f, 0]), int(own[e - 1, 1]), c) for f, e, c in spans]

def report(run, P, dump, data, plain, what):
    cache, line = {}, []
    for name, labels in ((name, labels.split()) for name, labels in DEV):
        if name not in cache: cache[name] = list(found(run, P, dump, name, plain))
        right = many = want = 0
        lines = [json.loads(l) for l in open(f"{data}/ner/dev/{name}.jsonl") if l.strip()]
        assert len(lines) == len(cache[name])
        for article, spans in zip(lines, cache[name]):
            ours = lambda c: "MISC" if CLASSES[c] == "NORP" and "NORP" not in labels else CLASSES[c]
            label = lambda l: l if l in labels else GOLD.get(l, "MISC")
            a = {(s, e, ours(c)) for s, e, c in spans if ours(c) in labels}
            b = {(m["start"], m["end"], label(m["label"])) for m in article["entities"] if label(m["label"]) in labels}
            right += len(a & b); many += len(a); want += len(b)
        scores = 200 * right / max(1, many + want), 100 * right / max(1, many), 100 * right / want
        line.append("%s %d %.1f p %.1f r %.1f" % (name, len(labels), *scores))
    print(what, *line, sep="\n  ", flush=True)

def rounded(P, bits):
    """Weights in so many bits with a scale a row, and the bytes of them under brotli."""
    top, size = (1 << bits - 1) - 1, 0
    def one(w):
        nonlocal size
        w = np.asarray(w)
        if w.ndim == 1: size += 2 * w.size; return w.astype("f2").astype("f4")
        scale = np.maximum(np.abs(w).max(1, keepdims=True) / top, 1e-8).astype("f2").astype("f4")
        q = np.clip(np.round(w / scale), -top, top).astype(np.int8)
        flat = (q.ravel() & 15).astype(np.uint8)
        packed = (flat[::2] | flat[1::2] << 4) if bits == 4 else q
        size += len(brotli.compress(packed.tobytes())) + len(brotli.compress(scale.astype("f2").tobytes())); return q * scale
    return jax.tree.map(one, P), size

def main():
    p = argparse.ArgumentParser()
    p.add_argument("dump"); p.add_argument("data"); p.add_argument("--plain", action="store_true")
    options = dict(epochs=10, width=96, layers=3, seed=1, rate=2e-3, drop=.25, words=.15)
    for name, value in options.items(): p.add_argument("--" + name, type=type(value), default=value)
    o = p.parse_args(); random = np.random.default_rng(o.seed)
    docs = [d for name in TRAIN for d in articles(f"{o.dump}/train-{name}.bin")]
    rows, starts = np.concatenate([d[0] for d in docs]), np.cumsum([0] + [len(d[0]) for d in docs])
    ranges = [(s + a, s + b) for s, d in zip(starts, docs) for a, b in d[1] if b > a]
    x = inputs(rows, o.plain)
    masks = rows[:, ALLOWED].astype(np.uint64) | rows[:, ALLOWED + 1].astype(np.uint64) << np.uint64(32)
    weight = rows[:, WEIGHT].copy().view("f4")
    P = jax.tree.map(jnp.asarray, parameters(x, o.width, o.layers, random))
    steps = o.epochs * (sum(1 for _ in streams(ranges, range(len(ranges)))) + 2)
    plan = optax.warmup_cosine_decay_schedule(0, o.rate, 200, steps, o.rate * .02)
    optimiser = optax.chain(optax.clip_by_global_norm(1.), optax.adamw(plan, b2=.99, weight_decay=.02)); state = optimiser.init(P)
    count = sum(w.size for w in jax.tree.leaves(P))
    sums = (P["in"]["w"].size, sum(l["w"].size for l in P["layers"]), P["out"]["w"].size)
    print(len(rows), "tokens,", count, "parameters,", sum(sums), "multiply-adds a token", sums, steps, "steps", flush=True)

    def loss(P, x, mask, allowed, weight, key):
        right = jax.nn.logsumexp(jnp.where(allowed, forward(P, x, mask, o.drop, o.words, key), -1e9), axis=1)
        return -(right * weight).sum() / weight.sum()

    @jax.jit
    def step(P, mean, state, key, *batch):
        value, g = jax.value_and_grad(loss)(P, *batch, key); change, state = optimiser.update(g, state, P)
        P = optax.apply_updates(P, change)
        return P, jax.tree.map(lambda m, p: m + (p - m) * .003, mean, P), state, value

    run, key, begun, mean = jax.jit(lambda P, x, mask: forward(P, x, mask)), jax.random.PRNGKey(o.seed), time.time(), P
    bit = np.arange(LABELS, dtype=np.uint64)
    for epoch in range(1, o.epochs + 1):
        total = []
        for places in streams(ranges, random.permutation(len(ranges))):
            (key, sub), at = jax.random.split(key), np.maximum(places, 0)
            allowed = (masks[at, None] >> bit & np.uint64(1)).astype(bool)
            P, mean, state, value = step(P, mean, state, sub, *take(x, places), allowed, weight[at] * (places >= 0)); total.append(value)
        print(f"epoch {epoch}: loss {np.mean(jax.device_get(total)):.4f}, {time.time() - begun:.0f} s", flush=True)
        if epoch in (2, 5, 8): report(run, mean, o.dump, o.data, o.plain, f"epoch {epoch}")
    report(run, mean, o.dump, o.data, o.plain, "32 bits")
    for bits in (8, 4):
        Q, size = rounded(mean, bits); report(run, Q, o.dump, o.data, o.plain, f"{bits} bits, {size} bytes under brotli")

if __name__ == "__main__": main()
