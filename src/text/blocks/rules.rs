//! Why a line is not part of the article.

use super::cues::Cue;
use crate::rules::Rule;

/// All rules of this layer.
pub const RULES: &[&Rule] = &[
    &MENU,
    &MORE,
    &RELATED,
    &ADVERT,
    &SHARE,
    &FORM,
    &COMMENTS,
    &LEGAL,
    &NOTICE,
    &DATELINE,
    &REPEATED,
    &BREADCRUMB,
    &ADDRESS,
    &OUTSIDE,
];

/// The rule behind a cue.
pub(super) fn of_cue(cue: Cue) -> &'static Rule {
    match cue {
        Cue::Menu => &MENU,
        Cue::More => &MORE,
        Cue::Advert => &ADVERT,
        Cue::Share => &SHARE,
        Cue::Form => &FORM,
        Cue::Legal => &LEGAL,
        Cue::Notice => &NOTICE,
        Cue::Related => &RELATED,
        Cue::Comments => &COMMENTS,
    }
}

pub(super) static MENU: Rule = Rule {
    id: "text.menu",
    note: "Menu of the page",
    hits: &[
        "⟦Home⟧\n⟦News⟧\n⟦Contact us⟧\n\nThe old mill of Quill shuts\n\nThe council of the town voted late on \
         Tuesday to close the old mill by the river, and it asked for more time.\n\nThe works are to \
         begin in the spring and will cost the town a lot of money, the mayor said.\n",
        "⟦Skip to content⟧\n⟦Log in⟧\n\nThe old mill of Quill shuts\n\nThe council of the town voted late on \
         Tuesday to close the old mill by the river, and it asked for more time.\n\nThe works are to \
         begin in the spring and will cost the town a lot of money, the mayor said.\n\n⟦Back to top⟧",
    ],
    misses: &[
        "Wins | Draws | Losses of the old mill's own team, since the war\nNobody counts.\nThey lost.",
        "Home is where the mill stands, said the mayor, who was born there.\nSports halls shut.",
        "Opinion",
    ],
}.lean();

static MORE: Rule = Rule {
    id: "text.read-more",
    note: "Link to another article",
    hits: &[
        "The council of the town voted late on Tuesday to close the old mill.\n⟦Read more: How the mill \
         was built⟧\nIt will shut in the spring.",
        "⟦Click here to watch⟧\nThe council of the town voted late on Tuesday to close the old mill \
         by the river.",
    ],
    misses: &[
        "Read more books, the mayor said.",
        "The council of the town voted late on Tuesday to close the old mill.\nMore people came.",
    ],
}.lean();

static RELATED: Rule = Rule {
    id: "text.related",
    note: "Heads a list of other articles",
    hits: &[
        "The council of the town voted late on Tuesday to close the old mill by the river.\n\n⟦Related News⟧",
        "The council of the town voted late on Tuesday to close the old mill by the river.\n\n⟦You may also \
         like⟧\n⟦Most Popular⟧",
    ],
    misses: &[
        "Related parties sold the mill, the council said.",
        "The council of the town voted late on Tuesday to close the mill.\nTop officials stayed away.",
    ],
}.lean();

static ADVERT: Rule = Rule {
    id: "text.advert",
    note: "Advertisement",
    hits: &[
        "The council of the town voted late on Tuesday to close the old mill.\n\n⟦Advertisement⟧\n\nIt will \
         shut in the spring.",
        "⟦SPONSORED⟧\nThe council of the town voted late on Tuesday to close the old mill by the river.",
    ],
    misses: &[
        "Advertisement",
        "An advertisement for the mill ran in the paper of the town on Tuesday.\nIt won.",
    ],
}.lean();

static SHARE: Rule = Rule {
    id: "text.share",
    note: "Buttons to share the article",
    hits: &[
        "The old mill of Quill shuts\n⟦Share on Facebook⟧\n⟦Tweet⟧\nThe council of the town voted late on \
         Tuesday to close the old mill.",
        "The council of the town voted late on Tuesday to close the old mill by the river.\n⟦Follow us⟧",
    ],
    misses: &[
        "Twitter and Facebook shares fell on Tuesday after the council of the town had voted.\nThey rose.",
        "Facebook",
    ],
}.lean();

static FORM: Rule = Rule {
    id: "text.form",
    note: "Field of a form, or a call to subscribe",
    hits: &[
        "The council of the town voted late on Tuesday to close the old mill by the river.\n⟦Sign up for our \
         newsletter⟧",
        "⟦Enter your email⟧\nThe council of the town voted late on Tuesday to close the old mill by the river.",
    ],
    misses: &[
        "Submit",
        "The message was clear, the mayor of the town said after the vote on Tuesday.\nNobody came.",
    ],
}.lean();

static COMMENTS: Rule = Rule {
    id: "text.comments",
    note: "Comments of readers",
    hits: &[
        "The council of the town voted late on Tuesday to close the old mill by the river.\n⟦Please enter \
         your comment!⟧\n⟦Please enter your name here⟧",
        "The council of the town voted late on Tuesday to close the old mill by the river.\n⟦12 comments⟧",
    ],
    misses: &[
        "The comments of the mayor came late on Tuesday, after the vote of the town's council.\nThey were brief.",
        "Comments",
    ],
}.lean();

static LEGAL: Rule = Rule {
    id: "text.legal",
    note: "Copyright or terms of the site",
    hits: &[
        "The council of the town voted late on Tuesday to close the old mill by the river.\n⟦© 2021 The Quill \
         Herald. All rights reserved.⟧",
        "The council of the town voted late on Tuesday to close the old mill by the river.\n⟦Privacy Policy⟧",
    ],
    misses: &[
        "Privacy is at risk, the mayor of the town said on Tuesday after the council's vote.\nNobody came.",
        "Terms of use",
    ],
}.lean();

