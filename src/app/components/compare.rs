//! Several articles side by side.

use web_sys::MouseEvent;
use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{On, piece::Piece};
use crate::{
    app::{
        model::{
            Kind, Reading,
            compare::{Bond, Cell, Row, Section, compare},
        },
        state::{Action, Shelf},
        strings::{self, Language},
    },
    report::Certainty,
};

/// No more columns than this share the width of the page; more are scrolled to.
const WIDE: usize = 4;

/// An article that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Its key.
    pub key: u32,
    /// Its title.
    pub title: String,
    /// What was found in it.
    pub reading: Reading,
}

#[derive(Clone, PartialEq, Properties)]
pub struct CompareProps {
    pub articles: Vec<Compared>,
    pub on: On,
}

/// A table for each kind, with a column for each article. The roles are written out because narrow
/// windows stack the cells, and browsers forget what is a table then.
impl Piece for CompareProps {
    const NAME: &'static str = "compare";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let CompareProps { articles, on } = self;
        let readings: Vec<Reading> =
            articles.iter().map(|article| article.reading.clone()).collect();
        // Dates and amounts are compared by value and shown in words.
        let said = (readings, Language::spoken());
        let comparison = use_memo(said, |(readings, _)| compare(readings)).run(hooks);
        use_effect_with(comparison.clone(), {
            let on = on.clone();
            move |comparison| on.emit(Action::Say(strings::compare::said(comparison)))
        })
        .run(hooks);
        html! {
            <section class={classes!("compare", (articles.len() > WIDE).then_some("many"))} aria-labelledby="compare-title">
                <h2 id="compare-title">{ strings::compare::title(articles.len()) }</h2>
                <p class="about">{ strings::compare::ABOUT }</p>
                if comparison.sections.is_empty() {
                    <p class="message">{ strings::compare::NOTHING }</p>
                }
                { for comparison.sections.iter().map(|section| table(section, articles, on)) }
            </section>
        }
    }
}

fn table(section: &Section, articles: &[Compared], on: &On) -> Html {
    let head = |words: String, class: &'static str| {
        html! { <th scope="col" role="columnheader" {class}>{ words }</th> }
    };
    let id = format!("compare-{}", section.kind.class());
    html! {
        <div class={classes!("kind", section.kind.class())}>
            <h3 id={id.clone()}>{ strings::kinds(section.kind) }</h3>
            <p class="note">{ strings::compare::tally(section) }</p>
            <table role="table" aria-labelledby={id}>
            <thead role="rowgroup">
                <tr role="row">
                    { head(strings::compare::WHAT.get().to_owned(), "what") }
                    { for articles.iter().map(|article| head(title(article), "of")) }
                    { head(strings::compare::TOGETHER.get().to_owned(), "how") }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for section.rows.iter().map(|row| line(section.kind, row, articles, on)) }
            </tbody>
        </table>
        </div>
    }
}

fn line(kind: Kind, row: &Row, articles: &[Compared], on: &On) -> Html {
    let class = match row.bond {
        None => "alone",
        Some(Bond::Same | Bond::Within) => "shared",
        Some(_) => "unsure",
    };
    let nobody = kind == Kind::Quote && row.label.is_empty();
    html! {
        <tr role="row" {class}>
            <th scope="row" role="rowheader">
                { if nobody { strings::compare::NOBODY.get().to_owned() } else { row.label.clone() } }
                if !row.either.is_empty() {
                    <small>{ strings::compare::either(&row.either) }</small>
                }
            </th>
            { for row.cells.iter().zip(articles).map(|(cell, article)| html! {
                <td role="cell" class={classes!(cell.is_none().then_some("missing"))}>
                    <span class="title" aria-hidden="true">{ title(article) }</span>
                    { match cell {
                        Some(cell) => found(cell, article, on),
                        None => html! {
                            <>
                                <span aria-hidden="true">{ "–" }</span>
                                <span class="unseen">{ strings::compare::MISSING }</span>
                            </>
                        },
                    } }
                </td>
            }) }
            <td role="cell" class="how">{ strings::compare::together(row) }</td>
        </tr>
    }
}

/// What an article has of a row: a press opens it there.
fn found(cell: &Cell, article: &Compared, on: &On) -> Html {
    let Some(&first) = cell.marks.first() else { return html! {} };
    let visit = Shelf::Visit(article.key, first);
    let onclick = on.reform(move |_: MouseEvent| Action::Shelf(visit));
    html! {
        <button type="button" {onclick}>
            <span class="words" lang={article.reading.lang()}>
                { for cell.words.iter().map(|(words, same)| if *same {
                    html! { <>{ words.clone() }{ " " }</> }
                } else {
                    html! { <><em>{ words.clone() }</em>{ " " }</> }
                }) }
            </span>
            <small>
                { strings::compare::times(cell.marks.len()) }
                if cell.certainty == Certainty::Check {
                    { ", " }{ strings::certainty(cell.certainty) }
                }
            </small>
        </button>
    }
}

fn title(article: &Compared) -> String {
    if article.title.is_empty() {
        strings::shelf::UNTITLED.get().to_owned()
    } else {
        article.title.clone()
    }
}
