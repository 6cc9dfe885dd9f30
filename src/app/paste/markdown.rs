//! Markdown to plain text: the marks of headings, emphasis and links go, the words stay.

/// The words of `markdown`, block by block.
pub fn markdown_to_text(markdown: &str) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = false;
    let mut fenced = false;
    for line in markdown.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            fenced = !fenced;
            open = false;
            continue;
        }
        if trimmed.is_empty() || is_rule(trimmed) {
            open = false;
            continue;
        }
        let (words, alone) = if fenced { (trimmed.to_owned(), true) } else { read_line(trimmed) };
        match blocks.last_mut().filter(|_| open && !alone) {
            Some(block) => {
                block.push(' ');
                block.push_str(&words);
            }
            None => blocks.push(words),
        }
        open = !is_heading(trimmed);
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

/// The line's words, and whether it starts a block.
fn read_line(line: &str) -> (String, bool) {
    let quoted = line.trim_start_matches(['>', ' ']);
    if is_heading(quoted) {
        return (inline(quoted.trim_matches('#').trim()), true);
    }
    match ["- ", "* ", "+ "].iter().find_map(|bullet| quoted.strip_prefix(bullet)) {
        Some(item) => (format!("• {}", inline(item)), true),
        None => (inline(quoted), false),
    }
}

fn is_heading(line: &str) -> bool {
    line.starts_with('#') && line.trim_start_matches('#').starts_with(' ')
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3 && ["-", "=", "*", "_"].iter().any(|mark| line.replace(mark, "").is_empty())
}

/// `text` without the marks of emphasis and code, links as their words, pictures left out.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['[', '!', '*', '`']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let picture = from.starts_with("![");
        let link = if picture { from.get(1..).and_then(read_link) } else { read_link(from) };
        rest = if let Some((words, after)) = link {
            out.push_str(if picture { "" } else { words });
            after
        } else {
            let mut chars = from.chars();
            let mark = chars.next();
            let alone = out.ends_with(' ') && chars.as_str().starts_with(' ');
            out.extend(mark.filter(|c| alone || !matches!(c, '*' | '`')));
            chars.as_str()
        };
    }
    out.push_str(rest);
    out.trim().to_owned()
}

/// `[words](target)` at the start of `text`: the words, and what follows.
fn read_link(text: &str) -> Option<(&str, &str)> {
    // Bounded, so that a flood of open brackets is read in linear time.
    const LONGEST: usize = 400;
    let inside = text.strip_prefix('[')?;
    let close = inside.bytes().take(LONGEST).position(|byte| byte == b']')?;
    let target = inside.get(close + 1..)?.strip_prefix('(')?;
    let end = target.bytes().take(LONGEST).position(|byte| byte == b')')?;
    Some((inside.get(..close)?, target.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (markdown, text) in [
            (
                "# Dam *opens* #\nThe dam\nopened.\n\nIt **holds**.",
                "Dam opens\n\nThe dam opened.\n\nIt holds.",
            ),
            ("- one\n- [two](http://mill.example/a_b)", "• one\n\n• two"),
            ("> quoted\n> on\n\n---\n\nafter", "quoted on\n\nafter"),
            ("![a picture](x.png)\n\nOne [note] only", "One [note] only"),
            ("```\n# code\n```\ntext", "# code\n\ntext"),
            ("#tag and 5 * 3 = 15", "#tag and 5 * 3 = 15"),
        ] {
            assert_eq!(markdown_to_text(markdown), text, "{markdown}");
        }
    }
}
