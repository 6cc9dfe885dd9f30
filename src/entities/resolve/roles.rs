//! Offices and occupations, tied to those who hold them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    entities::{lists, reading::Reading, titles},
    report::{Entity, EntityType, Mention, Role, RoleTime},
    span::{self, Span},
};

/// No title has more tokens: the longest of two, one after the other.
const LONGEST: usize = 2 * titles::LONGEST;

/// Adds to people the roles that stand before or behind their names.
pub fn find(reading: &Reading<'_>, mentions: &[Mention], entities: &mut [Entity]) {
    let owners = Owners::new(mentions, entities);
    let mut known = vec![Known::default(); entities.len()];
    for mention in mentions.iter().filter(|m| m.entity_type == EntityType::Person) {
        let Some(holder) = mention.entity.as_deref().and_then(index) else { continue };
        let first = reading.document.token_at(mention.span.start());
        let end = reading.document.token_at(mention.span.end());
        let roles = [before(reading, first), introduced(reading, first), behind(reading, end)];
        for range in roles.into_iter().flatten() {
            if let Some(role) = role(reading, range, &owners)
                && let Some(entity) = entities.get_mut(holder)
                && known[holder].is_new(&role)
            {
                entity.roles.push(role);
            }
        }
    }
}

/// The roles of one holder: what [`is_same`] compares, to be found at once where they are many.
#[derive(Clone, Default)]
struct Known {
    spans: BTreeSet<(usize, usize)>,
    offices: BTreeSet<(u8, Option<String>, String)>,
}

impl Known {
    /// Whether `role` is none of them; then it becomes one.
    fn is_new(&mut self, role: &Role) -> bool {
        let span = (role.span.start(), role.span.end());
        let office = (role.when as u8, role.of.clone(), role.title.to_lowercase());
        if self.spans.contains(&span) || self.offices.contains(&office) {
            return false;
        }
        self.spans.insert(span);
        self.offices.insert(office);
        true
    }
}

/// Whether both say that the same office was held in the same way: the first mention stands.
pub fn is_same(a: &Role, b: &Role) -> bool {
    a.span == b.span
        || a.when == b.when && a.of == b.of && a.title.to_lowercase() == b.title.to_lowercase()
}

/// Gives the roles their ids, in reading order over all entities.
pub fn number(entities: &mut [Entity]) {
    let mut spans: Vec<Span> =
        entities.iter().flat_map(|e| e.roles.iter().map(|r| r.span)).collect();
    span::in_reading_order(&mut spans, |s| *s);
    spans.dedup();
    for role in entities.iter_mut().flat_map(|e| e.roles.iter_mut()) {
        let place = spans.partition_point(|s| s.reading_order() < role.span.reading_order());
        role.id = format!("r{}", place + 1);
    }
    for entity in entities {
        span::in_reading_order(&mut entity.roles, |r| r.span);
    }
}

/// The place of an entity in the list, from its id.
pub fn index(id: &str) -> Option<usize> {
    id.strip_prefix('e')?.parse::<usize>().ok()?.checked_sub(1)
}

/// Mentions of organisations, places and groups by where they begin and end.
pub struct Owners {
    ends: BTreeMap<usize, String>,
    starts: BTreeMap<usize, String>,
}

impl Owners {
    /// Nationalities stand for the country where the article names it.
    pub fn new(mentions: &[Mention], entities: &[Entity]) -> Self {
        let mut owners = Self { ends: BTreeMap::new(), starts: BTreeMap::new() };
        let mut countries: BTreeMap<&str, &str> = BTreeMap::new();
        countries.extend(
            (entities.iter().rev())
                .filter(|e| e.subtype.as_deref() == Some("country"))
                .filter_map(|e| Some((e.country.as_deref()?, e.id.as_str()))),
        );
        for mention in mentions {
            let Some(id) = &mention.entity else { continue };
            let Some(entity) = index(id).and_then(|i| entities.get(i)) else { continue };
            let owner = match entity.entity_type {
                EntityType::Organisation | EntityType::Place => id.clone(),
                EntityType::Group => {
                    let country = entity.country.as_deref().and_then(|c| countries.get(c));
                    country.map_or_else(|| id.clone(), |c| (*c).to_owned())
                }
                _ => continue,
            };
            owners.ends.insert(mention.span.end(), owner.clone());
            owners.starts.insert(mention.span.start(), owner);
        }
        owners
    }

