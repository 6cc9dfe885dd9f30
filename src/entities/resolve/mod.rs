//! Mentions joined to entities, with roles, descriptions, and places that stand for governments.

mod cluster;
mod descriptions;
mod government;
mod keys;
mod people;
mod roles;

use crate::{
    entities::{
        Name,
        gazetteer::{self, Kinds},
        lexicon,
        reading::Reading,
    },
    options::Options,
    report::{Candidate, Certainty, Entity, EntityType, Mention, Why},
    rules::Rule,
    span,
    text::Document,
};

pub use descriptions::DESCRIBED;
pub(crate) use roles::{is_same as same_role, number as number_roles};

/// Why a short name may be more than one person.
pub static FITS: Rule =
    Rule { id: "person.fits", note: "the short name fits", hits: &[], misses: &[] }.lean();

/// See [`super::resolve`].
pub fn resolve(
    reading: &Reading<'_>,
    mut names: Vec<Name>,
    options: &Options,
) -> (Vec<Entity>, Vec<Mention>) {
    let document = reading.document;
    span::in_reading_order(&mut names, |n| n.span);
    let clusters = cluster::join(document, &names, options);
    let mut entities: Vec<Entity> =
        clusters.entities.iter().map(|members| entity(document, &names, members)).collect();
    let mut mentions: Vec<Mention> =
        names.into_iter().zip(&clusters.of).map(|(name, of)| mention(name, of)).collect();
    roles::find(reading, &mentions, &mut entities);
    government::mark(reading, &mut mentions);
    descriptions::find(reading, &mut mentions, &mut entities);
    roles::number(&mut entities);
    span::in_reading_order(&mut mentions, |m| m.span);
    let ignored = lexicon::ignored(options);
    let words = |m: &Mention| m.span.of(document.text()).to_lowercase();
    mentions.retain(|m| ignored.is_empty() || m.form.is_name() || !ignored.contains(&words(m)));
    for (i, mention) in mentions.iter_mut().enumerate() {
        mention.id = format!("m{}", i + 1);
        let entity = mention.entity.as_deref().and_then(roles::index);
        if let Some(entity) = entity.and_then(|e| entities.get_mut(e)) {
            entity.mentions.push(mention.id.clone());
            entity.count += 1;
        }
    }
    (entities, mentions)
}

/// The id of the entity with that index.
fn id(index: usize) -> String {
    format!("e{}", index + 1)
}

fn mention(name: Name, of: &[usize]) -> Mention {
    let candidates = if of.len() > 1 {
        of.iter().map(|&i| Candidate { entity: id(i), why: Why::rule(&FITS) }).collect()
    } else {
        Vec::new()
    };
    Mention {
        id: String::new(),
        span: name.span,
        entity: (of.len() == 1).then(|| id(of[0])),
        candidates,
        acts_as: None,
        form: name.form,
        entity_type: name.entity_type,
        certainty: name.certainty,
        why: name.why,
    }
}

/// One entity out of its mentions, whose order numbers it.
fn entity(document: &Document, names: &[Name], members: &cluster::Members) -> Entity {
    let words = |i: usize| names[i].span.of(document.text());
    let mut forms: Vec<(&str, usize)> = Vec::new();
    for &i in &members.mentions {
        match forms.iter_mut().find(|(form, _)| *form == words(i)) {
            Some((_, count)) => *count += 1,
            None => forms.push((words(i), 1)),
        }
    }
    let first = &names[members.mentions[0]];
    let entity_type = first.entity_type;
    let person = entity_type == EntityType::Person;
    let best = best_form(&forms, person);
    let name = members.name.clone().unwrap_or_else(|| best.to_owned());
    let known = || forms.iter().map(|(form, _)| gazetteer::entry(form));
    let typed = |e: &gazetteer::Entry| e.kinds.entity_type() == Some(entity_type);
    let country = known().filter(|e| typed(e) && !person).find_map(|e| {
        let sure = e.kinds.any(Kinds::MAJOR | Kinds::CAPITAL);
        e.country().filter(|_| sure).map(str::to_owned)
    });
    let subtype = members.mentions.iter().find_map(|&i| names[i].subtype);
    let subtype = subtype.or_else(|| known().filter(typed).find_map(|e| e.subtype()));
    Entity {
        id: id(members.index),
        entity_type,
        subtype: subtype.map(Into::into),
        aliases: forms.iter().map(|(f, _)| (*f).to_owned()).filter(|f| *f != name).collect(),
        name,
        mentions: Vec::new(),
        count: 0,
        roles: Vec::new(),
        country,
        certainty: members
            .mentions
            .iter()
            .map(|&i| names[i].certainty)
            .max()
            .unwrap_or(Certainty::Check),
    }
}

/// The form of a name that says most, of all with how often each stands in the text.
pub(crate) fn best_form<'t>(forms: &[(&'t str, usize)], person: bool) -> &'t str {
    let best = forms.iter().max_by_key(|(form, count)| {
        // A double surname is one part; a name in full is better than with an initial.
        let parts = if person {
            form.split(' ').count().min(2)
        } else {
            form.split([' ', '-']).count().min(9)
        };
        let shouted = !form.chars().any(char::is_lowercase);
        let initial = form.split(' ').next().is_some_and(|w| w.trim_end_matches('.').len() < 2);
        // `Anna Ní Marsh` says more than `Ní Marsh`, however often that stands alone.
        let fuller = forms
            .iter()
            .any(|(other, _)| form.strip_suffix(other).is_some_and(|given| given.ends_with(' ')));
        (parts, !shouted, !initial, fuller, *count, form.len())
    });
    best.map_or("", |(form, _)| form)
}
