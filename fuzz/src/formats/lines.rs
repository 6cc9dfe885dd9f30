//! Formats that are read line by line: calendars, CoNLL, brat.

/// RFC 5545: lines of at most 75 bytes that end in CR LF, and what was begun ends.
pub fn check_calendar(file: &str) {
    let body = file.strip_suffix("\r\n").expect("the last line ends");
    let mut open: Vec<&str> = Vec::new();
    let mut whole = String::new();
    for line in body.split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line:?}", line.len());
        assert!(!line.chars().any(|c| c.is_control() && c != '\t'), "{line:?}");
        assert!(!line.is_empty(), "an empty line");
        if let Some(rest) = line.strip_prefix(' ') {
            assert!(!whole.is_empty(), "goes on where nothing began");
            whole.push_str(rest);
        } else {
            check_property(&whole);
            line.clone_into(&mut whole);
        }
        if let Some(name) = line.strip_prefix("BEGIN:") {
            open.push(name);
        }
        if let Some(name) = line.strip_prefix("END:") {
            assert_eq!(open.pop(), Some(name));
        }
    }
    check_property(&whole);
    assert!(open.is_empty(), "{open:?}");
}

/// An unfolded line: a name, then a value.
fn check_property(line: &str) {
    let name = line.split([':', ';']).next().unwrap_or_default();
    let plain = |c: char| c.is_ascii_uppercase() || c == '-';
    assert!(
        line.is_empty() || line.contains(':') && !name.is_empty() && name.chars().all(plain),
        "{line:?}"
    );
}

/// A token and its tag a line, an empty line between sentences; `I-X` only behind `B-X` or `I-X`.
pub fn check_conll(file: &str) {
    let mut inside = "";
    for line in file.split('\n') {
        if line.is_empty() {
            inside = "";
            continue;
        }
        let (token, tag) = line.split_once('\t').expect("two columns");
        assert!(!token.is_empty() && !tag.contains('\t'), "{line:?}");
        assert!(!token.chars().any(|c| c.is_control()), "{line:?}");
        inside = match tag.split_once('-') {
            Some(("B", kind)) => kind,
            Some(("I", kind)) => {
                assert_eq!(kind, inside, "{line:?}");
                kind
            }
            _ => {
                assert_eq!(tag, "O", "{line:?}");
                ""
            }
        };
    }
}

/// The text, and annotations whose offsets and words agree.
pub fn check_brat(text: &str, copy: &str, annotations: &str) {
    let points: Vec<char> = copy.chars().collect();
    let changed = text.chars().zip(&points).filter(|(was, is)| was != *is);
    for (was, is) in changed {
        assert_eq!((was, *is), ('\r', ' '));
    }
    assert!(points.len() >= text.chars().count(), "no character is lost");
    for line in annotations.lines().filter(|line| line.starts_with('T')) {
        let mut columns = line.splitn(3, '\t');
        let (_, places, words) = (columns.next(), columns.next(), columns.next());
        let (places, words) = (places.expect("places"), words.expect("words"));
        let (_, places) = places.split_once(' ').expect("a type");
        let mut found = Vec::new();
        for piece in places.split(';') {
            let (from, to) = piece.split_once(' ').expect("two numbers");
            let (from, to): (usize, usize) = (from.parse().expect("from"), to.parse().expect("to"));
            assert!(from < to && to <= points.len(), "{line:?}");
            found.push(points[from..to].iter().collect::<String>());
        }
        assert_eq!(found.join(" "), words, "{line:?}");
    }
}
