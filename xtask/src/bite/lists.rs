//! Entries of the word lists: they go, or stand in the next list, or exchange their values with the next row.

use std::{fs, path::Path};

use super::change::Change;
use crate::step::Result;

/// How a file of lists is laid out. Lines that begin with `#` are comments.
#[derive(Clone, Copy)]
enum Form {
    /// A row a line: the entry, then its values behind tabs, if any.
    Rows,
    /// A list a line: so many cells, then its entries; a cell ends with the first character, an entry with the second.
    Lists(usize, char, char),
    /// A list a line: a cell that ends with a space, then pairs of characters.
    Pairs,
}

const FILES: &[(&str, Form)] = &[
    ("abbreviations.txt", Form::Lists(1, ' ', ' ')),
    ("compositions.txt", Form::Pairs),
    ("cues.tsv", Form::Rows),
    ("currencies.tsv", Form::Rows),
    ("function-words.txt", Form::Lists(1, ' ', ' ')),
    ("leaders.tsv", Form::Lists(1, '\t', '|')),
    ("name-cues.tsv", Form::Lists(1, '\t', ' ')),
    ("no-topic.txt", Form::Rows),
    ("openers.txt", Form::Lists(0, ' ', ' ')),
    ("page-cues.txt", Form::Lists(2, ' ', '|')),
    ("units.tsv", Form::Rows),
];

/// Every change to an entry of a list in the repository at `root`.
pub fn changes(root: &Path) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    for &(name, form) in FILES {
        let file = format!("src/data/{name}");
        let text = fs::read_to_string(root.join(&file))?;
        for (what, changed) in edits(&text, form) {
            let file = file.clone();
            changes.push(Change {
                group: name.into(),
                name: format!("{name}: {what}"),
                make: Box::new(move |root| {
                    let text = fs::read_to_string(root.join(&file))?;
                    let made = filled(changed.made(&text, form), text.len());
                    Ok(vec![(file.clone(), made.into_bytes())])
                }),
            });
        }
    }
    Ok(changes)
}

/// What is done to entry `entry` of line `line`; both count from 0.
struct Edit {
    line: usize,
    entry: usize,
    /// Where it goes, if it is not dropped: another line.
    to: Option<usize>,
}

/// Every edit with what it is.
fn edits(text: &str, form: Form) -> Vec<(String, Edit)> {
    let lines: Vec<&str> = text.lines().collect();
    let listed: Vec<usize> =
        (0..lines.len()).filter(|&i| !lines[i].starts_with('#') && !lines[i].is_empty()).collect();
    let mut edits = Vec::new();
    for (i, &line) in listed.iter().enumerate() {
        let next = listed.get(i + 1).copied();
        if let Form::Rows = form {
            let (key, value) = lines[line].split_once('\t').unwrap_or((lines[line], ""));
            edits.push((format!("`{key}` dropped"), Edit { line, entry: 0, to: None }));
            if let Some(next) = next
                && let Some((other, new)) = lines[next].split_once('\t')
                && new != value
            {
                let what = format!("values of `{key}` and `{other}` exchanged");
                edits.push((what, Edit { line, entry: 0, to: Some(next) }));
            }
            continue;
        }
        let (head, entries, _) = parts(lines[line], form);
        for (entry, word) in entries.iter().enumerate() {
            let of = if head.is_empty() { String::new() } else { format!(" of {}", head.trim()) };
            edits.push((format!("`{word}`{of} dropped"), Edit { line, entry, to: None }));
            let Some(next) = next.filter(|_| !head.is_empty()) else { continue };
            let to = parts(lines[next], form).0.trim();
            // One list on two lines.
            if to == head.trim() {
                continue;
            }
            let what = format!("`{word}`{of} moved to {to}");
            edits.push((what, Edit { line, entry, to: Some(next) }));
        }
    }
    edits
}

