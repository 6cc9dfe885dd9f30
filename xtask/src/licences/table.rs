//! Tables in Markdown.

/// The tables of a page: each its rows of cells, the first of them the head.
pub fn read(page: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables = vec![Vec::new()];
    for line in page.lines() {
        match line.strip_prefix('|').and_then(|line| line.trim_end().strip_suffix('|')) {
            // The line under the head.
            Some(rule) if rule.chars().all(|c| "-:| ".contains(c)) => {}
            Some(row) => {
                let row = row.split('|').map(|cell| cell.trim().to_owned()).collect();
                tables.last_mut().expect("there is one from the start").push(row);
            }
            None => tables.push(Vec::new()),
        }
    }
    tables.retain(|table| !table.is_empty());
    tables
}

/// A table with `head` over `rows`.
pub fn write(head: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let rule = format!("|{}\n", "---|".repeat(head.len()));
    let rows = rows.iter().map(|row| line(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    std::iter::once(line(head)).chain(std::iter::once(rule)).chain(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_as_they_are_written() {
        let cells = |row: &[&str]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
        let page = format!(
            "# Page\n\n{}\nBetween.\n\n{}",
            write(&["a", "b"], &[cells(&["1", "2"]), cells(&["3", ""])]),
            write(&["c"], &[]),
        );
        let wanted = vec![
            vec![cells(&["a", "b"]), cells(&["1", "2"]), cells(&["3", ""])],
            vec![cells(&["c"])],
        ];
        assert_eq!(read(&page), wanted);
        assert_eq!(read("No table: a | b\n"), Vec::<Vec<Vec<String>>>::new());
    }
}