    /// Whose it is that stands at token `first`: `Russia’s` or `Russian` before, `of Japan` behind.
    pub fn of(&self, reading: &Reading<'_>, first: usize, end: usize) -> Option<String> {
        let word = |i: usize| reading.words.get(i);
        let mut behind = end;
        if word(behind).is_some_and(|w| matches!(w.text, "of" | "for" | "at")) {
            behind += 1;
            if word(behind).is_some_and(|w| w.text == "the") {
                behind += 1;
            }
            if let Some(owner) = word(behind).and_then(|w| self.starts.get(&w.token.span.start())) {
                return Some(owner.clone());
            }
        }
        let mut at = first.checked_sub(1)?;
        for _ in 0..3 {
            let token = word(at)?;
            if let Some(owner) = self.ends.get(&token.token.span.end()) {
                return Some(owner.clone());
            }
            let passable = token.token.kind == crate::text::TokenKind::Clitic
                || (token.is_word() && !token.capital && token.text != "the" && token.text != "a");
            at = if passable || token.is_hyphen() { at.checked_sub(1)? } else { return None };
        }
        None
    }
}

/// The role that tokens `range` name; none if they are only a form of address.
pub fn role(reading: &Reading<'_>, range: (usize, usize), owners: &Owners) -> Option<Role> {
    let (mut from, end) = range;
    let mut when = RoleTime::Current;
    while from < end {
        let time = time_of(&reading.lower(from));
        let Some(time) = time else { break };
        when = time;
        if time == RoleTime::Deputy {
            break;
        }
        from += 1;
        while from < end && reading.words[from].is_hyphen() {
            from += 1;
        }
    }
    if let Some(time) = time_before(reading, from) {
        when = time;
    }
    let text = reading.text(from, end).to_lowercase();
    if text.ends_with("elect") || text.ends_with("designate") {
        when = RoleTime::Elect;
    }
    let noun = (from..end).any(|i| titles::is_role_noun(reading, i));
    if from >= end || !noun {
        return None;
    }
    Some(Role {
        id: String::new(),
        title: office(reading.text(from, end)).to_owned(),
        of: owners.of(reading, from, end),
        when,
        span: reading.span(from, end)?,
    })
}

/// When the role was held whose title begins at `from`: `then-prime minister`, `former Wales captain`.
fn time_before(reading: &Reading<'_>, from: usize) -> Option<RoleTime> {
    let word = |i: usize| reading.words.get(i);
    let owner = |i: &usize| {
        let clitic = || word(*i).is_some_and(|w| w.token.kind == crate::text::TokenKind::Clitic);
        word(*i).is_some_and(|w| w.capital && time_of(&w.text.to_lowercase()).is_none()) || clitic()
    };
    let owned = (from.saturating_sub(3)..from).rev().take_while(owner).count();
    let at = from.checked_sub(owned + 1)?;
    let at = if word(at)?.is_hyphen() { at.checked_sub(1)? } else { at };
    time_of(&reading.lower(at)).filter(|time| *time != RoleTime::Deputy)
}

/// The office itself: without `-elect`, which is said by when it is held.
fn office(title: &str) -> &str {
    let cut = title.len().saturating_sub("-elect".len());
    match title.split_at_checked(cut) {
        Some((office, tail)) if tail.eq_ignore_ascii_case("-elect") => office,
        _ => title,
    }
}

fn time_of(word: &str) -> Option<RoleTime> {
    Some(match word {
        "then" => RoleTime::Then,
        "former" | "ex" | "late" | "ousted" | "deposed" | "outgoing" | "retired" => {
            RoleTime::Former
        }
        "acting" | "interim" | "caretaker" => RoleTime::Acting,
        "deputy" | "vice" => RoleTime::Deputy,
        "incoming" => RoleTime::Elect,
        _ => return None,
    })
}

/// `Prime Minister` X.
fn before(reading: &Reading<'_>, first: usize) -> Option<(usize, usize)> {
    let mut from = first;
    while from > 0
        && first - from < LONGEST
        && reading.words[from - 1].role
        && !reading.words[from].first
    {
        from -= 1;
    }
    (from < first).then_some((from, first))
}

