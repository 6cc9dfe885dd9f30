//! One article as gold, or as a system has it: the same form, so that two annotators can be compared
//! with the same measures.

use newsmark::{
    Report,
    report::{Amount as Reported, BlockKind, Certainty, Form, Quote},
};

use crate::eval::{
    gold::{Gold, GoldEntity, GoldTimex},
    place::Place,
    system::{self, Entity, Mention, Points, System, Timex},
};

/// What is marked in an article.
#[derive(Clone, Debug, Default)]
pub struct Article {
    pub text: Vec<char>,
    pub names: Vec<Name>,
    pub roles: Vec<Role>,
    pub amounts: Vec<Amount>,
    pub dates: Vec<Timex>,
    pub quotes: Vec<Piece>,
    /// The blocks taken for boilerplate.
    pub dropped: Vec<Place>,
}

#[derive(Clone, Debug)]
pub struct Name {
    pub place: Place,
    /// `PER`, `ORG`, `LOC`, `NORP` or `MISC`.
    pub label: &'static str,
    pub entity: String,
    pub certainty: Option<Certainty>,
}

#[derive(Clone, Debug)]
pub struct Role {
    pub place: Place,
    /// The entity that has it.
    pub holder: String,
    pub when: String,
}

#[derive(Clone, Debug)]
pub struct Amount {
    pub place: Place,
    pub kind: String,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// UCUM, or the currency.
    pub unit: Option<String>,
    pub certainty: Option<Certainty>,
}

/// A piece of a quote.
#[derive(Clone, Debug)]
pub struct Piece {
    pub place: Place,
    pub kind: String,
    pub marked: bool,
    /// The entity that says it.
    pub speaker: Option<String>,
    pub certainty: Option<Certainty>,
    pub speaker_certainty: Option<Certainty>,
}

impl Article {
    /// What a report has, in code points of its text.
    pub fn of_report(text: &str, report: &Report) -> Self {
        let points = Points::new(text);
        let named = |form| matches!(form, Form::Name | Form::Short | Form::Acronym);
        let names = report.mentions.iter().filter(|m| named(m.form)).map(|m| Name {
            place: points.place(m.span),
            label: system::label(m.entity_type),
            entity: system::entity(m),
            certainty: Some(m.certainty),
        });
        let roles = report.entities.iter().flat_map(|entity| {
            entity.roles.iter().map(|role| Role {
                place: points.place(role.span),
                holder: entity.id.clone(),
                when: format!("{:?}", role.when).to_lowercase(),
            })
        });
        let dropped = report.blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate);
        Self {
            text: text.chars().collect(),
            names: names.collect(),
            roles: roles.collect(),
            amounts: report.amounts.iter().map(|a| amount(a, &points)).collect(),
            dates: report.dates.iter().map(|date| system::timex(date, &points)).collect(),
            quotes: report.quotes.iter().flat_map(|quote| pieces(quote, &points)).collect(),
            dropped: dropped.map(|b| points.place(b.span)).collect(),
        }
    }

    /// Names and dates as the gold of the other sets has them.
    pub fn as_gold(&self) -> Gold {
        let chain = |entity: &str| {
            let first = self.names.iter().position(|name| name.entity == entity);
            first.and_then(|i| i64::try_from(i).ok())
        };
        let mut gold = Gold::default();
        gold.entities.extend(self.names.iter().map(|name| GoldEntity {
            place: name.place,
            label: name.label.into(),
            chain: chain(&name.entity),
        }));
        gold.timexes.extend(self.dates.iter().map(|date| GoldTimex {
            place: date.place,
            timex_type: date.timex_type.clone(),
            value: date.value.clone(),
            attrs: None,
        }));
        gold
    }

    /// Names and dates as the other sets have a system's.
    pub fn as_system(&self) -> System {
        let entities = self.names.iter().map(|name| Entity {
            place: name.place,
            label: name.label.into(),
            certainty: name.certainty,
        });
        let mentions = self.names.iter().map(|name| Mention {
            place: name.place,
            entity: name.entity.clone(),
            form: "name".into(),
        });
        System {
            entities: entities.collect(),
            timexes: self.dates.clone(),
            mentions: mentions.collect(),
            ..System::default()
        }
    }

    /// Whether the entity `other_id` of `other` stands for `id` of this one: one of its names lies
    /// where a name of `id` does, half of the longer one shared.
    pub fn same_entity(&self, id: &str, other: &Self, other_id: &str) -> bool {
        let alike = |a: Place, b: Place| 2 * a.overlap(b) >= a.len().max(b.len());
        let theirs = || other.names.iter().filter(|name| name.entity == other_id);
        let mut ours = self.names.iter().filter(|name| name.entity == id);
        ours.any(|name| theirs().any(|their| alike(name.place, their.place)))
    }

    /// How many words a place has, parted by spaces.
    pub fn words(&self, place: Place) -> usize {
        let words = self.text.get(place.start..place.end).unwrap_or_default();
        words.split(|c| c.is_whitespace()).filter(|word| !word.is_empty()).count()
    }

    /// Every place that is marked.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        (self.names.iter().map(|name| name.place))
            .chain(self.roles.iter().map(|role| role.place))
            .chain(self.amounts.iter().map(|amount| amount.place))
            .chain(self.dates.iter().map(|date| date.place))
            .chain(self.quotes.iter().map(|quote| quote.place))
    }
}

fn amount(amount: &Reported, points: &Points) -> Amount {
    Amount {
        place: points.place(amount.span),
        kind: format!("{:?}", amount.kind).to_lowercase(),
        low: amount.low,
        high: amount.high,
        unit: amount.currency.clone().or_else(|| amount.unit.clone()),
        certainty: Some(amount.certainty),
    }
}

fn pieces(quote: &Quote, points: &Points) -> Vec<Piece> {
    let piece = |piece: &newsmark::report::Piece| Piece {
        place: points.place(piece.span),
        kind: format!("{:?}", quote.kind).to_lowercase(),
        marked: piece.marked,
        speaker: quote.speaker.as_ref().map(|speaker| speaker.entity.clone()),
        certainty: Some(quote.certainty),
        speaker_certainty: quote.speaker.as_ref().map(|speaker| speaker.certainty),
    };
    quote.content.iter().map(piece).collect()
}
