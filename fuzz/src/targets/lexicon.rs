//! Lists of the reader's own names from elsewhere.

use crate::{articles::article, budget, check, choice, text};
use newsmark::{Options, annotate, corrections::Lexicon};

/// Reads one input.
pub fn run(data: &[u8]) {
    let (which, data) = choice(data);
    let json = text(data, 65_536);
    let lexicon = match Lexicon::from_json(&json) {
        Ok(lexicon) => lexicon,
        Err(refused) => {
            assert!(!refused.code().is_empty() && !refused.to_string().is_empty());
            return;
        }
    };
    assert_eq!(Lexicon::from_json(&lexicon.to_json()).ok().as_ref(), Some(&lexicon));
    let mut merged = lexicon.clone();
    let told = merged.merge(&lexicon).expect("no more than there were");
    assert_eq!((told.added, told.kept), (0, 0));
    assert_eq!(merged, lexicon);
    let mut built = Lexicon::default();
    for entry in lexicon.names() {
        assert!(built.add_name(entry.clone()).expect("sound"));
    }
    for words in lexicon.ignore() {
        assert!(built.add_ignored(words).expect("sound"));
    }
    assert_eq!(built, lexicon);
    let one = article(which % 6);
    let options = lexicon.options(&Options::default());
    let report = budget::within(one.text.len() + 2 * json.len(), || annotate(one.text, &options));
    check(one.text, &report.expect("short"));
}
