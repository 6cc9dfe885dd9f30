//! The rules of quotes: one row for each way in which words are known to be said, and by whom.

use crate::rules::Rule;

pub(crate) static AFTER: Rule = Rule {
    id: "quote.cue-after",
    note: "Words in marks, followed by who said them.",
    hits: &[
        "⟦“The bridge is safe,”⟧ said Odile Marsh.",
        "⟦“The bridge is safe,”⟧ the engineer said on Monday.",
        "⟦\"Is it safe?\"⟧ asked Odile Marsh.",
        "⟦'We can't wait,'⟧ Marsh added.",
    ],
    misses: &["The “bridge” is safe.", "Odile Marsh said the bridge was safe."],
}
.lean();

pub(crate) static BEFORE: Rule = Rule {
    id: "quote.cue-before",
    note: "Words in marks, right after a verb of saying.",
    hits: &[
        "Odile Marsh said, ⟦“The bridge is safe.”⟧",
        "“Yes,” said Odile Marsh, adding, ⟦“It is safe.”⟧",
    ],
    misses: &["The “bridge” is safe.", "She said nothing."],
}
.lean();

pub(crate) static COLON: Rule = Rule {
    id: "quote.colon",
    note: "Words in marks after a colon that names the speaker.",
    hits: &[
        "Odile Marsh told reporters: ⟦“The bridge is safe.”⟧",
        "Marsh: ⟦“The bridge is safe.”⟧",
    ],
    misses: &["Two bridges: the old one and the new.", "“It is safe,” said Marsh."],
}
.lean();

pub(crate) static DASH: Rule = Rule {
    id: "quote.dash",
    note: "Words in marks, a dash, and a name.",
    hits: &["⟦“The bridge is safe.”⟧ — Odile Marsh", "⟦“Never again.”⟧ – Odile Marsh"],
    misses: &["The “bridge” — an old one — is safe.", "“It is safe,” said Marsh."],
}
.lean();

pub(crate) static ACCORDING: Rule = Rule {
    id: "quote.according-to",
    note: "Words in marks, given according to someone.",
    hits: &[
        "According to Odile Marsh, ⟦“the bridge will stand for a century.”⟧",
        "⟦“The bridge is safe for every kind of lorry,”⟧ according to Odile Marsh.",
    ],
    misses: &["According to plan, it opened.", "“It is safe,” said Marsh."],
}
.lean();

pub(crate) static WITHIN: Rule = Rule {
    id: "quote.within",
    note: "Words in marks inside reported speech.",
    hits: &[
        "Odile Marsh said she saw ⟦“cracks”⟧ in the bridge.",
        "The engineer warned that the bridge was ⟦“gone”⟧ by now.",
    ],
    misses: &["The “bridge” is safe.", "“It is safe,” said Marsh."],
}
.lean();

pub(crate) static NAMED: Rule = Rule {
    id: "quote.named",
    note: "What someone calls a thing.",
    hits: &[
        "Odile Marsh called the bridge ⟦“a rusty joke”⟧.",
        "The mayor described it as ⟦“a proud day”⟧ for the town.",
    ],
    misses: &["The so-called “iron ferry” sank.", "“It is safe,” said Marsh."],
}
.lean();

pub(crate) static PARTED: Rule = Rule {
    id: "quote.parted",
    note: "Part of an utterance whose cue stands with another part.",
    hits: &[
        "⟦“We would like talks”⟧ between the towns “as soon as possible,” added Odile Marsh.",
        "⟦“We want a bridge”⟧ over the river “before the winter comes,” said the mayor.",
    ],
    misses: &["“It is safe,” said Marsh.", "The “bridge” is safe."],
}
.lean();

pub(crate) static CONTINUES: Rule = Rule {
    id: "quote.continues",
    note: "Goes on with the quote before it.",
    hits: &[
        "“The bridge is safe,” said Odile Marsh. ⟦“It will stand for years.”⟧",
        "Odile Marsh said: “The bridge is safe.” ⟦“It will stand for years.”⟧",
    ],
    misses: &["“It is safe,” said Marsh.", "The “bridge” is safe."],
}
.lean();

pub(crate) static PARAGRAPH: Rule = Rule {
    id: "quote.next-paragraph",
    note: "A paragraph of its own after a quote: the same speaker goes on.",
    hits: &[
        "“The bridge is safe,” said Odile Marsh.\n\n⟦“It will stand for years.”⟧",
        "“The bridge is safe,” said the mayor.\n\n⟦“We are proud of it.”⟧",
    ],
    misses: &["“It is safe,” said Marsh.", "The bridge is safe.\n\n“It is.”"],
}
.lean();

pub(crate) static SUBJECT: Rule = Rule {
    id: "quote.subject",
    note: "Words in marks after a sentence about the speaker.",
    hits: &[
        "Odile Marsh believed in the bridge. ⟦“It will stand for years.”⟧",
        "Odile Marsh was calm. ⟦“The bridge is safe.”⟧",
    ],
    misses: &["“It is safe,” said Marsh.", "The “bridge” is safe."],
}
.lean();

pub(crate) static ORPHAN: Rule = Rule {
    id: "quote.orphan",
    note: "Words in marks that nobody is given for.",
    hits: &[
        "⟦“The bridge is safe for everyone.”⟧",
        "The bridge, ⟦“safe for every kind of lorry”⟧, opens soon.",
    ],
    misses: &["“It is safe,” said Marsh.", "The “bridge” is safe."],
}
.lean();

