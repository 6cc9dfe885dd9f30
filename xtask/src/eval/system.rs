//! What newsmark finds, in the form of the gold files.

use newsmark::{
    Options,
    report::{BlockKind, Certainty, EntityType, Form, Quote, QuoteKind, Report},
    span::Span,
};
use serde::Serialize;

use super::{
    calendar,
    gold::{Days, Gold},
    place::{Pair, Place},
};

/// What was found in one article. It serialises as the line that the reference scorer reads.
#[derive(Clone, Debug, Default, Serialize)]
pub struct System {
    pub id: String,
    pub entities: Vec<Entity>,
    pub timexes: Vec<Timex>,
    pub quotes: Vec<Spoken>,
    pub mentions: Vec<Mention>,
    /// The blocks that are not boilerplate.
    pub kept: Vec<Pair>,
    /// The others.
    #[serde(skip)]
    pub dropped: Vec<Place>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Entity {
    #[serde(flatten)]
    pub place: Place,
    pub label: String,
    #[serde(skip)]
    pub certainty: Option<Certainty>,
}

#[derive(Clone, Debug, Serialize)]
#[allow(clippy::struct_field_names, reason = "`type` is a keyword")]
pub struct Timex {
    #[serde(flatten)]
    pub place: Place,
    #[serde(rename = "type")]
    pub timex_type: String,
    pub value: Option<String>,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub alternatives: Vec<Days>,
    #[serde(skip)]
    pub certainty: Option<Certainty>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Spoken {
    #[serde(flatten)]
    pub place: Place,
    pub spans: Vec<Pair>,
    pub kind: String,
    pub cue: Option<Pair>,
    pub speaker: Option<Pair>,
    #[serde(skip)]
    pub certainty: Option<Certainty>,
    #[serde(skip)]
    pub speaker_certainty: Option<Certainty>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Mention {
    #[serde(flatten)]
    pub place: Place,
    /// A mention that the text does not decide stands for itself.
    pub entity: String,
    pub form: String,
}

/// Annotates an article of a gold file as the app does by default.
pub fn annotate(gold: &Gold) -> Result<System, newsmark::Error> {
    let options = Options { published: gold.published(), ..Options::default() };
    let report = newsmark::annotate(&gold.text, &options)?;
    Ok(convert(gold, &report))
}

fn convert(gold: &Gold, report: &Report) -> System {
    let points = Points::new(&gold.text);
    let (kept, dropped): (Vec<_>, Vec<_>) =
        report.blocks.iter().partition(|b| b.kind != BlockKind::Boilerplate);
    let named = |form| matches!(form, Form::Name | Form::Short | Form::Acronym);
    System {
        id: gold.id.clone(),
        entities: (report.mentions.iter().filter(|m| named(m.form)))
            .map(|m| Entity {
                place: points.place(m.span),
                label: label(m.entity_type).into(),
                certainty: Some(m.certainty),
            })
            .collect(),
        timexes: report.dates.iter().map(|date| timex(date, &points)).collect(),
        quotes: report.quotes.iter().filter_map(|quote| spoken(quote, &points)).collect(),
        mentions: (report.mentions.iter())
            .map(|m| Mention {
                place: points.place(m.span),
                entity: entity(m),
                form: format!("{:?}", m.form).to_lowercase(),
            })
            .collect(),
        kept: kept.into_iter().map(|b| points.pair(b.span)).collect(),
        dropped: dropped.into_iter().map(|b| points.place(b.span)).collect(),
    }
}

/// The label of the sets.
pub fn label(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "PER",
        EntityType::Organisation => "ORG",
        EntityType::Place => "LOC",
        EntityType::Group => "NORP",
        EntityType::Event | EntityType::Product | EntityType::Work => "MISC",
    }
}

/// A mention's entity; one that the text does not decide is an entity of its own.
pub fn entity(mention: &newsmark::report::Mention) -> String {
    mention.entity.clone().unwrap_or_else(|| format!("?{}", mention.id))
}

pub fn timex(date: &newsmark::report::DateMention, points: &Points) -> Timex {
    Timex {
        place: points.place(date.span),
        timex_type: format!("{:?}", date.timex.timex_type).to_uppercase(),
        value: Some(date.timex.value.clone()),
        earliest: date.earliest.clone(),
        latest: date.latest.clone(),
        alternatives: date.alternatives.iter().map(|a| calendar::days(&a.value)).collect(),
        certainty: Some(date.certainty),
    }
}

/// The quote, if it is speech: terms, titles and nicknames are not.
fn spoken(quote: &Quote, points: &Points) -> Option<Spoken> {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Partial => "partial",
        QuoteKind::Indirect => "indirect",
        _ => return None,
    };
    let pieces = quote.content.iter().filter(|p| quote.kind == QuoteKind::Indirect || p.marked);
    let spans: Vec<Pair> = pieces.map(|piece| points.pair(piece.span)).collect();
    Some(Spoken {
        place: (spans.first()?.0, spans.last()?.1).into(),
        kind: kind.into(),
        cue: quote.cue.as_ref().map(|cue| points.pair(cue.span)),
        speaker: quote.source.as_ref().map(|source| points.pair(source.span)),
        certainty: Some(quote.certainty),
        speaker_certainty: quote.speaker.as_ref().map(|speaker| speaker.certainty),
        spans,
    })
}

/// Code points before each byte of a text.
pub struct Points(Vec<usize>);

impl Points {
    pub fn new(text: &str) -> Self {
        let mut count = 0;
        let mut before: Vec<usize> = Vec::with_capacity(text.len() + 1);
        for byte in text.bytes() {
            before.push(count);
            // Every character has one byte that is not a continuation: its first.
            count += usize::from(byte & 0xc0 != 0x80);
        }
        before.push(count);
        Self(before)
    }

    fn pair(&self, span: Span) -> Pair {
        (self.0[span.start()], self.0[span.end()])
    }

    pub fn place(&self, span: Span) -> Place {
        self.pair(span).into()
    }
}
