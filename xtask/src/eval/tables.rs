//! The tables of the page, filled set by set.

use super::{
    KEPT,
    certainty::{self, Tally},
    own, place, rows, score,
    sets::{self, Set, Task},
    table::{Row, Section, percent},
};

/// The rows of each table, filled set by set.
#[derive(Default)]
pub struct Tables {
    names: Vec<Row>,
    dates: Vec<Row>,
    expressions: Vec<Row>,
    quotes: Vec<Row>,
    own: Vec<Row>,
    pages: Vec<Row>,
    kept: Vec<Row>,
    lost: (usize, usize),
    certainty: Vec<Row>,
    /// Names of all sets together.
    names_certainty: Tally,
    worldwide_certainty: Tally,
}

impl Tables {
    /// Scores the articles of a set.
    pub fn add(&mut self, set: &Set, articles: score::Pairs<'_>) {
        for &task in &set.tasks {
            let rows = rows::rows(&set.name, task, articles);
            let tally = certainty::tally(task, articles);
            match task {
                Task::Names(_) | Task::Coref => self.names.extend(rows),
                Task::Dates | Task::GumDates => self.dates.extend(rows),
                Task::Cases => self.expressions.extend(rows),
                Task::Quotes(_) => self.quotes.extend(rows),
                Task::Body => self.pages.extend(rows),
            }
            match task {
                Task::Names(labels) => {
                    // The three other labels are counted by the task without groups.
                    let groups = labels == sets::WITH_GROUPS;
                    let tally = if groups { tally.only("NORP") } else { tally };
                    self.names_certainty.merge(&tally);
                    if set.name.ends_with("worldwide") {
                        self.worldwide_certainty.merge(&tally);
                    }
                }
                Task::Dates => self.certainty.extend(tally.rows("timebank+aquaint")),
                Task::Quotes(_) => self.certainty.extend(tally.rows("polnear")),
                _ => {}
            }
        }
        self.add_lost(&set.name, lost(articles));
    }

    pub fn add_own(&mut self, own: own::Measured) {
        self.own.extend(own.rows);
        self.certainty.extend(own.certainty.rows(own::NAME));
        self.add_lost(own::NAME, own.lost);
    }

    fn add_lost(&mut self, set: &str, (lost, of): (usize, usize)) {
        if of > 0 {
            self.kept.push(kept_row(set, lost, of));
            self.lost.0 += lost;
            self.lost.1 += of;
        }
    }

    /// All tables, in the order of the page.
    pub fn sections(mut self) -> Vec<Section> {
        let mut certainty = self.names_certainty.rows("all sets");
        certainty.extend(self.worldwide_certainty.rows("worldwide"));
        certainty.append(&mut self.certainty);
        if self.kept.len() > 1 {
            self.kept.push(kept_row("all", self.lost.0, self.lost.1));
        }
        let columns = &["set", "measure", "F1", "precision", "recall", "gold"];
        let shares = &["set", "measure", "right", "", "", "of"];
        let section = |title, note, columns, rows| Section { title, note, columns, rows };
        vec![
            section(
                "Names",
                "Strict: the same words and label. Relaxed: overlapping words and the same label. \
                 Coreference: B³ over the gold names found with exactly the same words; read it \
                 together with the share of those.",
                columns,
                self.names,
            ),
            section(
                "Dates",
                "Value: overlapping words and the right value. GUM marks only some kinds of date, so \
                 that precision says nothing there.",
                columns,
                self.dates,
            ),
            section(
                "Expressions of time",
                "One expression a row, out of the tests of five date libraries; many are phrases for \
                 assistants, not news. `days`: the right days; `span`: found, where only the place is \
                 known; `negative`: texts in which nothing may be found. Errors of this set were read \
                 while developing: first those of one half (by a hash of the text), of which 77.8 % were \
                 right when the other half, unread, had 70.7 %; then those of both.",
                shares,
                self.expressions,
            ),
            section(
                "Quotes",
                "Direct: pieces inside quotation marks. Relaxed: half of the longer piece is shared.",
                columns,
                self.quotes,
            ),
            section(
                "Articles of our own",
                "Bodies of 20 pages, annotated by hand for this project before the code ran on them \
                 (tests/gold); 5 of them a second time, by another annotator: those rows say how far \
                 the two agree. Relaxed, value and coreference are as above; other names are events, \
                 products and works. A short name is one word for a person whom the article also \
                 names in full; it counts when it is found. An amount is found when it has exactly \
                 gold's words. A holder or speaker is right when the entity has a name where gold's \
                 entity has one; a speaker is wrong where gold has none.",
                columns,
                self.own,
            ),
            section(
                "Boilerplate",
                "4-grams of words of whole pages against the article proper, the mean over pages.",
                columns,
                self.pages,
            ),
            section(
                "Gold items inside boilerplate",
                "Nothing in boilerplate is annotated: at most 1 % of all gold items may lie in it.",
                &["set", "measure", "outside", "inside", "gold"],
                self.kept,
            ),
            section(
                "Certainty",
                "How often annotations of each level are right (names: words and label; dates: value; \
                 amounts: words, kind and value; quotes: overlap, in our own articles also the kind; \
                 speakers: of those that gold knows, in our own articles of all in quotes found), and how many have that level. \
                 The aim: `sure` is right in 95 % (speakers 92 %) and covers 60 %, `likely` is right in \
                 75 %, `check` covers at most 15 %. Below 30 annotations no precision is given.",
                &["set", "measure", "right", "share", "annotations"],
                certainty,
            ),
        ]
    }
}

fn kept_row(set: &str, lost: usize, of: usize) -> Row {
    let share = 100.0 * lost as f64 / of as f64;
    Row {
        set: set.into(),
        measure: KEPT.into(),
        score: Some(100.0 - share),
        more: vec![percent(share), of.to_string()],
    }
}

/// How many gold items touch a block that is taken for boilerplate, and of how many.
fn lost(articles: score::Pairs<'_>) -> (usize, usize) {
    let (mut lost, mut of) = (0, 0);
    for (gold, system) in articles {
        let case = place::Place { start: gold.case.start, end: gold.case.end };
        let places = (gold.entities.iter().map(|e| e.place))
            .chain(gold.timexes.iter().map(|t| t.place))
            .chain(gold.quotes.iter().map(|q| q.place))
            .chain((case.len() > 0).then_some(case));
        for place in places {
            of += 1;
            lost += usize::from(system.dropped.iter().any(|block| block.overlap(place) > 0));
        }
    }
    (lost, of)
}
