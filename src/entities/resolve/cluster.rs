//! Which names stand for the same thing.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    keys,
    people::{People, PersonName},
};
use crate::{
    entities::{
        Name,
        gazetteer::{self, Kinds},
    },
    options::Options,
    report::{EntityType, Form},
    span,
    text::Document,
};

/// How many words of a name are looked at.
const LONGEST: usize = 8;

/// One entity's names.
pub struct Members {
    /// Its number.
    pub index: usize,
    /// Indices of its names, in reading order; at least one.
    pub mentions: Vec<usize>,
    /// The name that the reader gave it.
    pub name: Option<String>,
}

/// Entities, and for each name the entities it may stand for: one, or several that fit.
pub struct Clusters {
    /// In order of first mention.
    pub entities: Vec<Members>,
    /// For each name.
    pub of: Vec<Vec<usize>>,
}

/// Joins the names, which stand in reading order.
pub fn join(document: &Document, names: &[Name], options: &Options) -> Clusters {
    let words = |i: usize| names[i].span.of(document.text());
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut titles: BTreeMap<usize, String> = BTreeMap::new();
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    let mut people = Vec::new();
    for (i, name) in names.iter().enumerate() {
        let given = given_entity(words(i), name, options);
        if given.is_none() && name.entity_type == EntityType::Person {
            people.push(i);
            continue;
        }
        let key = given.as_ref().map_or_else(|| keys::of(name, words(i)), |g| format!("own {g}"));
        let group = *by_key.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(i);
        if let Some(given) = given {
            titles.insert(group, given);
        }
    }
    join_letters(names, &words, &mut groups);
    join_beginnings(names, &words, &mut groups);
    let undecided = join_people(document, names, &people, &mut groups);
    number(names.len(), &groups, &titles, &undecided)
}

/// The entity that the reader's lexicon names for an own name.
fn given_entity(words: &str, name: &Name, options: &Options) -> Option<String> {
    let mut entries = options.lexicon.iter().flatten();
    let entry = entries.find(|e| name.own && e.text.trim() == words)?;
    Some(entry.entity.clone().unwrap_or_else(|| words.to_owned()))
}

/// Joins initials to the one longer name that they abbreviate.
fn join_letters<'a>(names: &[Name], words: &impl Fn(usize) -> &'a str, groups: &mut [Vec<usize>]) {
    let mut long: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (g, group) in groups.iter().enumerate() {
        let Some(&i) = group.first() else { continue };
        let initials = keys::initials(words(i));
        if initials.len() >= 2 && names[i].form == Form::Name {
            long.entry(initials).or_default().push(g);
        }
    }
    let mut at: BTreeMap<usize, usize> = BTreeMap::new();
    for (g, group) in groups.iter().enumerate() {
        at.extend(group.iter().map(|&i| (names[i].span.start(), g)));
    }
    for g in 0..groups.len() {
        let Some(&i) = groups[g].first() else { continue };
        let plain: String =
            words(i).chars().filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect();
        if names[i].form != Form::Acronym {
            continue;
        }
        let mut long_names = names[i].why.evidence.iter();
        let defined = long_names.find_map(|span| at.get(&span.start()).copied());
        let only = || long.get(&plain).filter(|l| l.len() == 1).map(|l| l[0]);
        let target = defined.or_else(only);
        if let Some(target) = target.filter(|&t| {
            t != g
                && !groups[t].is_empty()
                && names[groups[t][0]].entity_type == names[i].entity_type
        }) {
            let moved = std::mem::take(&mut groups[g]);
            groups[target].extend(moved);
            groups[target].sort_unstable();
        }
    }
}

/// Joins an organisation to the only longer name that begins with its own: `Orbelin` and `Orbelin
/// Foods Ltd`.
fn join_beginnings<'a>(
    names: &[Name],
    words: &impl Fn(usize) -> &'a str,
    groups: &mut [Vec<usize>],
) {
    let key = |i: usize| String::from_utf8_lossy(&gazetteer::key::of(words(i))).into_owned();
    let organisation = |group: &[usize]| {
        let first = *group.first()?;
        (names[first].entity_type == EntityType::Organisation && !names[first].own).then_some(first)
    };
    let mut longer: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (g, group) in groups.iter().enumerate() {
        let Some(name) = organisation(group).map(key) else { continue };
        for (end, _) in name.match_indices(' ').take(LONGEST) {
            longer.entry(name[..end].to_owned()).or_default().push(g);
        }
    }
    // The longest first: `Orbelin Foods` has joined `Orbelin Foods Ltd` when `Orbelin` looks for one.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    span::by_number(&mut order, |&g| {
        u64::MAX - organisation(&groups[g]).map_or(0, |i| words(i).len() as u64)
    });
    for g in order {
        let Some(name) = organisation(&groups[g]).map(key) else { continue };
        let told = name.split(' ').any(|word| !gazetteer::is_common(word));
        // Every word is some village's name; a city's is its own.
        let kinds = gazetteer::entry(&name).kinds;
        let place = kinds.has(Kinds::PLACE) && kinds.any(Kinds::MAJOR | Kinds::CAPITAL);
        let mut targets: Vec<usize> = longer.get(&name).cloned().unwrap_or_default();
        targets.retain(|&target| target != g && !groups[target].is_empty());
        if let [target] = targets[..]
            && told
            && !place
        {
            let moved = std::mem::take(&mut groups[g]);
            groups[target].extend(moved);
            groups[target].sort_unstable();
        }
    }
}

