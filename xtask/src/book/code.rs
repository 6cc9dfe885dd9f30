//! Colours for code: comments, strings, and the words and tags of each language.

use super::escaped;

/// The words that a language has for itself, and what its comments begin with.
fn language(name: &str) -> Option<(&'static [&'static str], &'static str)> {
    Some(match name {
        "rust" => (
            &[
                "as", "async", "else", "fn", "for", "if", "impl", "let", "loop", "match", "mod",
                "mut", "pub", "return", "struct", "use", "while",
            ],
            "//",
        ),
        // Attributes have some of the names that scripts have as words.
        "html" => {
            (&["async", "await", "const", "else", "if", "import", "let", "new", "return"], "//")
        }
        "js" | "ts" | "jsx" | "vue" | "svelte" | "astro" | "php" => (
            &[
                "async",
                "await",
                "class",
                "const",
                "declare",
                "else",
                "export",
                "extends",
                "for",
                "from",
                "function",
                "if",
                "import",
                "interface",
                "let",
                "new",
                "of",
                "return",
                "type",
            ],
            "//",
        ),
        "sh" => (&["do", "done", "for", "if", "in", "then"], "# "),
        "json" => (&["false", "null", "true"], "//"),
        "css" => (&[], "/*"),
        _ => return None,
    })
}

/// `text` as HTML, with spans of the classes `comment`, `string` and `word`. What is no language that we
/// know is left as it is.
pub fn highlighted(name: &str, text: &str) -> String {
    let Some((words, comment)) = language(name) else { return escaped(text) };
    let mut html = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (class, length) = piece(rest, first, words, comment);
        let (taken, after) = rest.split_at(length);
        match class {
            "" => html.push_str(&escaped(taken)),
            class => {
                html.push_str("<span class=\"");
                html.push_str(class);
                html.push_str("\">");
                html.push_str(&escaped(taken));
                html.push_str("</span>");
            }
        }
        // A word's neighbour is no word of its own.
        rest = after;
    }
    html
}

/// The class and length of what `rest`, which begins with `first`, begins with.
fn piece(rest: &str, first: char, words: &[&str], comment: &str) -> (&'static str, usize) {
    let upto = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    if rest.starts_with("<!--") {
        return ("comment", upto("-->"));
    }
    if rest.starts_with("/*") {
        return ("comment", upto("*/"));
    }
    if rest.starts_with(comment) {
        return ("comment", rest.find('\n').unwrap_or(rest.len()));
    }
    if matches!(first, '"' | '\'' | '`') {
        let end = rest[1..].find([first, '\n']);
        let closed = end.filter(|at| rest[1 + at..].starts_with(first));
        return closed.map_or(("", 1), |at| ("string", at + 2));
    }
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    if first.is_alphabetic() {
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let class = if words.contains(&&rest[..length]) { "word" } else { "" };
        return (class, length);
    }
    let tag = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'));
    if let Some(name) = tag.filter(|name| name.starts_with(char::is_alphabetic)) {
        let length = name.find(|c| !is_part(c)).unwrap_or(name.len());
        return ("word", rest.len() - name.len() + length);
    }
    ("", first.len_utf8())
}

#[test]
fn code_is_coloured_and_stays_itself() {
    for (name, text, wanted) in [
        (
            "rust",
            "let a = \"b<\"; // c",
            "<span class=\"word\">let</span> a = <span class=\"string\">&quot;b&lt;&quot;</span>; <span class=\"comment\">// c</span>",
        ),
        (
            "html",
            "<p title='x'>It's</p>",
            "<span class=\"word\">&lt;p</span> title=<span class=\"string\">'x'</span>&gt;It's<span class=\"word\">&lt;/p</span>&gt;",
        ),
        ("sh", "newsmark a.txt  # b", "newsmark a.txt  <span class=\"comment\"># b</span>"),
        ("text", "let <it>", "let &lt;it&gt;"),
        ("js", "letter", "letter"),
    ] {
        assert_eq!(highlighted(name, text), wanted);
    }
}
