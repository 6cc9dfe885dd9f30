//! Small word lists of our own that say what kind of thing a name stands for: `name-cues.tsv`, one
//! list a line. A word's lists are a set of bits, so that a word is looked up once.

use std::sync::LazyLock;

use crate::text::FastMap;

/// A list, or a word's membership of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List(u64);

impl List {
    /// Whether any list of `other` is among these.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// One bit for each list.
    pub fn bits(self) -> u64 {
        self.0
    }
}

/// Every word with its lists.
static WORDS: LazyLock<FastMap<&'static str, u64>> = LazyLock::new(|| {
    let mut all = FastMap::default();
    let lines = include_str!("../data/name-cues.tsv").lines().filter_map(|l| l.split_once('\t'));
    for ((_, words), i) in lines.zip(0..) {
        for word in words.split(' ') {
            *all.entry(word).or_default() |= 1 << i;
        }
    }
    all
});

/// The lists that hold `word`, which is in lower case.
pub fn of(word: &str) -> List {
    List(WORDS.get(word).copied().unwrap_or_default())
}

/// Whether `list` holds `word`, which is in lower case.
pub fn has(list: List, word: &str) -> bool {
    of(word).any(list)
}

/// Words of address before a person's name.
pub const HONORIFICS: List = List(1 << 0);
/// Nouns for offices and occupations: the last word of a role.
pub const ROLES: List = List(1 << 1);
/// Words that stand before the last word of a role: `Prime` Minister, `Industry and Trade` Minister.
pub const ROLE_MODIFIERS: List = List(1 << 2);
/// Last words of organisations' names.
pub const ORGANISATIONS: List = List(1 << 3);
/// Company forms, and the like, that end an organisation's name.
pub const COMPANY_FORMS: List = List(1 << 4);
/// Last words of facilities' and places' names.
pub const PLACES: List = List(1 << 5);
/// Words that follow a place's name in lower case: Khabarovsk `region`.
pub const REGION_NOUNS: List = List(1 << 6);
/// Last words of events' names.
pub const EVENTS: List = List(1 << 7);
/// Last words of works' and laws' names.
pub const WORKS: List = List(1 << 8);
/// First words of organisations' names before `of`, `for` or `on`.
pub const ORGANISATION_OF: List = List(1 << 9);
/// First words of places' names before `of`.
pub const PLACE_OF: List = List(1 << 10);
/// First words of events' and works' names before `of`.
pub const EVENT_OF: List = List(1 << 11);
/// The same for works.
pub const WORK_OF: List = List(1 << 12);
/// First words of the names of places.
pub const PLACE_FIRST: List = List(1 << 13);
/// Small words inside people's names.
pub const PARTICLES: List = List(1 << 14);
/// Verbs of saying: who stands beside one is a speaker.
pub const SAYING: List = List(1 << 15);
/// Prepositions before places.
pub const PLACE_PREPOSITIONS: List = List(1 << 16);
/// Capitalised words that are no names: days, months, pronouns and the like.
pub const NEVER: List = List(1 << 17);
/// Initials that are no organisation.
pub const NOT_LETTERS: List = List(1 << 18);
/// Function words that begin sentences and are listed as given names somewhere.
pub const OPENERS: List = List(1 << 19);
/// Words that stand near weapons and vehicles.
pub const WEAPONRY: List = List(1 << 20);
/// Letters that begin the names of aircraft, tanks, missiles and guns.
pub const SERIES: List = List(1 << 21);
/// Words before an event's name.
pub const STORMS: List = List(1 << 22);
/// Words before the title of a work.
pub const WORK_CUES: List = List(1 << 23);
/// Offices that one person holds at a time.
pub const OFFICES: List = List(1 << 24);
/// Offices that `leader` may mean.
pub const LEADERS: List = List(1 << 25);
/// What governments do, besides verbs in `-ed` and of saying.
pub const DOING: List = List(1 << 26);
/// What governments have.
pub const HAVING: List = List(1 << 27);
/// Words in front of an organisation's name that begin a sentence.
pub const NOT_FIRST: List = List(1 << 28);
/// Words for organisations that are named by an office: Foreign `Ministry`.
pub const PORTFOLIO_HEADS: List = List(1 << 29);
/// Parts of countries.
pub const DIRECTIONS: List = List(1 << 30);
/// Words that end a description to the left.
pub const NOT_DESCRIBING: List = List(1 << 31);
/// Kinds of place that were built.
pub const FACILITIES: List = List(1 << 32);
/// Kinds of place that are parts of countries.
pub const REGIONS: List = List(1 << 33);
/// Last words of names of organisations of the subtype `team`.
pub const TEAMS: List = List(1 << 34);
/// Last words of names of organisations of the subtype `university`.
pub const UNIVERSITIES: List = List(1 << 35);
/// Last words of names of organisations of the subtype `government`.
pub const GOVERNMENTS: List = List(1 << 36);
/// Last words of names of organisations of the subtype `military`.
pub const MILITARY: List = List(1 << 37);
/// Last words of names of organisations of the subtype `media`.
pub const MEDIA: List = List(1 << 38);
/// Last words of names of organisations of the subtype `company`.
pub const COMPANIES: List = List(1 << 39);
/// Bodies that are named by one word with a capital: the `Assembly`.
pub const INSTITUTIONS: List = List(1 << 40);
/// What a company or the like is said to be behind its name.
pub const BUSINESSES: List = List(1 << 41);
/// Verbs between two teams.
pub const BEATING: List = List(1 << 42);

