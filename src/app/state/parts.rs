//! The parts of the page's state that are types of their own.

/// Whether the part that reads articles is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// It is on its way.
    #[default]
    Loading,
    /// It can answer.
    Ready,
    /// It cannot run here, for this reason.
    Refused(String),
}

/// How well names are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// By the rules, while what reads them better is on its way.
    #[default]
    Loading,
    /// With all that the engine can know of them.
    Learnt,
    /// By the rules to the end, for this reason.
    RulesOnly(String),
}

/// Whether the page has cut itself off the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// Not yet.
    #[default]
    Open,
    /// Yes.
    Locked,
    /// The browser would not, for this reason.
    Refused(String),
}

/// Whether the parts of the page are there that come after its first marks (`app::later`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// They are on their way.
    #[default]
    Coming,
    /// What readers look at is there; what they correct and take along is on its way.
    Desk,
    /// All of the page is there.
    Here,
    /// What readers look at did not come.
    Missing,
    /// What they correct and take along did not come.
    Lacking,
}

/// Why there is no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The error's stable code.
    pub code: String,
    /// Its message.
    pub message: String,
}

/// Why something is asked about that has been read already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Names can be read better than before.
    Names,
    /// The reader has corrected what the engine has to read anew.
    Reader,
}

/// How a text came to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// A key was pressed: more will follow.
    Typed,
    /// Pasted or dropped into the field: into a text that stays, or in place of it.
    Pasted,
    /// All at once, in place of what was there.
    Whole,
}

/// The side of the page from which something was picked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// In the article.
    #[default]
    Article,
    /// In the sidebar.
    Sidebar,
}

/// The half of the page that a narrow window shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The text.
    #[default]
    Article,
    /// What was found.
    Summary,
}

/// What the next mark has in common with the one that the keyboard stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// The entity.
    Entity,
    /// The kind.
    Kind,
}

/// How a reader wants the page to behave. Kept for as long as the page is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Habits {
    /// Whether single letters are keys: `n` for the next mark.
    pub letters: bool,
    /// Whether a screen reader hears what was found each time that a text has been read.
    pub spoken: bool,
}

impl Default for Habits {
    fn default() -> Self {
        Self { letters: true, spoken: true }
    }
}

/// Where the keyboard may be sent, outside of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The tab of the active article.
    #[default]
    Tab,
    /// The text field.
    Field,
    /// The annotated text as a whole, where words are chosen by keys.
    Words,
}
