//! All that is known of the selected mark.

use web_sys::MouseEvent;
use yew::{functional::HookContext, prelude::*};

use super::{ActionsProps, On, piece::Piece};
use crate::{
    app::{
        later,
        model::{Mark, Of, Reading, excerpt::excerpt, when},
        state::{Action, Fixing, Side, Take},
        strings::{self, Word, card},
    },
    report::{Amount, DateMention, Mention, Quote, Why},
    span::Span,
};

#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    pub reading: Reading,
    /// The selected mark, if there is one.
    pub mark: Option<usize>,
    pub fix: Fixing,
    /// Whether what corrects has come.
    pub whole: bool,
    pub on: On,
}

/// A panel that floats beside the text. Escape closes it and gives the keyboard back to the mark.
impl Piece for CardProps {
    const NAME: &'static str = "card";

    fn draw(&self, _: &mut HookContext) -> Html {
        let CardProps { reading, mark: at, fix, whole, on } = self;
        let Some(at) = at else { return html! {} };
        let Some(mark) = reading.marks.get(*at) else { return html! {} };
        let click = |action: fn() -> Action| {
            let on = on.clone();
            move |_: MouseEvent| on.emit(action())
        };
        html! {
            <section class={classes!("card", mark.kind.class())} aria-label={card::NAME}>
                <p class="card-head">
                    <b class="letter" aria-hidden="true">{ mark.kind.letter() }</b>
                    <span class="card-kind">{ strings::mark_kind(reading, mark) }</span>
                    <button type="button" onclick={click(|| Action::Jump(Side::Sidebar))}>{ card::IN_SUMMARY }</button>
                    <button type="button" onclick={click(|| Action::Close)}>{ strings::CLOSE }</button>
                </p>
                <p class="card-words" lang={reading.lang()}>{ excerpt(&reading.words(*at), 160) }</p>
                if let Some(along) = later::along().filter(|_| *whole) {
                    { (along.actions)(ActionsProps { reading: reading.clone(), mark: *at, fix: fix.clone(), on: on.clone() }) }
                }
                <dl>{ for facts(reading, mark).into_iter().map(|(name, value)| html! {
                    <div><dt>{ name }</dt><dd>{ value }</dd></div>
                }) }</dl>
                if *whole && matches!(mark.of, Of::Quote(_)) {
                    { cite(*at, on) }
                }
                { because(reading, mark, on) }
            </section>
        }
    }
}

/// Copies a quote with who said it, where and when.
fn cite(mark: usize, on: &On) -> Html {
    let on = on.clone();
    let onclick = move |_: MouseEvent| on.emit(Action::Take(Take::Cite(Some(mark))));
    html! { <p><button type="button" class="cite" {onclick}>{ strings::take::CITE }</button></p> }
}

type Facts = Vec<(Word, String)>;