/// `text` made as long as it was: with spaces in its first comment, else with empty lines, which hold no list.
fn filled(mut text: String, len: usize) -> String {
    let missing = len.saturating_sub(text.len());
    let (at, what) = if text.starts_with('#') {
        (text.find('\n').unwrap_or(text.len()), " ")
    } else {
        (text.len(), "\n")
    };
    text.insert_str(at, &what.repeat(missing));
    text
}

/// The cells before the entries, the entries, and what stands between them.
fn parts(line: &str, form: Form) -> (&str, Vec<String>, String) {
    let (cells, ends, between) = match form {
        Form::Rows => (0, ' ', None),
        Form::Pairs => (1, ' ', None),
        Form::Lists(cells, ends, between) => (cells, ends, Some(between)),
    };
    let at = match cells {
        0 => 0,
        _ => line.match_indices(ends).nth(cells - 1).map_or(line.len(), |(at, _)| at + 1),
    };
    let (head, rest) = line.split_at(at);
    let Some(between) = between else {
        let letters: Vec<char> = rest.chars().collect();
        let pairs = letters.chunks(2).map(|pair| pair.iter().collect()).collect();
        return (head, pairs, String::new());
    };
    (head, rest.split(between).map(str::to_owned).collect(), between.into())
}

impl Edit {
    /// `text` after it.
    fn made(&self, text: &str, form: Form) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        if let Form::Rows = form {
            let Some(to) = self.to else {
                lines.remove(self.line);
                return lines.join("\n") + "\n";
            };
            let exchanged = lines[self.line].split_once('\t').zip(lines[to].split_once('\t'));
            if let Some(((a, value), (b, other))) = exchanged {
                (lines[self.line], lines[to]) = (format!("{a}\t{other}"), format!("{b}\t{value}"));
            }
            return lines.join("\n") + "\n";
        }
        let (head, mut entries, between) = parts(&lines[self.line], form);
        let head = head.to_owned();
        let word = entries.remove(self.entry);
        lines[self.line] = head + &entries.join(&between);
        if let Some(to) = self.to {
            lines[to] = format!("{}{between}{word}", lines[to]);
        }
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str, form: Form) -> Vec<(String, String)> {
        let edits = edits(text, form).into_iter();
        edits.map(|(what, edit)| (what, edit.made(text, form).replace('\n', "/"))).collect()
    }

    #[test]
    fn words_go_or_move_to_the_next_list() {
        let form = Form::Lists(1, ' ', '|');
        let found = made("# of two\nus A B|C\ngb D\n", form);
        let found: Vec<_> = found.iter().map(|(what, text)| (&**what, &**text)).collect();
        assert_eq!(
            found,
            [
                ("`A B` of us dropped", "# of two/us C/gb D/"),
                ("`A B` of us moved to gb", "# of two/us C/gb D|A B/"),
                ("`C` of us dropped", "# of two/us A B/gb D/"),
                ("`C` of us moved to gb", "# of two/us A B/gb D|C/"),
                ("`D` of gb dropped", "# of two/us A B|C/gb /"),
            ]
        );
        assert_eq!(made("a b\n", Form::Lists(0, ' ', ' '))[1].1, "a/");
        assert_eq!(made("300 AÀEÈ\n301 AÁ\n", Form::Pairs)[3].1, "300 AÀ/301 AÁEÈ/");
    }

    #[test]
    fn a_shorter_file_is_filled_where_nothing_is_read() {
        assert_eq!(filled("# a\nb\n".into(), 8), "# a  \nb\n");
        assert_eq!(filled("b\n".into(), 4), "b\n\n\n");
        assert_eq!(filled("b\n".into(), 2), "b\n");
    }

    #[test]
    fn rows_go_or_exchange_their_values() {
        let found = made("a\tx\ty\nb\tz\nc\tz\n", Form::Rows);
        let found: Vec<_> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(found, ["b\tz/c\tz/", "a\tz/b\tx\ty/c\tz/", "a\tx\ty/c\tz/", "a\tx\ty/b\tz/"]);
    }
}
