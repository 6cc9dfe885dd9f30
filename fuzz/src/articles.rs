//! Texts that stay the same, with their reports: what patches and reports are tried on. All are our own.

use std::sync::LazyLock;

use newsmark::{Options, Report, annotate};

/// The golden articles.
pub const GOLDEN: [&str; 8] = [
    include_str!("../../tests/golden/business.txt"),
    include_str!("../../tests/golden/court.txt"),
    include_str!("../../tests/golden/disaster.txt"),
    include_str!("../../tests/golden/interview.txt"),
    include_str!("../../tests/golden/liveblog.txt"),
    include_str!("../../tests/golden/politics.txt"),
    include_str!("../../tests/golden/science.txt"),
    include_str!("../../tests/golden/sport.txt"),
];

/// Short texts in which marks nest, cross, repeat and stand beside what is hard to count.
const SHORT: [&str; 5] = [
    "“We open on Monday,” Mayor Ida Brenn told Reuters. Brenn, of Hull & Sons Ltd, paid $3.5 million.",
    "👩\u{200d}🚀 Ferry fares rise\r\n\r\n“It holds,” said Ada Quill of Ferry Board on 3 May 2021, “for \
     e\u{301}ver.” שרה paid 40%.",
    "Read more\n\nShare\n\nPORT VARREN, Oct. 4 – Marsh said the mill would reopen on 03/04/2021, he said. \
     “Odile “Ode” Marsh,” said Brenn, “is right.”\n\nAdvertisement",
    "Odile Marsh met Odile Marsh. Marsh met Brenn. Marsh, Marsh and Marsh left in May, in May and in May.",
    "",
];

/// An article.
pub struct Article {
    /// Its words.
    pub text: &'static str,
    /// What the engine says of it.
    pub report: Report,
}

/// All of them, the short ones first.
pub static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let options = Options { published: Some("2021-10-04".into()), ..Options::default() };
    let read =
        |text: &'static str| Article { text, report: annotate(text, &options).expect("short") };
    SHORT.into_iter().chain(GOLDEN).map(read).collect()
});

/// One of them.
pub fn article(choice: u8) -> &'static Article {
    &ARTICLES[usize::from(choice) % ARTICLES.len()]
}
