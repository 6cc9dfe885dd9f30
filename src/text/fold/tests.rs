use proptest::prelude::*;

use super::Fold;
use crate::span::Span;

/// Pieces that make texts awkward.
fn awkward() -> impl Strategy<Value = String> {
    let pieces = [
        "plain",
        "Word ",
        ". ",
        "\n",
        "\r\n",
        "\r",
        "\u{2028}",
        "\u{2029}",
        "e\u{301}",
        "\u{301}",
        "a\u{302}\u{301}",
        "\u{a0}",
        "\u{200b}",
        "\u{200f}",
        "\u{202e}",
        "\u{ad}",
        "ﬁ",
        "ﬄ",
        "👍🏽",
        "🇯🇵",
        "\u{feff}",
        "\u{2011}",
        "“",
        "”",
        "\u{1f469}\u{200d}\u{1f680}",
        "é",
        "日本",
        "a line of words that is quite long, so that it looks hard-\nwrapped to those who read it\n",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|p| p.concat())
}

fn boundaries(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

proptest! {
    #[test]
    fn mapped_spans_are_valid_and_ordered_and_come_back(text in awkward()) {
        let fold = Fold::new(&text);
        let ends = boundaries(fold.text());
        let mut last = (0, 0);
        for (i, &start) in ends.iter().enumerate() {
            for &end in &ends[i + 1..] {
                let span = Span::new(fold.text(), start, end).expect("boundaries");
                let source = fold.to_source(span);
                prop_assert!(Span::new(&text, source.start(), source.end()) == Some(source));
                prop_assert!(!source.is_empty());
                prop_assert!(fold.to_folded(source).contains(span), "{span:?} {source:?}");
            }
            let point = fold.to_source(Span::new(fold.text(), start, fold.text().len()).expect("inside"));
            prop_assert!(point.start() >= last.0 && point.end() >= last.1);
            last = (point.start(), point.end());
        }
    }

    #[test]
    fn source_spans_map_to_valid_ones(text in awkward()) {
        let fold = Fold::new(&text);
        let ends = boundaries(&text);
        for (i, &start) in ends.iter().enumerate() {
            for &end in &ends[i..] {
                let folded = fold.to_folded(Span::new(&text, start, end).expect("boundaries"));
                prop_assert!(Span::new(fold.text(), folded.start(), folded.end()) == Some(folded));
            }
        }
    }

    #[test]
    fn any_string_folds(text in any::<String>()) {
        let fold = Fold::new(&text);
        let whole = Span::whole(fold.text()).expect("short");
        let source = fold.to_source(whole);
        prop_assert!(Span::new(&text, source.start(), source.end()) == Some(source));
    }
}

#[test]
fn odd_characters_take_their_usual_form() {
    for (text, wanted) in [
        ("the gov\u{ad}ern\u{200b}ment", "the government"),
        ("ﬁve oﬀers, aﬄuent", "five offers, affluent"),
        ("cafe\u{301} a\u{302}\u{301} q\u{301}", "café ấ q\u{301}"),
        ("5\u{a0}km, well\u{2011}known", "5 km, well-known"),
        ("a\r\nb\rc\u{2028}d\u{2029}e", "a\nb\nc\nd\ne"),
        ("\u{feff}\u{200f}Start", "Start"),
    ] {
        assert_eq!(Fold::new(text).text(), wanted);
    }
}

#[test]
fn wrapped_lines_join_and_parted_words_heal() {
    let text = "The council of the town voted late on Tuesday to\n\
                close the old mill, which is known as a land-\n\
                mark of the river, and the regional govern-\n\
                ment, which has long called it by the well-\n\
                known name of Marsh and Sons, has now agreed to\n\
                pay for the works, which are to begin in May.\n\
                \n\
                A second paragraph of the same article goes on\n\
                here and then it ends.\n";
    let folded = Fold::new(text).text().to_owned();
    assert!(
        folded.contains("Tuesday to close the old mill, which is known as a landmark of"),
        "{folded}"
    );
    assert!(folded.contains("the well-known name"), "{folded}");
    assert!(folded.contains("in May.\n\nA second"), "{folded}");
}

#[test]
fn lines_that_the_writer_broke_stay() {
    for text in [
        "A headline of the day\nThe first paragraph, which is a long one, says it all in one line that goes on \
         and on until it ends.\nThe second paragraph.\nThe third, in short.",
        "Menu\nHome\nSport\nWorld\nContact us\nAbout this site\nTerms of service\nPrivacy",
    ] {
        assert_eq!(Fold::new(text).text(), text);
    }
}
