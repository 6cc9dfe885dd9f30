//! The dates in the order of the calendar: a picture and a list.

use std::rc::Rc;

use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{
    On,
    filter::Sought,
    more::use_more,
    panel::panel,
    piece::Piece,
    row::{Row, row},
};
use crate::{
    app::{
        model::{
            Of, Reading,
            dates::{DateRow, rows},
            excerpt::excerpt,
            timeline::{Dot, WIDTH, layout},
            when,
        },
        strings,
    },
    report::TimelineEntry,
};

/// The timeline.
#[derive(PartialEq)]
pub struct Times {
    pub reading: Reading,
    pub selected: Option<usize>,
    pub sought: Sought,
    pub on: On,
}

impl Piece for Times {
    const NAME: &'static str = "times";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Times { reading, selected, sought, on } = self;
        let (placed, open) = &*use_memo(reading.clone(), rows).run(hooks);
        let is_found = |row: &DateRow| {
            let mut dates = row.dates.iter().filter_map(|&at| reading.report.dates.get(at));
            dates.any(|date| sought.is_in([date.span.of(&reading.text), &date.timex.value]))
        };
        let chosen = selected.and_then(|at| match reading.marks.get(at)?.of {
            Of::Date(date) => Some(date),
            _ => None,
        });
        let needed = |rows: &[DateRow]| {
            chosen.and_then(|date| rows.iter().position(|row| row.dates.contains(&date)))
        };
        let few_placed =
            use_more(placed.len(), sought.needed(placed.len(), needed(placed))).run(hooks);
        let few_open = use_more(open.len(), sought.needed(open.len(), needed(open))).run(hooks);
        if placed.is_empty() && open.is_empty() {
            return html! {};
        }
        let list = |rows: &[DateRow], (shown, more): (usize, Html)| {
            html! {
                <>
                    <ul class="rows times">
                        { for rows.iter().take(shown).map(|row| html! { <li hidden={!is_found(row)}>{ line(reading, row, *selected, on) }</li> }) }
                    </ul>
                    { more }
                </>
            }
        };
        let hidden = !placed.iter().chain(open).any(is_found);
        let inside = html! {
            <>
                if sought.is_everything() {
                    { picture(&reading.report.timeline) }
                }
                { list(placed, few_placed) }
                if !open.is_empty() {
                    <h3>{ strings::panel::NOT_PLACED }</h3>
                    { list(open, few_open) }
                }
            </>
        };
        panel(
            "timeline",
            strings::panel::TIMELINE.get(),
            reading.report.dates.len().to_string(),
            hidden,
            inside,
        )
    }
}

/// A value with the words of its sentence, or of itself.
fn line(reading: &Reading, dated: &DateRow, selected: Option<usize>, on: &On) -> Html {
    let report = &reading.report;
    let Some(date) = dated.dates.first().and_then(|&at| report.dates.get(at)) else {
        return html! {};
    };
    let marks: Rc<[usize]> =
        dated.dates.iter().filter_map(|&at| reading.mark_of(Of::Date(at))).collect();
    let words = date.span.of(&reading.text);
    let sentence = dated.sentence.and_then(|at| report.sentences.get(at));
    let value = strings::date_value(date);
    let inside = html! {
        <span class="what">
            <b>{ value }</b>
            <small lang={reading.lang()}>{ excerpt(sentence.map_or(words, |span| span.of(&reading.text)), 96) }</small>
        </span>
    };
    row(Row { id: &date.id, marks, selected, class: "date".into(), on }, inside)
}

const AXIS: f64 = 52.0;
/// The base line of each row of labels, from the middle outwards.
const LANES: [f64; 4] = [36.0, 76.0, 18.0, 94.0];

/// Dots and bars along a line. The list below says the same in words.
fn picture(entries: &[TimelineEntry]) -> Html {
    let dots = layout(entries);
    let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return html! {} };
    let said = |dot: &Dot| when::in_words(&entries[dot.entry].value);
    let label = strings::timeline_said(dots.len(), &said(first), &said(last));
    html! {
        <svg class="timeline" viewBox={format!("0 0 {WIDTH} 102")} role="img" aria-label={label}>
            <line class="axis" x1="0" x2={WIDTH.to_string()} y1={AXIS.to_string()} y2={AXIS.to_string()} />
            { for dots.iter().map(leader) }
            { for dots.iter().map(dot) }
            { for dots.iter().filter_map(|dot| dot.label.as_ref()).map(|(lane, x, words)| html! {
                <text x={format!("{x:.1}")} y={LANES[*lane].to_string()}>{ words.clone() }</text>
            }) }
        </svg>
    }
}

/// From a dot to its label.
fn leader(dot: &Dot) -> Html {
    let Some((lane, ..)) = &dot.label else { return html! {} };
    let x = format!("{:.1}", f64::midpoint(dot.from, dot.to));
    let y = LANES[*lane] + if LANES[*lane] > AXIS { -11.0 } else { 3.0 };
    html! { <line class="leader" x1={x.clone()} x2={x} y1={AXIS.to_string()} y2={y.to_string()} /> }
}

fn dot(dot: &Dot) -> Html {
    if dot.to - dot.from < 1.0 {
        return html! { <circle cx={format!("{:.1}", dot.from)} cy={AXIS.to_string()} r="4.5" /> };
    }
    html! {
        <rect
            x={format!("{:.1}", dot.from)}
            y={(AXIS - 4.5).to_string()}
            width={format!("{:.1}", dot.to - dot.from)}
            height="9"
            rx="4.5"
        />
    }
}
