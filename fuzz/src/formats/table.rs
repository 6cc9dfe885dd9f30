//! CSV as RFC 4180 has it.

/// Asserts that every row has the cells of the first, and that no cell is a formula.
pub fn check(file: &str) {
    let file = file.strip_prefix('\u{feff}').expect("a mark for Excel");
    let rows = rows(file);
    let width = rows.first().expect("a row of names").len();
    for row in &rows {
        assert_eq!(row.len(), width, "{row:?}");
        for cell in row {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert!(!formula, "a formula: {cell:?}");
            assert!(!cell.contains('\0'), "NUL in {cell:?}");
        }
    }
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut rest = file;
    while !rest.is_empty() {
        let (cell, after) = cell(rest);
        row.push(cell);
        rest = if let Some(next) = after.strip_prefix(',') {
            next
        } else {
            rows.push(std::mem::take(&mut row));
            after.strip_prefix("\r\n").expect("a cell ends in a comma or a line break")
        };
    }
    assert!(row.is_empty(), "the last row ends");
    rows
}

/// The cell at the start of `rest`, and what stands behind it.
fn cell(rest: &str) -> (String, &str) {
    let Some(mut inner) = rest.strip_prefix('"') else {
        let end = rest.find([',', '\r', '\n', '"']).unwrap_or(rest.len());
        return (rest[..end].to_owned(), &rest[end..]);
    };
    let mut words = String::new();
    loop {
        let (before, after) = inner.split_once('"').expect("quotation marks close");
        words.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                words.push('"');
                inner = more;
            }
            None => return (words, after),
        }
    }
}
