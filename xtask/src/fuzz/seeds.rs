//! First inputs, all made of texts that were written for this project.

use newsmark::{
    Report,
    corrections::{Correction, Kind, Lexicon, Patch},
    export::{ExportOptions, Format, export},
    options::{LexiconEntry, Unit},
    report::EntityType,
    rules,
    wire::WireReport,
};

#[allow(dead_code, reason = "the targets use the rest")]
#[path = "../../../fuzz/src/articles.rs"]
mod articles;
#[path = "../../../tests/common/pieces.rs"]
pub mod pieces;

use articles::{ARTICLES, Article, GOLDEN};

/// The texts of targets begin with a byte that chooses.
fn chosen(choice: usize, text: &str) -> Vec<u8> {
    [&[choice as u8], text.as_bytes()].concat()
}

/// A text without the marks of the rule catalogue.
fn plain(marked: &str) -> String {
    let mut text = String::new();
    for (i, piece) in marked.split('⟦').enumerate() {
        let Some((inner, after)) = piece.split_once('⟧').filter(|_| i > 0) else {
            text.push_str(piece);
            continue;
        };
        text.push_str(inner.split_once('|').map_or(inner, |(words, _)| words));
        text.push_str(after);
    }
    text.replace('⟧', "")
}

/// The golden articles, and one more text for each rule: its hits and misses.
pub fn articles() -> Vec<Vec<u8>> {
    let golden = GOLDEN.iter().enumerate().map(|(i, text)| chosen(i, text));
    golden.chain(rules("")).collect()
}

/// The hits and misses of the rules whose ids begin so.
pub fn rules(of: &str) -> Vec<Vec<u8>> {
    examples(|id| id.starts_with(of))
}

/// Those of the rules that name names: whatever is of no other family.
pub fn names() -> Vec<Vec<u8>> {
    const OTHERS: [&str; 5] = ["text.", "date.", "amount.", "quote.", "summary."];
    examples(|id| !OTHERS.iter().any(|other| id.starts_with(other)))
}

fn examples(wanted: impl Fn(&str) -> bool) -> Vec<Vec<u8>> {
    let rules = rules::all().filter(|rule| wanted(rule.id));
    let texts = rules.map(|rule| {
        let all: Vec<_> = rule.hits.iter().chain(rule.misses).map(|text| plain(text)).collect();
        all.join("\n\n")
    });
    texts.enumerate().map(|(i, text)| chosen(i, &text)).collect()
}

/// Short pieces, to be repeated: some, since each is a long text in the end.
pub fn pieces() -> Vec<Vec<u8>> {
    let own = pieces::PIECES.iter().step_by(3).map(|&piece| piece.to_owned());
    let several = pieces::PIECES.windows(3).step_by(4).map(|three| three.join(" "));
    own.chain(several).enumerate().map(|(i, piece)| chosen(i, &piece)).collect()
}

/// Bytes of which structured inputs are made: numbers of a fixed sequence.
pub fn bytes() -> Vec<Vec<u8>> {
    let mut state = 2021_u64;
    let mut next = || {
        // The generator of the old C library's `rand48`, of which the upper bits are good.
        state = state.wrapping_mul(0x5_DEEC_E66D).wrapping_add(11) & ((1 << 48) - 1);
        (state >> 40) as u8
    };
    (1..=40).map(|i| (0..i * 48).map(|_| next()).collect()).collect()
}

/// For each article a patch with corrections of every kind.
pub fn patches() -> Vec<Vec<u8>> {
    let made = ARTICLES.iter().enumerate();
    made.map(|(i, article)| chosen(i, &patch(article).to_json())).collect()
}

fn patch(Article { text, report }: &Article) -> Patch {
    let mut made = Vec::new();
    for (i, mention) in report.mentions.iter().take(6).enumerate() {
        let id = &mention.id;
        let into = report.entities.last().map_or("e1", |e| &e.id);
        made.push(match i {
            0 => Correction::confirm(text, report, id, true),
            1 => Correction::delete(text, report, id, false),
            2 => Correction::retype(text, report, id, Kind::Name(EntityType::Place), true),
            3 => Correction::merge(text, report, id, into, false),
            4 => Correction::split(text, report, id, false),
            _ => Correction::add(text, report, mention.span, Kind::Date, Some("2021-10"), true),
        });
    }
    made.extend(
        report.dates.first().map(|d| Correction::set_value(text, report, &d.id, "2021-W39", false)),
    );
    made.extend(
        report.amounts.first().map(|a| Correction::set_value(text, report, &a.id, "3.5 USD", true)),
    );
    for (i, quote) in report.quotes.iter().take(3).enumerate() {
        let speaker = report.entities.first().map_or("e1", |e| &e.id);
        made.push(match i {
            0 => Correction::set_speaker(text, report, &quote.id, speaker, true),
            1 => Correction::set_speaker_named(text, report, &quote.id, "Ada Quill", false),
            _ => Correction::set_no_speaker(text, report, &quote.id, false),
        });
        made.extend(
            quote.content.first().map(|p| Correction::resize(text, report, &quote.id, p.span)),
        );
    }
    made.push(Correction::boilerplate(text, report, 0, true));
    made.push(Correction::set_published("2021-10-04"));
    let mut patch = Patch::default();
    // What does not fit this article is left out.
    for correction in made.into_iter().flatten() {
        let _ = patch.push(correction.at("2021-10-04T10:00:00Z"));
    }
    patch
}