static NOTICE: Rule = Rule {
    id: "text.notice",
    note: "A word of the site on itself or its writers",
    hits: &[
        "Home\nNews\nLog in\n\nThe old mill of Quill shuts\n\nThe council of the town voted late on \
         Tuesday to close the old mill by the river, and it asked for more time.\n\nThe works are to \
         begin in the spring and will cost the town a lot of money, the mayor said.\n\n⟦Odile Marsh is a \
         reporter for the Quill Herald.⟧",
        "Home\nNews\nLog in\n\nThe old mill of Quill shuts\n\nThe council of the town voted late on \
         Tuesday to close the old mill by the river, and it asked for more time.\n\nThe works are to \
         begin in the spring and will cost the town a lot of money, the mayor said.\n\n⟦Republished from the \
         Marsh Journal.⟧",
    ],
    misses: &[
        "The council of the town voted late on Tuesday to close the mill.\nOdile Marsh contributed to this report.",
        "Odile Marsh is a reporter for the Quill Herald.",
    ],
}.lean();

pub(super) static DATELINE: Rule = Rule {
    id: "text.dateline",
    note: "Where and when the text was written, before a dash",
    hits: &[
        "⟦QUILL, Ohio, June 4, 2021 (Marsh Newswire) --⟧ The council of the town voted late on Tuesday to \
         close the old mill.",
        "⟦STOW MARSH —⟧ The council of the town voted late on Tuesday to close the old mill by the river.",
        "The old mill of Quill shuts\n\n⟦Quill, March 3 –⟧ “It was time,” said the mayor of the town on \
         Tuesday after the vote of the council.",
        "⟦QUILL, Minn. (Marsh Press) -⟧ The council of the town voted late on Tuesday to close the old mill.",
    ],
    misses: &[
        "QUILL buses — red ones — are to stop at the old mill, the council of the town said on Tuesday.",
        "QUILL — the town by the river — voted late on Tuesday to close the old mill, the mayor said.",
        "BREAKING — The council of the town of Quill voted late on Tuesday to close the old mill.",
        "Quill — The council of the town voted late on Tuesday to close the old mill by the river.",
        "The mayor (Marsh Party) - Odile Marsh - said on Tuesday that the old mill by the river shuts.",
    ],
}.lean();

pub(super) static REPEATED: Rule = Rule {
    id: "text.repeated-headline",
    note: "The headline once more",
    hits: &[
        "⟦The old mill of Quill shuts - Quill Herald⟧\nThe old mill of Quill shuts\nThe council of the town \
         voted late on Tuesday to close it.",
        "⟦The old mill of Quill shuts...⟧\n\nThe old mill of Quill shuts after a vote\n\nThe council of the town \
         voted late on Tuesday to close it.",
    ],
    misses: &[
        "The old mill of Quill shuts\nThe old mill of Quill shuts on Tuesday, the council of the town said.",
        "The old mill of Quill shuts - for good\nThe council of the town voted late on Tuesday.",
    ],
}.lean();

pub(super) static BREADCRUMB: Rule = Rule {
    id: "text.breadcrumb",
    note: "Path of links",
    hits: &[
        "⟦HomeTownThe old mill of Quill shuts after...⟧\n\nThe old mill of Quill shuts after a vote\n\nThe council \
         of the town voted late on Tuesday to close it.",
        "⟦Home › Town › Mills⟧\n\nThe old mill of Quill shuts\n\nThe council of the town voted late on \
         Tuesday to close it.",
        "⟦Home » Town » The old mill of Quill shuts⟧\nThe old mill of Quill shuts\nThe council of the town voted \
         late on Tuesday to close it.",
    ],
    misses: &[
        "Council: the old mill of Quill shuts in May\nThe old mill of Quill shuts, the council of the town said.",
        "The old mill of Quill\nThe council of the town voted late on Tuesday to close the old mill of Quill.",
    ],
}.lean();

pub(super) static ADDRESS: Rule = Rule {
    id: "text.address",
    note: "Address of the page",
    hits: &[
        "⟦https://herald.example/2021/mill⟧\n\nThe council of the town voted late on Tuesday to close it.",
        "The council of the town voted late on Tuesday to close it.\n⟦www.herald.example/mill⟧",
    ],
    misses: &[
        "https://herald.example/2021/mill",
        "The council of the town voted late.\nSee https://herald.example/mill for all of it.",
    ],
}.lean();

pub(super) static OUTSIDE: Rule = Rule {
    id: "text.outside",
    note: "Away from the article's running text",
    hits: &[
        "Home\nNews\n⟦Valley⟧\nLog in\n\nThe old mill of Quill shuts\n\nThe council of the town voted late on \
         Tuesday to close the old mill by the river, and it asked for more time.\n\nThe works are to \
         begin in the spring and will cost the town a lot of money, the mayor said.\n",
        "The old mill of Quill shuts\n\nThe council of the town voted late on Tuesday to close the old mill by \
         the river, and it asked for more time.\n\nThe works are to begin in the spring and will cost \
         the town a lot of money, the mayor said.\n\nRelated News\n⟦Marsh Wins Again⟧\nPrivacy Policy\nShare",
    ],
    misses: &[
        "Valley\n\nThe council of the town voted late on Tuesday to close the old mill.\n\nMarsh Wins Again",
        "Home\nValley\nQuill",
    ],
}.lean();
