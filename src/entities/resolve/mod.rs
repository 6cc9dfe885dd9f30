//! Mentions joined to entities.

use crate::{
    entities::Name,
    options::Options,
    report::{Entity, Mention},
    text::Document,
};

/// See [`super::resolve`].
pub fn resolve(
    _document: &Document,
    names: Vec<Name>,
    _options: &Options,
) -> (Vec<Entity>, Vec<Mention>) {
    let mentions = names
        .into_iter()
        .enumerate()
        .map(|(i, n)| Mention {
            id: format!("m{i}"),
            span: n.span,
            entity: None,
            candidates: vec![],
            acts_as: None,
            form: n.form,
            entity_type: n.entity_type,
            certainty: n.certainty,
            why: n.why,
        })
        .collect();
    (vec![], mentions)
}