/// Who works for an organisation.
pub const STAFF: List = List(1 << 43);

/// Words that name a newspaper after `The`.
pub const PAPERS: List = List(1 << 44);

/// Initials before or behind the names of clubs.
pub const CLUB_FORMS: List = List(1 << 45);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_constant_is_the_line_of_its_name() {
        let names: Vec<&str> = include_str!("../data/name-cues.tsv")
            .lines()
            .filter_map(|l| l.split_once('\t').map(|(name, _)| name))
            .collect();
        let source = include_str!("lists.rs");
        for (i, name) in names.iter().enumerate() {
            let constant = name.to_uppercase().replace('-', "_");
            let line = format!("pub const {constant}: List = List(1 << {i});");
            assert!(source.contains(&line), "{line}");
        }
        assert!(names.len() <= 64, "a list is a bit of 64");
    }

    /// `tests/lists/name-cues.tsv` says which lists a word is in, and so beside which others it stands.
    #[test]
    fn each_word_is_in_the_lists_that_are_stated() {
        let lines = || include_str!("../data/name-cues.tsv").lines();
        let names: Vec<&str> =
            lines().filter_map(|l| l.split_once('\t').map(|(name, _)| name)).collect();
        let mut stated = FastMap::default();
        let mut wrong = Vec::new();
        let rows = include_str!("../../tests/lists/name-cues.tsv").lines();
        for (lists, words) in rows.filter_map(|row| row.split_once('\t')) {
            for word in words.split('|') {
                stated.insert(word, lists);
                let bits = of(word).bits();
                let in_list = names.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1);
                let mut found: Vec<&str> = in_list.map(|(_, name)| *name).collect();
                found.sort_unstable();
                if found.join(", ") != lists {
                    wrong.push(format!("{word}: {lists}, but it is in {}", found.join(", ")));
                }
            }
        }
        let listed = lines().filter_map(|l| l.split_once('\t')).flat_map(|(_, w)| w.split(' '));
        let new = listed.filter(|word| !stated.contains_key(word));
        wrong.extend(new.map(|word| format!("{word}: its lists are not stated")));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_word_may_stand_in_several_lists() {
        assert!(has(ROLES, "general") && has(ROLE_MODIFIERS, "general"));
        assert!(!has(ROLES, "mill"));
    }
}
