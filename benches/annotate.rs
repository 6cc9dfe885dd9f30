//! How fast newsmark reads: `cargo bench`, in words per second (`items`), and
//! `cargo bench -- --test` for one pass of each, which a profiler that counts instructions can follow.

use divan::{Bencher, counter::ItemsCount};
use newsmark::{Options, amounts, annotate, dates, entities, language, text::Document};

fn main() {
    divan::main();
}

/// Paragraphs of the article that is read; what stands in them is invented.
const PARAGRAPHS: &[&str] = &[
    "PORT VARREN, 4 October 2021 – The harbour of Port Varren will reopen on Monday after three weeks \
     of repairs, Mayor Ida Brenn told reporters. “We open with the first ferry,” she said, “and we \
     shall not close again this year.”",
    "The works cost $3.5 million, about 40% more than planned, according to Hull & Sons Ltd. Most of \
     the 1,200 workers came from Norway and Germany; some had been there since last May.",
    "Odile Marsh, a former deputy minister, denied that she had known of the delays. Marsh said the \
     council had been told “twice, in writing” between 2019 and 2020, and again on 12 March.",
    "In the old town, where the market is held every Saturday, people were glad. They had carried \
     their goods over the hill for weeks, past the mill and the school, and the rain had not helped. \
     Nobody could say what the winter would bring.",
    "The National Ferry Union called the decision “a gift to Westmark Lines”. Its chairman, Tom Ashby, \
     61, asked the government in Oslo to explain within ten days why no other firm had been heard.",
];

/// An article with `copies` of the paragraphs, and how many words it has.
fn article(copies: usize) -> (String, usize) {
    let body = vec![PARAGRAPHS.join("\n\n"); copies].join("\n\n");
    let text = format!("Harbour reopens after weeks of repairs\n\nBy Jonas Reed\n\n{body}\n");
    let words = text.split_whitespace().count();
    (text, words)
}

fn options() -> Options {
    Options { published: Some("2021-10-04".into()), ..Options::default() }
}

/// A short report, a long read, a book: time must grow no faster than the text.
#[divan::bench(args = [1, 10, 100])]
fn whole(bencher: Bencher<'_, '_>, copies: usize) {
    let (text, words) = article(copies);
    bencher.counter(ItemsCount::new(words)).bench(|| annotate(&text, &options()));
}

#[divan::bench]
fn document(bencher: Bencher<'_, '_>) {
    let (text, words) = article(10);
    bencher.counter(ItemsCount::new(words)).bench(|| Document::read(&text, &[]));
}

#[divan::bench]
fn language(bencher: Bencher<'_, '_>) {
    stage(bencher, language::detect);
}

#[divan::bench]
fn dates(bencher: Bencher<'_, '_>) {
    stage(bencher, |document| dates::find(document, document.sentences(), None).len());
}

#[divan::bench]
fn amounts(bencher: Bencher<'_, '_>) {
    stage(bencher, |document| amounts::find(document, document.sentences()).len());
}

#[divan::bench]
fn names(bencher: Bencher<'_, '_>) {
    stage(bencher, |document| {
        entities::find(&entities::Reading::new(document), None, &options()).len()
    });
}

#[divan::bench]
fn quotes(bencher: Bencher<'_, '_>) {
    stage(bencher, |document| newsmark::quotes::find(document, &[], &[]).0.len());
}

/// One recogniser on an article that has been read.
fn stage<T>(bencher: Bencher<'_, '_>, find: impl Fn(&Document) -> T + Sync) {
    let (text, words) = article(10);
    let document = Document::read(&text, &[]);
    bencher.counter(ItemsCount::new(words)).bench(|| find(&document));
}
