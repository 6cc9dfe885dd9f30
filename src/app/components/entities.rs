//! The entities of one type.

use std::rc::Rc;

use yew::prelude::*;

use super::{On, filter::Sought, more::use_more, panel::Panel, row::Row, strip::Strip};
use crate::{
    app::{
        model::{Kind, Reading},
        strings,
    },
    report::{Certainty, Entity, EntityType},
};

#[derive(Clone, PartialEq, Properties)]
pub struct EntitiesProps {
    pub reading: Reading,
    pub entity_type: EntityType,
    pub selected: Option<usize>,
    pub sought: Sought,
    pub on: On,
}

/// The most frequent first; each with its roles, other names, count, and where it stands.
#[component]
pub fn Entities(
    EntitiesProps { reading, entity_type, selected, sought, on }: &EntitiesProps,
) -> Html {
    let kind = Kind::from(*entity_type);
    let mut rows: Vec<(usize, &Entity)> = reading
        .report
        .entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| entity.entity_type == *entity_type)
        .collect();
    rows.sort_by_key(|(at, entity)| (std::cmp::Reverse(entity.count), *at));
    let chosen = selected.and_then(|mark| reading.entity_of(mark));
    let needed = rows.iter().position(|(at, _)| Some(*at) == chosen);
    let (shown, more) = use_more(rows.len(), sought.needed(rows.len(), needed));
    let is_found = |entity: &Entity| {
        let names = entity.aliases.iter().chain([&entity.name]);
        sought.is_in(names.map(String::as_str))
    };
    let hidden = !rows.iter().any(|(_, entity)| is_found(entity));
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <Panel id={kind.class()} title={strings::kinds(kind)} note={rows.len().to_string()} {hidden}>
            <ul class="rows">
                { for rows.into_iter().take(shown).map(|(at, entity)| {
                    let marks: Rc<[usize]> = Rc::from(reading.marks_of(at));
                    let check = (entity.certainty == Certainty::Check).then_some("check");
                    html! {
                        <li key={at} hidden={!is_found(entity)}>
                            <Row id={format!("row-{}", entity.id)} marks={marks.clone()} selected={*selected} class={classes!("entity", kind.class(), check)} on={on.clone()}>
                                <span class="what">
                                    <b>{ entity.name.clone() }</b>
                                    { about(reading, entity) }
                                </span>
                                <span class="number">{ entity.count }</span>
                                <Strip reading={reading.clone()} {kind} {marks} />
                            </Row>
                        </li>
                    }
                }) }
            </ul>
            { more }
        </Panel>
    }
}

/// Roles and other names, in small print.
fn about(reading: &Reading, entity: &Entity) -> Html {
    let mut roles: Vec<String> = Vec::new();
    for role in &entity.roles {
        let title = strings::role(role);
        let of = role.of.as_deref().map(|id| reading.name(id)).filter(|name| !name.is_empty());
        let words = of
            .filter(|name| !title.contains(name))
            .map_or_else(|| title.clone(), |name| format!("{title}, {name}"));
        if !roles.contains(&words) {
            roles.push(words);
        }
    }
    let also = entity.aliases.join(", ");
    html! {
        <>
            if !roles.is_empty() {
                <small>{ roles.join("; ") }</small>
            }
            if !also.is_empty() {
                <small class="also">{ also }</small>
            }
        </>
    }
}