/// Lists of the reader's own names.
pub fn lexicons() -> Vec<Vec<u8>> {
    let names =
        ["Ida Brenn", "Hull & Sons Ltd", "May", "Port Varren", "שרה", "e\u{301}", "Marsh", "U.S."];
    let types =
        [EntityType::Person, EntityType::Organisation, EntityType::Place, EntityType::Event];
    let mut lexicon = Lexicon::default();
    let mut all = vec![lexicon.to_json()];
    for (i, name) in names.into_iter().enumerate() {
        let entity = (i % 2 == 0).then(|| "Marsh".to_owned());
        let entry = LexiconEntry { text: name.into(), entity_type: types[i % 4], entity };
        let _ = lexicon.add_name(entry);
        let _ = lexicon.add_ignored(names[(i + 3) % names.len()]);
        all.push(lexicon.to_json());
    }
    all.iter().enumerate().map(|(i, json)| chosen(i, json)).collect()
}

fn written(article: &Article, unit: Unit) -> String {
    let report: Report = article.report.clone();
    // Plain data with strings as keys.
    serde_json::to_string(&WireReport::of(article.text, report, unit)).unwrap_or_default()
}

/// Reports on the short articles and one long one, in each unit, behind the byte that chooses the article.
pub fn reports() -> Vec<Vec<u8>> {
    let units = [Unit::Utf8, Unit::Utf16, Unit::Codepoint];
    let all = ARTICLES.iter().enumerate().take(6);
    all.flat_map(|(i, article)| units.map(|unit| chosen(i, &written(article, unit)))).collect()
}

/// The same without that byte.
pub fn answers() -> Vec<Vec<u8>> {
    ARTICLES.iter().take(6).map(|article| written(article, Unit::Utf16).into_bytes()).collect()
}

/// Our articles as pages and notes, and mark-up that is hard to read.
pub fn markup() -> Vec<Vec<u8>> {
    const HARD: [&str; 8] = [
        "<nav><p>never closed<p>One",
        "<p>By Ada, <time datetime='2024-03-12T09:00Z'>2 hours ago</time>.",
        "<table><tr><td>10<td>20</tr><tr><td>30</table><pre>a  b\n  c</pre><q>yes</q>",
        "<script>if (a < b) alert('</p>')</script><style>p{}</style><!-- --><![CDATA[x]]>",
        "<p hidden>no</p><p style='DISPLAY: none'>no<div aria-hidden=true><br><li>One",
        "Fish &amp; chips &#8220;here&#x201d; &nbsp;x &eacute; &#0; &#xD800; &#x110000;",
        "# Dam *opens* #\n\n- one\n- [two](http://mill.example/a_b)\n\n```\n# code\n```\n> q",
        "![a picture](x.png)\n\nOne [note] only\n\n---\n\n* * *\n| a | b |",
    ];
    let page = |article: &Article, format| {
        export(article.text, &article.report, format, &ExportOptions::default())
            .files
            .swap_remove(0)
            .text
    };
    let hard = HARD.iter().enumerate().map(|(i, text)| chosen(if i < 6 { 0 } else { 2 }, text));
    let pages = ARTICLES.iter().take(7).map(|article| chosen(0, &page(article, Format::Html)));
    let notes = ARTICLES.iter().take(7).map(|article| chosen(2, &page(article, Format::Markdown)));
    hard.chain(pages).chain(notes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_catalogue_are_no_part_of_an_input() {
        assert_eq!(
            plain("The mill shut ⟦three weeks ago|2021-W37⟧, ⟦she⟧ said."),
            "The mill shut three weeks ago, she said."
        );
        for seed in articles() {
            assert!(!String::from_utf8_lossy(&seed).contains(['⟦', '⟧']));
        }
    }

    #[test]
    fn patches_and_lexicons_are_sound_and_hold_something() {
        let patches: Vec<_> = patches().iter().map(Vec::len).collect();
        assert!(patches.iter().filter(|length| **length > 500).count() > 8, "{patches:?}");
        for seed in lexicons() {
            let json = std::str::from_utf8(&seed[1..]).expect("UTF-8");
            assert!(Lexicon::from_json(json).is_ok(), "{json}");
        }
        for seed in super::patches() {
            assert!(Patch::from_json(std::str::from_utf8(&seed[1..]).expect("UTF-8")).is_ok());
        }
    }

    #[test]
    fn every_target_starts_with_something() {
        for target in super::super::TARGETS {
            assert!((target.seeds)().len() > 5, "{}", target.name);
        }
    }
}
