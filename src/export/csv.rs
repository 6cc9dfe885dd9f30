//! CSV (RFC 4180): a table with a row for each piece of everything marked. Offsets count code points,
//! as Python does. It begins with a byte order mark, without which Excel takes it for another
//! encoding.

use super::{Writer, article::Article, escape, number};

const COLUMNS: &str =
    "id,kind,subtype,piece,text,value,entity,start,end,sentence,certainty,rule,note\r\n";

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let mut table = String::from("\u{feff}");
    table.push_str(COLUMNS);
    for row in &article.rows {
        for (piece, &span) in row.spans.iter().enumerate() {
            let sentence = article.sentence_at(span.start()).map_or(String::new(), |(at, _)| {
                let mut number = String::new();
                number::whole(&mut number, at as u64 + 1);
                number
            });
            let mut numbers = [String::new(), String::new(), String::new()];
            let counts = [piece as u32 + 1, article.point(span.start()), article.point(span.end())];
            for (out, count) in numbers.iter_mut().zip(counts) {
                number::whole(out, count.into());
            }
            let [piece, start, end] = &numbers;
            let (rule, note) = row.why.map_or(("", ""), |why| (&*why.rule, &*why.note));
            let cells = [
                row.id,
                row.kind,
                &row.subtype,
                piece,
                article.words(span),
                &row.value,
                row.entity,
                start,
                end,
                &sentence,
                row.certainty(),
                rule,
                note,
            ];
            for (i, cell) in cells.into_iter().enumerate() {
                if i > 0 {
                    table.push(',');
                }
                escape::csv(&mut table, cell);
            }
            table.push_str("\r\n");
        }
    }
    out.file("csv", "text/csv", table);
}