/// What the card lists, without what is empty.
fn facts(reading: &Reading, mark: &Mark) -> Facts {
    let report = &reading.report;
    let mut facts = match mark.of {
        Of::Mention(i) => report.mentions.get(i).map(|m| mention(reading, m)),
        Of::Date(i) => report.dates.get(i).map(date),
        Of::Amount(i) => report.amounts.get(i).map(|a| amount(reading, a)),
        Of::Quote(i) => report.quotes.get(i).map(|q| quote(reading, q)),
    }
    .unwrap_or_default();
    facts.push((card::CERTAINTY, strings::certainty(mark.certainty).to_owned()));
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

fn mention(reading: &Reading, mention: &Mention) -> Facts {
    let names = mention.candidates.iter().map(|c| reading.name(&c.entity));
    let entity = mention.entity.as_deref().and_then(|id| reading.entity(id));
    let Some((_, entity)) = entity else { return vec![(card::VALUE, strings::either(names))] };
    let roles: Vec<String> = entity.roles.iter().map(strings::role).collect();
    let subtype = entity.subtype.as_deref().unwrap_or_default();
    let name = if subtype.is_empty() {
        entity.name.clone()
    } else {
        format!("{} ({subtype})", entity.name)
    };
    let acts_as = mention.acts_as.as_deref().map(|_| card::GOVERNMENT.get().to_owned());
    vec![
        (card::VALUE, name),
        (card::ACTS_AS, acts_as.unwrap_or_default()),
        (card::ROLE, roles.join("; ")),
        (card::ALIASES, entity.aliases.join(", ")),
    ]
}

fn date(date: &DateMention) -> Facts {
    let range = match (&date.earliest, &date.latest) {
        (Some(from), Some(to)) if from != to => {
            strings::when::RANGE.with(&[&when::in_words(from), &when::in_words(to)])
        }
        _ => String::new(),
    };
    let others: Vec<String> = date.alternatives.iter().map(|a| when::in_words(&a.value)).collect();
    let value = strings::date_value(date);
    let assumed = strings::assumed(date);
    let value = if assumed.is_empty() { value } else { format!("{value} ({assumed})") };
    vec![
        (card::VALUE, value),
        (card::ISO, date.timex.value.clone()),
        (card::RANGE, range),
        (card::OTHERWISE, strings::either(others.iter().map(String::as_str))),
    ]
}

fn amount(reading: &Reading, amount: &Amount) -> Facts {
    let item = amount.item.map_or("", |span| span.of(&reading.text));
    let value = crate::app::model::amount::in_words(amount);
    vec![(card::VALUE, format!("{value} {item}").trim().to_owned())]
}

fn quote(reading: &Reading, quote: &Quote) -> Facts {
    let speaker = strings::speaker(reading, quote);
    let speaker = match &quote.speaker {
        Some(found) => format!("{speaker} ({})", strings::certainty(found.certainty)),
        None if speaker.is_empty() => card::NOT_SAID.get().to_owned(),
        None => format!("{speaker}: {}", card::NOT_SAID.get()),
    };
    let speaker =
        if crate::app::model::speakers::is_speech(quote) { speaker } else { String::new() };
    let cue = quote.cue.as_ref().map_or("", |cue| cue.span.of(&reading.text));
    vec![
        (card::SPEAKER, speaker),
        (card::CUE, cue.to_owned()),
        (card::MARKS, strings::marks_state(quote.marks).to_owned()),
    ]
}

/// The reasons: of the mark, and of each candidate.
fn because(reading: &Reading, mark: &Mark, on: &On) -> Html {
    let report = &reading.report;
    let mut whys: Vec<(&str, &Why)> = Vec::new();
    match mark.of {
        Of::Mention(i) => {
            if let Some(mention) = report.mentions.get(i) {
                whys.push(("", &mention.why));
                whys.extend(mention.candidates.iter().map(|c| (reading.name(&c.entity), &c.why)));
            }
        }
        Of::Date(i) => whys.extend(report.dates.get(i).map(|date| ("", &date.why))),
        Of::Amount(i) => whys.extend(report.amounts.get(i).map(|amount| ("", &amount.why))),
        Of::Quote(i) => {
            if let Some(quote) = report.quotes.get(i) {
                whys.push(("", &quote.why));
                whys.extend(quote.candidates.iter().map(|c| (reading.name(&c.entity), &c.why)));
            }
        }
    }
    html! {
        <ul class="whys" aria-label={card::WHY}>
            { for whys.into_iter().map(|(name, why)| html! {
                <li>
                    if !name.is_empty() {
                        <b>{ name.to_owned() }{ ": " }</b>
                    }
                    if let Some(by_you) = strings::fix::by_reader(&why.rule) {
                        <span class="by-you">{ by_you }</span>{ " " }
                    } else {
                        <span lang={strings::english()}>{ why.note.to_string() }</span>{ " " }
                    }
                    { for why.evidence.iter().map(|&span| evidence(reading, span, on)) }
                    <code>{ why.rule.to_string() }</code>
                </li>
            }) }
        </ul>
    }
}

/// Words that decided; a press shows them in the text.
fn evidence(reading: &Reading, span: Span, on: &On) -> Html {
    let on = on.clone();
    let onclick = move |_: MouseEvent| on.emit(Action::Reveal(span));
    html! {
        <button type="button" {onclick}>{ excerpt(span.of(&reading.text), 40) }</button>
    }
}
