//! `the Russian leader`, `the prime minister`: mentions by office, where it is safe who is meant.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use super::{people::PersonName, roles};
use crate::{
    entities::{gazetteer, lists, reading::Reading, titles},
    report::{Candidate, Certainty, Entity, EntityType, Form, Mention, Why},
    rules::Rule,
    span::Span,
    text::TokenKind,
};

/// Someone by office.
pub static DESCRIBED: Rule = Rule {
    id: "person.described",
    note: "the office that this person holds in the article",
    hits: &[
        "Norwegian President Orla Quent arrived. ⟦The Norwegian leader⟧ smiled.",
        "Finance Minister Tova Brindel spoke. Later ⟦the finance minister⟧ left.",
    ],
    misses: &["The Norwegian leader smiled.", "Nobody heard what the minister said."],
}
.lean();

/// An article that names more holders of offices is a list, in which no description is safe.
const HOLDERS: usize = 256;

/// A description: tokens, the office's words, and whose it is.
struct Description {
    span: Span,
    role: (usize, usize),
    owner: Option<String>,
    end: usize,
}

/// Adds the descriptions that stand for someone, and the roles that they tell.
pub fn find(reading: &Reading<'_>, mentions: &mut Vec<Mention>, entities: &mut [Entity]) {
    let owners = roles::Owners::new(mentions, entities);
    let people: Vec<Span> =
        mentions.iter().filter(|m| m.entity_type == EntityType::Person).map(|m| m.span).collect();
    let (mut starts, mut held) = (BTreeSet::new(), BTreeSet::new());
    starts.extend(people.iter().map(|s| s.start()));
    held.extend(entities.iter().flat_map(|e| e.roles.iter().map(|r| r.span.start())));
    let leaders = leaders(entities);
    let mut firsts: Vec<Option<Span>> = vec![None; entities.len()];
    for mention in mentions.iter() {
        let entity = mention.entity.as_deref().and_then(roles::index);
        if let Some(first) = entity.and_then(|e| firsts.get_mut(e)) {
            first.get_or_insert(mention.span);
        }
    }
    let mut holders: Vec<usize> = (0..entities.len())
        .filter(|&i| entities[i].entity_type == EntityType::Person && !entities[i].roles.is_empty())
        .collect();
    if holders.len() > HOLDERS {
        return;
    }
    let mut found = Vec::new();
    for at in 0..reading.words.len() {
        let Some(description) = describe(reading, at, &owners, &starts, &held) else { continue };
        let fitting = fitting(reading, &description, entities, &holders, &leaders);
        let later = || introduced_later(reading, &description, mentions, &firsts, entities);
        let why = Why::rule(&DESCRIBED);
        let (entity, candidates, certainty) = match fitting.as_slice() {
            [] => match later() {
                Some(person) => {
                    if let Some(role) = roles::role(reading, description.role, &owners) {
                        entities[person].roles.push(role);
                        holders.push(person);
                    }
                    (Some(super::id(person)), Vec::new(), Certainty::Check)
                }
                None => continue,
            },
            [one] => (Some(super::id(*one)), Vec::new(), Certainty::Likely),
            several => {
                let candidate = |&i: &usize| Candidate { entity: super::id(i), why: why.clone() };
                (None, several.iter().map(candidate).collect(), Certainty::Check)
            }
        };
        found.push(Mention {
            id: String::new(),
            span: description.span,
            entity,
            candidates,
            acts_as: None,
            form: Form::Description,
            entity_type: EntityType::Person,
            certainty,
            why,
        });
    }
    mentions.extend(found);
}

/// The description whose last word is the token `at`.
fn describe(
    reading: &Reading<'_>,
    at: usize,
    owners: &roles::Owners,
    people: &BTreeSet<usize>,
    held: &BTreeSet<usize>,
) -> Option<Description> {
    let words = &reading.words;
    let word = words[at];
    let next = words.get(at + 1);
    if !word.role
        || !lists::has(lists::OFFICES, &reading.lower(at))
        || next.is_some_and(|w| w.role && !w.first || w.is_hyphen())
    {
        return None;
    }
    if next.is_some_and(|w| {
        !w.first && (people.contains(&w.token.span.start()) || w.token.kind == TokenKind::Clitic)
    }) {
        return None;
    }
    let role = titles::modifiers_before(reading, at);
    if held.contains(&words[role].token.span.start()) {
        return None;
    }
    let sentence = reading.sentences.partition_point(|s| s.1 <= at);
    let floor = reading.sentences.get(sentence)?.0;
    let mut from = role;
    let mut steps = 0;
    while from > floor && steps < 7 {
        let before = &words[from - 1];
        if matches!(before.text, "the" | "The" | "THE") {
            from -= 1;
            let span = reading.span(from, at + 1)?;
            return Some(Description {
                span,
                role: (role, at + 1),
                owner: owners.of(reading, role, at + 1),
                end: at + 1,
            });
        }
        let clitic = before.token.kind == TokenKind::Clitic && before.text.len() > 1;
        let adjective = before.is_hyphen()
            || before.capital
            || (before.is_word() && steps < 3 && !lists::has(lists::NOT_DESCRIBING, before.text));
        if !clitic && !adjective {
            break;
        }
        from -= 1;
        steps += 1;
    }
    // `Russia’s leader`: the owner takes the place of the article.
    let clitic = (floor..role).rev().take(3).find(|&i| words[i].token.kind == TokenKind::Clitic)?;
    let owner = owners.of(reading, clitic + 1, clitic + 1)?;
    let mut start = clitic;
    while start > floor && words[start - 1].capital {
        start -= 1;
    }
    let span = reading.span(start, at + 1)?;
    Some(Description { span, role: (role, at + 1), owner: Some(owner), end: at + 1 })
}

