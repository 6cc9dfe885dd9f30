//! `CoNLL`: a token and its IOB2 tag a line, tab between them, a blank line after each sentence. Names
//! only, with the four types of CoNLL-2003; boilerplate is left out, as it is not annotated. Tokens
//! are never changed, so that a mention's tokens are its words.

use super::{
    Writer,
    article::Article,
    rows::{self, Row},
    tokens,
};

/// The line before each article, as CoNLL-2003 has it.
const ARTICLE: &str = "-DOCSTART-\tO\n\n";

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let names = rows::flat(&article.rows, |row| tag(row).is_some() && is_name(article, row));
    let (names, dropped) = (names.kept, names.dropped);
    let tokens = tokens::of(article);
    let mut text = String::from(ARTICLE);
    let (mut next_token, mut next_name) = (0, 0);
    for sentence in &article.report.sentences {
        let mut inside = None;
        let mut is_empty = true;
        while let Some(token) = tokens.get(next_token).filter(|t| t.start() < sentence.end()) {
            next_token += 1;
            // Control characters separate lines and columns for some readers.
            let words = article.words(*token).split(|c: char| c.is_control());
            for word in words.filter(|word| token.start() >= sentence.start() && !word.is_empty()) {
                while names.get(next_name).is_some_and(|(_, name)| name.end() <= token.start()) {
                    next_name += 1;
                }
                let name = names.get(next_name).filter(|(_, name)| name.contains(*token));
                text.push_str(word);
                text.push('\t');
                match name.and_then(|(row, _)| tag(row)) {
                    Some(tag) => {
                        text.push_str(if inside == Some(next_name) { "I-" } else { "B-" });
                        text.push_str(tag);
                        inside = Some(next_name);
                    }
                    None => text.push('O'),
                }
                text.push('\n');
                is_empty = false;
            }
        }
        if !is_empty {
            text.push('\n');
        }
    }
    for row in dropped {
        out.leave_out(row.id, "overlaps");
    }
    out.file("conll", "text/plain", text);
}

/// The type of CoNLL-2003.
fn tag(row: &Row<'_>) -> Option<&'static str> {
    Some(match row.kind {
        "person" => "PER",
        "organisation" => "ORG",
        "place" => "LOC",
        "group" | "event" | "product" | "work" => "MISC",
        _ => return None,
    })
}

/// Whether it is a name, and no description or pronoun.
fn is_name(article: &Article<'_>, row: &Row<'_>) -> bool {
    article.mention(row.id).is_some_and(|mention| mention.form.is_name())
}
