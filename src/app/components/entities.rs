//! The entities of one type.

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
    piece::{Piece, piece},
    row::{Row, row},
    strip::Strip,
};
use crate::{
    app::{
        model::{Kind, Reading},
        strings,
    },
    report::{Certainty, Entity, EntityType},
    span::by_number,
};

#[derive(Clone, PartialEq, Properties)]
pub struct Entities {
    pub reading: Reading,
    pub entity_type: EntityType,
    pub selected: Option<usize>,
    pub sought: Sought,
    pub on: On,
}

impl Piece for Entities {
    const NAME: &'static str = "entities";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Entities { reading, entity_type, selected, sought, on } = self;
        let kind = Kind::from(*entity_type);
        let mut rows: Vec<(usize, &Entity)> = reading
            .report
            .entities
            .iter()
            .enumerate()
            .filter(|(_, entity)| entity.entity_type == *entity_type)
            .collect();
        by_number(&mut rows, |(_, entity)| u64::from(u32::MAX - entity.count));
        let chosen = selected.and_then(|mark| reading.entity_of(mark));
        let needed = rows.iter().position(|(at, _)| Some(*at) == chosen);
        let (shown, more) = use_more(rows.len(), sought.needed(rows.len(), needed)).run(hooks);
        let is_found = |entity: &Entity| {
            let names = entity.aliases.iter().chain([&entity.name]);
            sought.is_in(names.map(String::as_str))
        };
        let hidden = !rows.iter().any(|(_, entity)| is_found(entity));
        if rows.is_empty() {
            return html! {};
        }
        let count = rows.len();
        let inside = html! {
            <>
                <ul class="rows">
                    { for rows.into_iter().take(shown).map(|(at, entity)| {
                        let marks: Rc<[usize]> = Rc::from(reading.marks_of(at));
                        let check = (entity.certainty == Certainty::Check).then_some("check");
                        let inside = html! {
                            <>
                                <span class="what">
                                    <b>{ entity.name.clone() }</b>
                                    { about(reading, entity) }
                                </span>
                                <span class="number">{ entity.count }</span>
                                { piece(Strip { reading: reading.clone(), kind, marks: marks.clone() }) }
                            </>
                        };
                        let class = classes!("entity", kind.class(), check);
                        let line = Row { id: &entity.id, marks, selected: *selected, class, on };
                        html! { <li key={at} hidden={!is_found(entity)}>{ row(line, inside) }</li> }
                    }) }
                </ul>
                { more }
            </>
        };
        panel(kind.class(), strings::kinds(kind), count.to_string(), hidden, inside)
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
