//! What keeps the reader's words from becoming anything but words, format by format.

/// What stands for a character that a format cannot hold: one for one, so that nothing shifts.
pub(super) const REPLACEMENT: char = '\u{fffd}';

/// Appends `text` as HTML text or as the value of an attribute in double quotes. A parser of HTML
/// gives back every character but NUL, which no HTML can hold.
pub(super) fn html(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\0' => out.push(REPLACEMENT),
            c => markup(out, c),
        }
    }
}

/// Appends `text` as XML 1.0 text. A parser gives back every character that XML can hold.
pub(super) fn xml(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                out.push(REPLACEMENT);
            }
            c => markup(out, c),
        }
    }
}

/// Appends `text` as the value of an XML attribute in double quotes.
pub(super) fn attribute(out: &mut String, text: &str) {
    for line in text.split_inclusive(['\n', '\t']) {
        let plain = line.trim_end_matches(['\n', '\t']);
        xml(out, plain);
        match &line[plain.len()..] {
            "" => {}
            "\n" => out.push_str("&#10;"),
            _ => out.push_str("&#9;"),
        }
    }
}

fn markup(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        // Parsers make a line feed of a bare one.
        '\r' => out.push_str("&#13;"),
        c => out.push(c),
    }
}

/// Appends `text` as a CSV cell (RFC 4180). A cell that a spreadsheet may take for a formula begins
/// with an apostrophe: `=1+1` becomes `'=1+1`. NUL, at which many readers stop, is replaced.
pub(super) fn csv(out: &mut String, text: &str) {
    let quoted = text.contains(['"', ',', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if is_formula(text) {
        out.push('\'');
    }
    for c in text.chars() {
        match c {
            '"' => out.push_str("\"\""),
            '\0' => out.push(REPLACEMENT),
            c => out.push(c),
        }
    }
    if quoted {
        out.push('"');
    }
}

/// Whether the first character behind white space and quotation marks can begin a formula, or is a
/// tab or a line break, behind which a spreadsheet may look for one.
fn is_formula(text: &str) -> bool {
    let marks = "'\"`“”‘’„‚«»‹›\u{feff}\u{200b}";
    for c in text.chars() {
        match c {
            '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' => {
                return true;
            }
            c if c.is_whitespace() || c.is_control() || marks.contains(c) => {}
            _ => return false,
        }
    }
    false
}

/// Appends `text` as a value of iCalendar (RFC 5545, `TEXT`). Control characters, which it cannot
/// hold, are left out; line breaks become `\n`.
pub(super) fn icalendar(out: &mut String, text: &str) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// Appends `text` as Markdown in which it is nothing but text: no emphasis, link, image, HTML, list,
/// mathematics or emoji name, by `CommonMark`, by GitHub and by readers that look for bare addresses.
/// A line break stays one if `breaks`, else it becomes a space.
pub(super) fn markdown(out: &mut String, text: &str, breaks: bool) {
    let lines = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    let space = |c: char| c.is_whitespace() || c == '\0';
    let mut lines = lines.map(|line| line.trim_matches(space)).filter(|line| !line.is_empty());
    if let Some(line) = lines.next() {
        markdown_line(out, line);
    }
    for line in lines {
        out.push_str(if breaks { "\\\n" } else { " " });
        markdown_line(out, line);
    }
}

fn markdown_line(out: &mut String, line: &str) {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut before = ' ';
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, next)| next);
        let escaped = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '@' | '#'
            | '{' | '}' | '^' => true,
            // A list, a rule under a heading.
            '-' | '+' | '=' => at == 0,
            '.' | ')' if digits > 0 && at == digits => true,
            // An address, the name of an emoji; no abbreviation, number or time of day.
            '.' => next.is_alphanumeric() && !(before.is_numeric() && next.is_numeric()),
            ':' => !(next.is_whitespace() || before.is_numeric() && next.is_numeric()),
            '/' => before == '/',
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(escape: impl Fn(&mut String, &str), text: &str) -> String {
        let mut out = String::new();
        escape(&mut out, text);
        out
    }

    #[test]
    fn markup_is_text() {
        let text = "<b a=\"1\" b='2'>&amp;]]></script>\r\n\0\u{1}\u{ffff}";
        let common =
            "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;]]&gt;&lt;/script&gt;&#13;\n\u{fffd}";
        assert_eq!(of(html, text), format!("{common}\u{1}\u{ffff}"));
        assert_eq!(of(xml, text), format!("{common}\u{fffd}\u{fffd}"));
        assert_eq!(of(attribute, "a\nb\tc\r"), "a&#10;b&#9;c&#13;");
    }

    #[test]
    fn formulas_are_neutralised_also_behind_quotes_and_spaces() {
        for text in
            ["=1", "+1", "-1", "@a", " =1", "'=1", "“ -5", "\u{a0}=1", "\t1", "\u{feff}=1", "＝1"]
        {
            assert_eq!(of(csv, text), format!("'{text}"));
        }
        assert_eq!(of(csv, "\"=1\""), "\"'\"\"=1\"\"\"");
        assert_eq!(of(csv, "a,b"), "\"a,b\"");
        for text in ["", "1-2", "a=b", "'", "“words”"] {
            assert_eq!(of(csv, text), text);
        }
    }

    #[test]
    fn calendars_get_no_control_characters() {
        assert_eq!(
            of(icalendar, "a;b,c\\d\r\ne\rf\u{7}\u{85}g:\"h\""),
            "a\\;b\\,c\\\\d\\ne\\nfg:\"h\""
        );
    }

    #[test]
    fn markdown_is_text() {
        for (text, wanted) in [
            ("a*b_c`d", "a\\*b\\_c\\`d"),
            ("# a\n- b\n  2. c\n\n=", "\\# a\\\n\\- b\\\n2\\. c\\\n\\="),
            ("www.9a.b v2.0", "www\\.9a\\.b v2.0"),
            ("![a](http://b.c)", "!\\[a\\](http\\:/\\/b\\.c)"),
            (
                "www.a.b, c@d.e: :tada: 3.5 at 9:30. <i>",
                "www\\.a\\.b, c\\@d\\.e: \\:tada: 3.5 at 9:30. \\<i\\>",
            ),
        ] {
            assert_eq!(of(|out, text| markdown(out, text, true), text), wanted);
        }
        assert_eq!(of(|out, text| markdown(out, text, false), "a\r\n b"), "a b");
    }

    /// What a reader of the format makes of it, for the characters that we write.
    fn undone(text: &str, pairs: &[(&str, &str)]) -> String {
        let mut out = String::new();
        let mut rest = text;
        'next: while let Some(c) = rest.chars().next() {
            for (escape, meant) in pairs {
                if let Some(after) = rest.strip_prefix(escape) {
                    out.push_str(meant);
                    rest = after;
                    continue 'next;
                }
            }
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
        out
    }

    const ENTITIES: &[(&str, &str)] = &[
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#13;", "\r"),
        ("&#10;", "\n"),
        ("&#9;", "\t"),
    ];

    proptest! {
        #[test]
        fn html_and_xml_come_back(text in "(?s)[<>&\"'\r\n\t.:@/a-f;#0-9é𝔐\u{0}\u{1}\u{ffff}]{0,40}") {
            let held = text.replace('\0', "\u{fffd}");
            prop_assert_eq!(&undone(&of(html, &text), ENTITIES), &held);
            let held = held.replace(['\u{1}', '\u{ffff}'], "\u{fffd}");
            prop_assert_eq!(&undone(&of(xml, &text), ENTITIES), &held);
            prop_assert_eq!(&undone(&of(attribute, &text), ENTITIES), &held);
            let free = !of(attribute, &text).contains(['<', '>', '"', '\'', '\r', '\n', '\t']);
            prop_assert!(free);
        }

        #[test]
        fn cells_come_back(text in "(?s)[=+@, \"'\r\n\ta-c“-]{0,12}") {
            let cell = of(csv, &text);
            let inner = cell.strip_prefix('"').and_then(|c| c.strip_suffix('"'));
            prop_assert_eq!(inner.is_some(), text.contains(['"', ',', '\r', '\n']));
            let read = inner.unwrap_or(&cell).replace("\"\"", "\"");
            prop_assert_eq!(read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), false);
            let plain = if is_formula(&read) { &read[1..] } else { &read };
            prop_assert_eq!(plain, text);
        }

        #[test]
        fn values_of_calendars_come_back(text in "(?s)[\\\\;,\na-c:\"é]{0,20}") {
            let pairs = [("\\\\", "\\"), ("\\;", ";"), ("\\,", ","), ("\\n", "\n")];
            prop_assert_eq!(undone(&of(icalendar, &text), &pairs), text);
        }
    }
}
