//! Everything marked, as one list: what tables and annotations hold.

use super::{article::Article, json, number};
use crate::{
    report::{Amount, Certainty, Why},
    span::{self, Span},
};

/// The kinds of marks beside the types of entities.
pub(super) const DATE: &str = "date";
pub(super) const AMOUNT: &str = "amount";
pub(super) const QUOTE: &str = "quote";
pub(super) const ROLE: &str = "role";

/// Something marked.
pub(super) struct Row<'a> {
    /// Its id in the report.
    pub id: &'a str,
    /// An entity's type, or one of the constants above.
    pub kind: &'static str,
    /// More closely: the entity's subtype, TIMEX3's type, the kind of amount or quote.
    pub subtype: String,
    /// Where: at least one piece, none of them empty.
    pub spans: Vec<Span>,
    /// What it stands for: a name, a TIMEX3 value, a number with its unit, a speaker, an office.
    pub value: String,
    /// The id of the entity, or of a quote's speaker; empty where the text does not decide.
    pub entity: &'a str,
    /// None for offices, whose certainty is that of their holder.
    pub certainty: Option<Certainty>,
    pub why: Option<&'a Why>,
}

impl Row<'_> {
    /// From its first piece to its last.
    pub fn whole(&self) -> Span {
        let mut spans = self.spans.iter();
        let first = spans.next().copied().unwrap_or_default();
        spans.fold(first, |whole, piece| whole.to(*piece))
    }

    pub fn certainty(&self) -> &'static str {
        match self.certainty {
            Some(Certainty::Sure) => "sure",
            Some(Certainty::Likely) => "likely",
            Some(Certainty::Check) => "check",
            None => "",
        }
    }
}

/// Everything marked in `article`, in reading order. Marks without words in the text are left out.
pub(super) fn rows<'a>(article: &Article<'a>) -> Vec<Row<'a>> {
    let report = article.report;
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut push = |mut row: Row<'a>| {
        row.spans.retain(|span| !article.words(*span).is_empty());
        if !row.spans.is_empty() {
            rows.push(row);
        }
    };
    for quote in &report.quotes {
        push(Row {
            id: &quote.id,
            kind: QUOTE,
            subtype: json::name(&quote.kind),
            spans: quote.content.iter().map(|piece| piece.span).collect(),
            value: article.speaker(quote).unwrap_or_default(),
            entity: quote.speaker.as_ref().map_or("", |speaker| &speaker.entity),
            certainty: Some(quote.certainty),
            why: Some(&quote.why),
        });
    }
    for entity in &report.entities {
        for role in &entity.roles {
            push(Row {
                id: &role.id,
                kind: ROLE,
                subtype: json::name(&role.when),
                spans: vec![role.span],
                value: office(article, &role.title, role.of.as_deref()),
                entity: &entity.id,
                certainty: None,
                why: None,
            });
        }
    }
    for mention in &report.mentions {
        let id = mention.entity.as_deref().unwrap_or_default();
        let entity = article.entity(id);
        let names: Vec<&str> = mention.candidates.iter().map(|c| article.name(&c.entity)).collect();
        push(Row {
            id: &mention.id,
            kind: mention.entity_type.name(),
            subtype: entity.and_then(|e| e.subtype.as_deref()).unwrap_or_default().to_owned(),
            spans: vec![mention.span],
            value: entity.map_or_else(|| names.join(article.options.words.or), |e| e.name.clone()),
            entity: id,
            certainty: Some(mention.certainty),
            why: Some(&mention.why),
        });
    }
    for date in &report.dates {
        push(Row {
            id: &date.id,
            kind: DATE,
            subtype: json::name(&date.timex.timex_type),
            spans: vec![date.span],
            value: date.timex.value.clone(),
            entity: "",
            certainty: Some(date.certainty),
            why: Some(&date.why),
        });
    }
    for amount in &report.amounts {
        push(Row {
            id: &amount.id,
            kind: AMOUNT,
            subtype: json::name(&amount.kind),
            spans: vec![amount.span],
            value: value(amount),
            entity: "",
            certainty: Some(amount.certainty),
            why: Some(&amount.why),
        });
    }
    span::in_reading_order(&mut rows, Row::whole);
    rows
}

/// An office and whose it is.
fn office(article: &Article<'_>, title: &str, of: Option<&str>) -> String {
    let mut out = title.to_owned();
    if let Some(of) = of {
        out.push_str(", ");
        out.push_str(article.name(of));
    }
    out
}

/// `more-than 3000000 EUR/year`, `2..3 %`; empty without a number.
pub(super) fn value(amount: &Amount) -> String {
    let mut out = String::new();
    let (Some(low), Some(high)) = (amount.low.or(amount.high), amount.high.or(amount.low)) else {
        return out;
    };
    if let Some(modifier) = &amount.modifier {
        out.push_str(&json::name(modifier));
        out.push(' ');
    }
    number::write(&mut out, low);
    if low < high {
        out.push_str("..");
        number::write(&mut out, high);
    }
    let percent = matches!(amount.kind, crate::report::AmountKind::Percent).then_some("%");
    if let Some(unit) = percent.or(amount.currency.as_deref()).or(amount.unit.as_deref()) {
        out.push(' ');
        out.push_str(unit);
    }
    if let Some(per) = &amount.per {
        out.push('/');
        out.push_str(per);
    }
    out
}

/// Marks that do not overlap, and those that had to go.
pub(super) struct Flat<'r, 'a> {
    pub kept: Vec<(&'r Row<'a>, Span)>,
    pub dropped: Vec<&'r Row<'a>>,
}

/// Those of `rows` that `wanted` lets through, for formats that cannot nest: the outer of two stays,
/// and the earlier of two that cross.
pub(super) fn flat<'r, 'a>(rows: &'r [Row<'a>], wanted: impl Fn(&Row<'a>) -> bool) -> Flat<'r, 'a> {
    let mut end = 0;
    let mut flat = Flat { kept: Vec::new(), dropped: Vec::new() };
    for row in rows.iter().filter(|row| wanted(row)) {
        let span = row.whole();
        if row.spans.len() == 1 && span.start() >= end {
            end = span.end();
            flat.kept.push((row, span));
        } else {
            flat.dropped.push(row);
        }
    }
    flat
}
