//! `TimeML` 1.2.1 (ISO-TimeML's predecessor, as TempEval-3 uses it): the text in `TEXT` with a TIMEX3
//! element around every expression of time, the publication day in `DCT`. `t0` is the publication
//! day, `t1`, `t2`, … are the report's `d1`, `d2`, ….

use super::{
    Writer,
    article::Article,
    escape, json,
    rows::{self, DATE},
};
use crate::report::DateMention;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML \
    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n<DOCID>";

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let dates = rows::flat(&article.rows, |row| row.kind == DATE);
    let mut xml = String::from(HEAD);
    xml.push_str(&article.uuid());
    xml.push_str("</DOCID>\n<DCT><TIMEX3 tid=\"t0\"");
    let published = article.published();
    for (name, value) in [
        ("type", "DATE"),
        ("value", published.unwrap_or("XXXX-XX-XX")),
        ("temporalFunction", "false"),
        ("functionInDocument", "CREATION_TIME"),
    ] {
        attribute(&mut xml, name, value);
    }
    xml.push('>');
    escape::xml(&mut xml, published.unwrap_or_default());
    xml.push_str("</TIMEX3></DCT>\n<TITLE>");
    escape::xml(&mut xml, &article.title());
    xml.push_str("</TITLE>\n<TEXT>");
    // References to what is not in this file would be broken.
    let kept = |id: &str| {
        let dropped = dates.dropped.iter().any(|row| row.id == id);
        id == "t0" || article.date(id).is_some() && !dropped
    };
    let mut done = 0;
    for (row, span) in &dates.kept {
        let Some(date) = article.date(row.id) else { continue };
        escape::xml(&mut xml, &article.text[done..span.start()]);
        xml.push_str("<TIMEX3");
        attributes(&mut xml, date, kept);
        xml.push('>');
        escape::xml(&mut xml, article.words(*span));
        xml.push_str("</TIMEX3>");
        done = span.end();
    }
    escape::xml(&mut xml, &article.text[done..]);
    xml.push_str("</TEXT>\n</TimeML>\n");
    for row in &dates.dropped {
        out.leave_out(row.id, "overlaps");
    }
    out.file("tml", "application/xml", xml);
}

fn attributes(xml: &mut String, date: &DateMention, kept: impl Fn(&str) -> bool) {
    let timex = &date.timex;
    attribute(xml, "tid", &tid(&date.id));
    attribute(xml, "type", &json::name(&timex.timex_type));
    attribute(xml, "value", &timex.value);
    if let Some(modifier) = &timex.modifier {
        attribute(xml, "mod", &json::name(modifier));
    }
    let anchor = timex.anchor.as_deref().filter(|id| kept(id));
    attribute(xml, "temporalFunction", if anchor.is_some() { "true" } else { "false" });
    for (name, point) in [
        ("anchorTimeID", anchor),
        ("beginPoint", timex.begin_point.as_deref().filter(|id| kept(id))),
        ("endPoint", timex.end_point.as_deref().filter(|id| kept(id))),
    ] {
        if let Some(id) = point {
            attribute(xml, name, &tid(id));
        }
    }
    for (name, value) in [("quant", &timex.quant), ("freq", &timex.freq)] {
        if let Some(value) = value {
            attribute(xml, name, value);
        }
    }
}

/// `t3` for `d3`. Other ids, of a reader's own dates, keep their name behind a `t`, so that none is
/// an id twice.
fn tid(id: &str) -> String {
    let number = id.strip_prefix('d').filter(|n| n.bytes().all(|b| b.is_ascii_digit()));
    match number {
        _ if id == "t0" => id.to_owned(),
        Some(number) => ["t", number].concat(),
        None => ["t-", id].concat(),
    }
}

fn attribute(xml: &mut String, name: &str, value: &str) {
    xml.push(' ');
    xml.push_str(name);
    xml.push_str("=\"");
    escape::attribute(xml, value);
    xml.push('"');
}