pub(crate) static TERM: Rule = Rule {
    id: "quote.term",
    note: "A word or two in marks that nobody is given for: a term.",
    hits: &["The ⟦“bridge”⟧ is safe.", "The so-called ⟦“iron ferry”⟧ sank."],
    misses: &["“Yes,” said Marsh.", "The bridge is safe."],
}
.lean();

pub(crate) static TITLE: Rule = Rule {
    id: "quote.title",
    note: "The title of a work in marks.",
    hits: &[
        "Her novel ⟦“The Quiet Ferry”⟧ sold well.",
        "The film ⟦“River of Glass”⟧ opened the festival.",
    ],
    misses: &["“It is safe,” said Marsh.", "The “bridge” is safe."],
}
.lean();

pub(crate) static NICKNAME: Rule = Rule {
    id: "quote.nickname",
    note: "A nickname in marks between the names.",
    hits: &["Odile ⟦“Bridget”⟧ Marsh came.", "Then Aldo ⟦“the Ferry”⟧ Brandt rose to speak."],
    misses: &["“It is safe,” said Marsh.", "The “bridge” is safe."],
}
.lean();

pub(crate) static SIGN: Rule = Rule {
    id: "quote.sign",
    note: "The words of a sign, slogan or motto.",
    hits: &[
        "She held a sign with ⟦“No More Tolls”⟧ on it.",
        "The slogan ⟦“Bridges, not walls”⟧ was everywhere.",
    ],
    misses: &["“It is safe,” said Marsh.", "The “bridge” is safe."],
}
.lean();

pub(crate) static REPORTED: Rule = Rule {
    id: "quote.reported",
    note: "A clause that a verb of saying governs.",
    hits: &[
        "Odile Marsh said that ⟦the bridge was safe⟧.",
        "The engineer warned that ⟦the bridge would not last⟧.",
        "The paper printed her claim that ⟦the bridge was never safe⟧.",
    ],
    misses: &["“It is safe,” said Marsh.", "The bridge is safe."],
}
.lean();

pub(crate) static UNDERTAKEN: Rule = Rule {
    id: "quote.undertaken",
    note: "What somebody vows, plans, wants or refuses to do.",
    hits: &[
        "Odile Marsh vowed ⟦to keep the bridge open⟧.",
        "The company is expected ⟦to close the plant⟧.",
        "The mayor declined ⟦to say who had paid⟧.",
    ],
    misses: &[
        "Odile Marsh managed to keep the bridge open.",
        "The promise to the town was old.",
        "You want to know who had paid.",
    ],
}
.lean();

pub(crate) static MIXED: Rule = Rule {
    id: "quote.mixed",
    note: "Reported speech, partly in marks.",
    hits: &[
        "Odile Marsh said that ⟦the bridge was⟧ ⟦“safe for every kind of lorry”⟧.",
        "⟦The town would pay⟧ ⟦“whatever the bridge costs”⟧, Odile Marsh said.",
        "The mayor warned that ⟦the town⟧ ⟦“cannot wait for ever”⟧ ⟦for a bridge⟧.",
    ],
    misses: &["“It is safe,” said Marsh.", "The bridge is safe."],
}
.lean();

pub(crate) static REPORTED_BEFORE: Rule = Rule {
    id: "quote.reported-before",
    note: "What stands before its cue, without marks.",
    hits: &[
        "⟦The bridge is safe⟧, Odile Marsh said.",
        "⟦The bridge is safe⟧, according to Odile Marsh.",
    ],
    misses: &["“It is safe,” said Marsh.", "The bridge is safe."],
}
.lean();

pub(crate) static TURN: Rule = Rule {
    id: "quote.turn",
    note: "A paragraph with its speaker's name in front, in a conversation.",
    hits: &[
        "A talk about the bridge was held at the town hall on Monday.\n\nMarsh: ⟦Is the old bridge still safe to cross?⟧\n\nBrandt: ⟦It is safe for now, if you ask me.⟧\n\nMarsh: ⟦And what about the winter?⟧\n\nBrandt: ⟦We will have to see about that.⟧",
        "The editor met the engineer at the river last week, and they talked.\n\nThe Post: ⟦Who built the bridge?⟧\n\nOdile Marsh: ⟦My father did. He was proud of it.⟧\n\nThe Post: ⟦Is it any good?⟧\n\nOdile Marsh: ⟦It still stands.⟧",
    ],
    misses: &["Marsh: “The bridge is safe.”", "Note: The bridge is closed.\n\nIt opens on Monday."],
}.lean();

/// Every row.
pub(crate) const ALL: &[&Rule] = &[
    &AFTER,
    &BEFORE,
    &COLON,
    &DASH,
    &ACCORDING,
    &WITHIN,
    &NAMED,
    &PARTED,
    &CONTINUES,
    &PARAGRAPH,
    &SUBJECT,
    &ORPHAN,
    &TERM,
    &TITLE,
    &NICKNAME,
    &SIGN,
    &REPORTED,
    &UNDERTAKEN,
    &MIXED,
    &REPORTED_BEFORE,
    &TURN,
];
