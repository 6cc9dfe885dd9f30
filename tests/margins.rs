//! What the weights say of each name in the golden articles, and by how much: a weight that is lost or changed shows
//! here long before it costs a name. What the rules propose is left out, so that they may change. `GOLDEN=write cargo
//! test --test margins` rewrites `tests/golden/margins.tsv`, as must be done when the tagger is trained again: its diff
//! shows which names are others, and which are less sure.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use newsmark::{
    entities::{
        Reading,
        gazetteer::{Extra, SECOND},
        tagger::{self, Class, Model, WEIGHTS},
    },
    report::Certainty,
    text::Document,
};

fn golden(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    fs::read_to_string(folder.join(name)).expect("a golden file")
}

/// `class likely sure`: from which margins on names are so, where the rules propose them not, and where they do.
fn levels(model: &Model) -> String {
    let mut lines = String::new();
    for class in Class::ALL {
        let _ = write!(lines, "{class:?}");
        for agrees in [false, true] {
            for level in [Certainty::Likely, Certainty::Sure] {
                let reached = |margin: &i32| match model.certainty(class, *margin, agrees) {
                    Certainty::Sure => true,
                    found => found == level,
                };
                let from = (0..10_000).find(reached);
                let _ = write!(lines, "\t{}", from.map_or("never".into(), |from| from.to_string()));
            }
        }
        lines.push('\n');
    }
    lines
}

/// `words class margin` of each name that the weights alone see.
fn names(text: &str, model: &Model, extra: &Extra) -> String {
    let document = Document::read(text, &[]);
    let reading = Reading::with(&document, Some(extra));
    let mut lines = String::new();
    for name in tagger::tag(&reading, model, &[]) {
        let words = reading.text(name.from, name.end).replace('\n', " ");
        let _ = writeln!(lines, "{words}\t{:?}\t{}", name.class, name.margin);
    }
    lines
}

#[test]
fn margins_are_as_they_were() {
    let model = Model::read(WEIGHTS).expect("the shipped file");
    let extra = Extra::read(SECOND).expect("the shipped file");
    let mut found = BTreeMap::from([("levels", levels(&model))]);
    for article in
        ["business", "court", "disaster", "interview", "liveblog", "politics", "science", "sport"]
    {
        found.insert(article, names(&golden(&format!("{article}.txt")), &model, &extra));
    }
    let mut list = String::new();
    for (title, lines) in &found {
        let _ = write!(list, "# {title}\n{lines}");
    }
    if std::env::var("GOLDEN").is_ok_and(|value| value == "write") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/margins.tsv");
        fs::write(path, &list).expect("writable");
        return;
    }
    let known = golden("margins.tsv");
    let differing: Vec<_> = (known.lines().zip(list.lines()))
        .filter(|(before, now)| before != now)
        .map(|(before, now)| format!("{before} -> {now}"))
        .collect();
    assert!(
        known == list,
        "{} lines differ, the first:\n{}",
        differing.len(),
        differing.into_iter().take(20).collect::<Vec<_>>().join("\n")
    );
}