/// `the head of the Orsk mill,` X; `its president, Sir` X.
fn introduced(reading: &Reading<'_>, first: usize) -> Option<(usize, usize)> {
    let mut comma = first.checked_sub(1)?;
    while reading.is(comma, lists::HONORIFICS) {
        comma = comma.checked_sub(1)?;
    }
    if reading.words[comma].text != "," {
        return None;
    }
    let noun = (comma.saturating_sub(9)..comma)
        .rev()
        .take_while(|&i| {
            !reading.words[i + 1].first && (reading.words[i].text != "," || i == comma)
        })
        .find(|&i| titles::is_role_noun(reading, i))?;
    let tail = reading.words.get(noun + 1)?.text;
    let from = titles::modifiers_before(reading, noun);
    let determined = from.checked_sub(1).is_some_and(|d| {
        let word = &reading.words[d];
        matches!(
            &*reading.lower(d),
            "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "whose" | "own"
        ) || word.capital
            || word.token.kind == crate::text::TokenKind::Clitic
            || time_of(word.text).is_some()
    });
    let elect = reading.words[noun + 1].is_hyphen()
        && noun + 3 == comma
        && matches!(reading.words[noun + 2].text, "elect" | "designate");
    let placed = matches!(tail, "at" | "in" | "to");
    let whole = noun + 1 == comma || elect || placed || matches!(tail, "of" | "for");
    // `agent in charge in Leeds`: the place is not of the title.
    let capital = || (noun + 2..comma).find(|&i| reading.words[i].capital);
    let end = if placed { capital().map_or(comma, |place| place - 1) } else { comma };
    (determined && whole).then_some((from, end))
}

/// X`, the finance minister of Orsk,`.
fn behind(reading: &Reading<'_>, end: usize) -> Option<(usize, usize)> {
    if reading.words.get(end)?.text != "," {
        return None;
    }
    let mut at = end + 1;
    for _ in 0..7 {
        let word = reading.words.get(at).filter(|w| !w.first)?;
        if word.role && (!word.capital || titles::is_role_noun(reading, at)) {
            break;
        }
        let passable = word.capital
            || word.is_hyphen()
            || word.token.kind == crate::text::TokenKind::Clitic
            || matches!(word.text, "the" | "a" | "an" | "former" | "then" | "now" | "who" | "is");
        if !passable && !word.role {
            return None;
        }
        at += 1;
    }
    let from = at;
    while at - from < LONGEST && reading.words.get(at).is_some_and(|w| w.role) {
        at += 1;
    }
    let closed = reading.words.get(at).is_none_or(|w| {
        matches!(w.text, "," | "." | "of" | "for" | "at" | "in" | "who" | "and" | ";" | ")")
            || lists::has(lists::SAYING, w.text)
    });
    let noun = (from..at).any(|i| titles::is_role_noun(reading, i));
    (from < at && closed && noun).then_some((from, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(title: &str, of: Option<&str>, when: RoleTime, at: usize) -> Role {
        let span = Span::new("Mayor Mayor mayor", at, at + 5).expect("inside");
        Role { id: String::new(), title: title.into(), of: of.map(str::to_owned), when, span }
    }

    #[test]
    fn an_office_is_the_same_by_its_place_or_by_all_that_is_said_of_it() {
        let first = role("Mayor", Some("e2"), RoleTime::Current, 0);
        for (second, same) in [
            (role("mayor", Some("e2"), RoleTime::Current, 12), true),
            (role("Mayor", Some("e3"), RoleTime::Former, 0), true),
            (role("Mayor", Some("e3"), RoleTime::Current, 6), false),
            (role("Mayor", None, RoleTime::Current, 6), false),
            (role("Mayor", Some("e2"), RoleTime::Former, 6), false),
            (role("Owner", Some("e2"), RoleTime::Current, 6), false),
        ] {
            assert_eq!(is_same(&first, &second), same, "{second:?}");
            let mut known = Known::default();
            assert!(known.is_new(&first));
            assert_eq!(known.is_new(&second), !same, "{second:?}");
        }
    }
}
