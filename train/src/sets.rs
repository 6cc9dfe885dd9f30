//! The training sets, and what each of them says: which classes its labels may mean, and which
//! classes it does not mark at all.

use newsmark::entities::tagger::Class::{
    self, Event, Facility, Group, Organisation, Person, Place, Product, Work,
};

/// Whether a name of the label is one of these classes.
type Meaning = (&'static str, &'static [Class]);

/// A set of annotated articles.
pub struct Set {
    /// The name of its file.
    pub name: &'static str,
    /// What its labels mean. A label that is not here says nothing about its tokens.
    pub labels: &'static [Meaning],
    /// Labels of spans that are no name of ours.
    pub outside: &'static [&'static str],
    /// Classes that it does not mark: a token without a label may be one.
    pub unmarked: &'static [Class],
    /// How much an article counts.
    pub weight: f32,
    /// Whether the levels of certainty are fitted on it: edited text, all of it annotated.
    pub calibrates: bool,
    /// Whether the recipe `clean` has it, and there only some genres.
    pub clean: Option<&'static [&'static str]>,
}

const THINGS: &[Class] = &[Event, Product, Work];
const FOUR: &[Meaning] = &[
    ("PER", &[Person]),
    ("ORG", &[Organisation]),
    ("LOC", &[Place, Facility]),
    ("MISC", &[Group, Event, Product, Work]),
];

/// Every set, in the order of the files.
pub const SETS: &[Set] = &[
    Set {
        name: "worldwide",
        labels: &[
            ("Person", &[Person]),
            ("Organization", &[Organisation]),
            ("Location", &[Place]),
            ("Facility", &[Facility]),
            ("NORP", &[Group]),
            ("Misc", THINGS),
            ("Product", &[Product]),
        ],
        outside: &["Date", "Money"],
        unmarked: &[],
        weight: 1.0,
        calibrates: true,
        clean: None,
    },
    Set {
        name: "conll2003",
        labels: FOUR,
        outside: &[],
        unmarked: &[],
        weight: 1.0,
        calibrates: true,
        clean: None,
    },
    Set {
        name: "wikigold",
        labels: FOUR,
        outside: &[],
        unmarked: &[],
        weight: 1.0,
        calibrates: true,
        clean: Some(&[]),
    },
    Set {
        name: "gum",
        labels: &[
            ("person", &[Person]),
            ("organization", &[Organisation]),
            ("place", &[Place, Facility]),
            ("event", &[Event]),
        ],
        outside: &[],
        unmarked: &[Group, Product, Work],
        weight: 1.0,
        calibrates: true,
        clean: Some(&["news", "interview", "academic", "court"]),
    },
    Set {
        name: "re3d",
        labels: &[
            ("Person", &[Person]),
            ("Organisation", &[Organisation]),
            ("Location", &[Place, Facility]),
            ("Nationality", &[Group]),
            ("Weapon", &[Product]),
            ("MilitaryPlatform", &[Product]),
            ("Vehicle", &[Product]),
        ],
        outside: &["Temporal", "Quantity", "Money", "Coordinate", "CommsIdentifier"],
        unmarked: THINGS,
        weight: 0.5,
        calibrates: false,
        clean: Some(&[]),
    },
    Set {
        name: "btc",
        labels: &[("PER", &[Person]), ("ORG", &[Organisation]), ("LOC", &[Place, Facility])],
        outside: &[],
        unmarked: &[Group, Event, Product, Work],
        weight: 0.7,
        calibrates: false,
        clean: Some(&[]),
    },
    Set {
        name: "wnut17",
        labels: &[
            ("person", &[Person]),
            ("corporation", &[Organisation]),
            ("group", &[Organisation]),
            ("location", &[Place, Facility]),
            ("product", &[Product]),
            ("creative-work", &[Work]),
        ],
        outside: &[],
        unmarked: &[Group, Event],
        weight: 1.0,
        calibrates: false,
        clean: Some(&[]),
    },
    Set {
        name: "crossner_politics",
        labels: &[
            ("person", &[Person]),
            ("politician", &[Person]),
            ("organisation", &[Organisation]),
            ("politicalparty", &[Organisation]),
            ("location", &[Place, Facility]),
            ("country", &[Place]),
            ("election", &[Event]),
            ("event", &[Event]),
            ("misc", &[Group, Event, Product, Work]),
        ],
        outside: &[],
        unmarked: &[],
        weight: 1.0,
        calibrates: false,
        clean: None,
    },
];

/// The sets whose dev splits are scored, with the labels that count.
pub const DEV: &[(&str, &[&str])] = &[
    ("worldwide", &["PER", "ORG", "LOC"]),
    ("worldwide", &["PER", "ORG", "LOC", "NORP"]),
    ("conll2003", &["PER", "ORG", "LOC", "MISC"]),
    ("gum", &["PER", "ORG", "LOC"]),
    ("uner_ewt", &["PER", "ORG", "LOC"]),
    ("wnut17", &["PER", "ORG", "LOC"]),
    ("btc", &["PER", "ORG", "LOC"]),
    ("crossner_politics", &["PER", "ORG", "LOC"]),
];