/// Joins people: full names first, then each short one to the nearest that it fits. Returns the
/// short names that fit several, with the groups.
fn join_people(
    document: &Document,
    names: &[Name],
    people: &[usize],
    groups: &mut Vec<Vec<usize>>,
) -> BTreeMap<usize, Vec<usize>> {
    let first = groups.len();
    let read = |i: usize| PersonName::read(names[i].span.of(document.text()));
    let mut surnames: BTreeSet<String> = BTreeSet::new();
    for &i in people {
        let words = read(i).words;
        surnames.extend((1..words.len().min(LONGEST)).map(|from| words[from..].join(" ")));
    }
    // `Vaz Monteiro` is a surname where someone is called `Helena Vaz Monteiro`.
    let is_full = |i: usize, name: &PersonName| {
        let given = name.words.first().is_some_and(|w| gazetteer::entry(w).kinds.has(Kinds::GIVEN));
        let surname = names[i].form == Form::Short || !given;
        name.is_full() && !(surname && surnames.contains(&name.words.join(" ")))
    };
    let mut full = People::default();
    for &i in people {
        let name = read(i);
        if !is_full(i, &name) {
            continue;
        }
        let group = full.same(&name).unwrap_or_else(|| {
            groups.push(Vec::new());
            full.add(name)
        });
        groups[first + group].push(i);
    }
    let whole: Vec<Vec<usize>> = groups[first..].to_vec();
    let mut undecided = BTreeMap::new();
    for &i in people {
        let name = read(i);
        if is_full(i, &name) {
            continue;
        }
        let mut fitting = full.called(&name, false);
        if fitting.is_empty() {
            fitting = full.called(&name, true);
        }
        match choose(document, names, i, &fitting, &whole) {
            Choice::One(f) => groups[first + f].push(i),
            Choice::Several(several) => {
                undecided.insert(i, several.into_iter().map(|f| first + f).collect());
            }
            Choice::None => {
                full.add(name);
                groups.push(vec![i]);
            }
        }
    }
    for group in &mut groups[first..] {
        group.sort_unstable();
    }
    undecided
}

enum Choice {
    None,
    One(usize),
    Several(Vec<usize>),
}

/// Whom of `fitting` a short name means: the last one named before it, unless another stands in the
/// same sentence as that; before any of them, the one that the article names most.
fn choose(
    document: &Document,
    names: &[Name],
    i: usize,
    fitting: &[usize],
    whole: &[Vec<usize>],
) -> Choice {
    if let [] | [_] = fitting {
        return fitting.first().map_or(Choice::None, |&f| Choice::One(f));
    }
    let sentence = |m: usize| document.sentence_at(names[m].span.start());
    let last = |f: usize| {
        let group = whole.get(f)?;
        group.get(group.partition_point(|&m| m < i).checked_sub(1)?).copied()
    };
    let mut earlier: Vec<(usize, usize)> =
        fitting.iter().filter_map(|&f| last(f).map(|m| (m, f))).collect();
    span::by_number(&mut earlier, |&(m, f)| (m as u64) << 32 | f as u64);
    match earlier.as_slice() {
        [] => {
            let count = |f: &usize| whole.get(*f).map_or(1, Vec::len);
            let most = fitting.iter().map(count).max().unwrap_or(0);
            let best: Vec<usize> = fitting.iter().copied().filter(|f| count(f) == most).collect();
            if let [one] = best[..] { Choice::One(one) } else { Choice::Several(fitting.to_vec()) }
        }
        [.., (before, x), (last, y)] if sentence(*before) == sentence(*last) => {
            let mut both = vec![*x, *y];
            both.sort_unstable();
            Choice::Several(both)
        }
        [.., (_, f)] => Choice::One(*f),
    }
}

/// Numbers the groups by first mention.
fn number(
    names: usize,
    groups: &[Vec<usize>],
    titles: &BTreeMap<usize, String>,
    undecided: &BTreeMap<usize, Vec<usize>>,
) -> Clusters {
    let mut order: Vec<usize> = (0..groups.len()).filter(|&g| !groups[g].is_empty()).collect();
    span::by_number(&mut order, |&g| groups[g][0] as u64);
    let mut of = vec![Vec::new(); names];
    let mut index = vec![0; groups.len()];
    let mut entities = Vec::with_capacity(order.len());
    for (number, &g) in order.iter().enumerate() {
        index[g] = number;
        for &i in &groups[g] {
            of[i] = vec![number];
        }
        let name = titles.get(&g).cloned();
        entities.push(Members { index: number, mentions: groups[g].clone(), name });
    }
    for (&i, several) in undecided {
        of[i] = several.iter().map(|&g| index[g]).collect();
    }
    Clusters { entities, of }
}
