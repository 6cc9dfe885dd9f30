//! Plain text put together from runs of words and breaks between them.

/// A break between two runs of words; the strongest of several counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The words touch.
    #[default]
    None,
    /// White space.
    Space,
    /// The next cell of a table.
    Cell,
    /// A new line.
    Line,
    /// A blank line.
    Block,
}

/// Collects text. Breaks at both ends are dropped.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    gap: Gap,
    bullet: bool,
}

impl Writer {
    /// A break before what comes next. Two new lines are a blank line.
    pub fn gap(&mut self, gap: Gap) {
        self.gap = match (self.gap, gap) {
            (Gap::Line, Gap::Line) => Gap::Block,
            (have, more) => have.max(more),
        };
    }

    /// A bullet before the next words.
    pub fn bullet(&mut self) {
        self.gap(Gap::Block);
        self.bullet = true;
    }

    /// Words whose white space only separates.
    pub fn words(&mut self, text: &str) {
        let is_space = |c: char| c.is_ascii_whitespace();
        for part in text.split_inclusive(is_space) {
            let word = part.trim_end_matches(is_space);
            if !word.is_empty() {
                self.put(word);
            }
            if word.len() < part.len() {
                self.gap(Gap::Space);
            }
        }
    }

    /// Words as they are.
    pub fn put(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Cell => " | ",
                Gap::Line => "\n",
                Gap::Block => "\n\n",
            });
        }
        if std::mem::take(&mut self.bullet) {
            self.out.push_str("• ");
        }
        self.gap = Gap::None;
        self.out.push_str(text);
    }

    /// How much is written: a place to come back to.
    pub fn length(&self) -> usize {
        self.out.len()
    }

    /// What was written from `length` on.
    pub fn since(&self, length: usize) -> &str {
        self.out.get(length..).unwrap_or_default()
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.out
    }
}