/// The people whose role it is.
fn fitting(
    reading: &Reading<'_>,
    description: &Description,
    entities: &[Entity],
    holders: &[usize],
    leaders: &BTreeMap<usize, BTreeSet<String>>,
) -> Vec<usize> {
    let noun = reading.lower(description.end - 1);
    let title = reading.text(description.role.0, description.role.1).to_lowercase();
    let country =
        |id: &str| roles::index(id).and_then(|i| entities.get(i)).and_then(|e| e.country.clone());
    let wanted = description.owner.as_deref().and_then(country);
    let fits = |role: &crate::report::Role| {
        let held = role.title.to_lowercase();
        let last = held.split(' ').next_back().unwrap_or("");
        let office = if title.contains(' ') {
            held.ends_with(&title) || (title == "prime minister" && last == "pm")
        } else {
            last == noun
                || (noun == "leader"
                    && lists::has(lists::LEADERS, last)
                    && !held.contains("deputy"))
        };
        let portfolio = noun == "leader" && last == "minister" && !held.contains("prime");
        let owner = match (&description.owner, &role.of) {
            (Some(want), Some(of)) => want == of || (wanted.is_some() && wanted == country(of)),
            (Some(_), None) => false,
            (None, _) => true,
        };
        office && owner && !portfolio
    };
    let leading =
        matches!(&*noun, "leader" | "president" | "premier") || title.contains("prime minister");
    let holds = |i: &usize| entities[*i].roles.iter().any(fits);
    let mut people: Vec<usize> = holders.iter().copied().filter(holds).collect();
    if people.is_empty() && leading && noun == "leader" {
        let rules = |countries: &BTreeSet<String>| {
            wanted.as_ref().is_some_and(|country| countries.contains(country))
        };
        people = leaders.iter().filter(|(_, c)| rules(c)).map(|(&i, _)| i).collect();
    }
    if people.len() > 1 {
        // The very title decides between holders of like offices.
        let exactly = |&i: &usize| {
            entities[i].roles.iter().any(|r| fits(r) && r.title.to_lowercase() == title)
        };
        let exact: Vec<usize> = people.iter().copied().filter(exactly).collect();
        if exact.len() == 1 {
            people = exact;
        }
    }
    people
}

/// Which people of the article are known to lead, or to have led, which countries.
fn leaders(entities: &[Entity]) -> BTreeMap<usize, BTreeSet<String>> {
    static KNOWN: LazyLock<Vec<(&str, PersonName)>> = LazyLock::new(|| {
        let rows = include_str!("../../data/leaders.tsv").lines();
        rows.filter_map(|row| row.split_once('\t'))
            .flat_map(|(iso, names)| names.split('|').map(move |n| (iso, PersonName::read(n))))
            .collect()
    });
    let mut found: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (i, entity) in entities.iter().enumerate() {
        if entity.entity_type != EntityType::Person {
            continue;
        }
        let name = PersonName::read(&entity.name);
        for (iso, leader) in KNOWN.iter().filter(|_| name.is_full()) {
            if name.same(leader) {
                found.entry(i).or_default().insert((*iso).to_owned());
            }
        }
    }
    found
}

/// Someone who speaks in the next paragraphs, first named there and without a title: a speaker
/// whom the article first describes and then names.
fn introduced_later(
    reading: &Reading<'_>,
    description: &Description,
    mentions: &[Mention],
    firsts: &[Option<Span>],
    entities: &[Entity],
) -> Option<usize> {
    let says = |i: usize| reading.words.get(i).is_some_and(|w| lists::has(lists::SAYING, w.text));
    if !says(description.end) {
        return None;
    }
    let document = reading.document;
    let block = |at: usize| document.sentence_at(at).map(|s| document.sentences()[s].block);
    let here = block(description.span.start())?;
    let behind = mentions.partition_point(|m| m.span.start() <= description.span.end());
    let next = mentions[behind..]
        .iter()
        .map(|m| (m, block(m.span.start()).unwrap_or(here)))
        .take_while(|(_, there)| *there <= here + 2)
        .find(|(m, there)| {
            m.form.is_name() && m.entity_type == EntityType::Person && *there > here
        })?
        .0;
    let person = next.entity.as_deref().and_then(roles::index)?;
    let at = document.token_at(next.span.start());
    let end = document.token_at(next.span.end());
    let beside = says(end) || at.checked_sub(1).is_some_and(says);
    let fresh = firsts.get(person)? == &Some(next.span) && entities.get(person)?.roles.is_empty();
    let known = gazetteer::entry(next.span.of(document.text())).kinds.entity_type().is_some();
    (beside && fresh && !known).then_some(person)
}
