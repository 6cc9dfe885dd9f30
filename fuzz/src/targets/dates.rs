//! Times alone: found in all orders of day and month, resolved against a day and against none.

use crate::{budget, choice, text};
use newsmark::{
    Options,
    dates::{self, civil::Day},
    options::DateOrder,
    text::Document,
};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (bits, data) = choice(data);
    let text = text(data, 4_096);
    let options = Options {
        published: (bits & 4 != 0).then(|| "2024-02-29".into()),
        date_order: [None, Some(DateOrder::Mdy), Some(DateOrder::Dmy), Some(DateOrder::Ymd)]
            [usize::from(bits & 3)],
        ..Options::default()
    };
    let document = Document::read(&text, &[]);
    let order = dates::order(&document, &options);
    let found = budget::within(text.len(), || dates::find(&document, document.sentences(), order));
    let published = dates::published(&document, &found, &options);
    let (mentions, _) = dates::resolve(&document, &found, &published, &options);
    for date in &mentions {
        assert!(
            !date.span.is_empty()
                && document.text().get(date.span.start()..date.span.end()).is_some()
        );
        let day = |day: &Option<String>| day.as_deref().map(|day| Day::parse(day).expect("a day"));
        if let (Some(from), Some(to)) = (day(&date.earliest), day(&date.latest)) {
            assert!(from <= to, "{from} to {to}: {date:?}");
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || "-/:_+.".contains(c);
        assert!(!date.timex.value.is_empty() && date.timex.value.chars().all(plain), "{date:?}");
    }
    let sentences: Vec<_> = document.sentences().iter().map(|s| s.span).collect();
    assert!(dates::timeline(&sentences, &mentions).len() <= mentions.len());
}
