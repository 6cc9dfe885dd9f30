//! What keys do, by where the keyboard stands. No browser type in here.

mod fixing;

use super::state::{Action, Alike, Fix, Side, Take};

/// Where a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field that takes text.
    Text,
    /// On a mark of the article.
    Mark(usize),
    /// In the sidebar.
    Sidebar,
    /// In the card, or on the text while words are chosen in it.
    Card,
    /// In a field of the card that takes text.
    CardText,
    /// Anywhere else.
    Elsewhere,
}

/// A key press.
#[allow(clippy::struct_excessive_bools, reason = "keys are held in any mixture")]
#[derive(Clone, Copy, Debug)]
pub struct Press<'k> {
    /// The key's name, or the letter.
    pub key: &'k str,
    /// Control or the command key.
    pub control: bool,
    /// Shift.
    pub shift: bool,
    /// Alt or the option key.
    pub alt: bool,
    /// Where.
    pub place: Place,
    /// Whether `g` was the key before.
    pub after_g: bool,
    /// Whether single letters are keys.
    pub letters: bool,
    /// Whether words are chosen by keys.
    pub caret: bool,
}

/// The ids of the sidebar's panels that `g` and a letter go to.
const PANELS: [(&str, &str); 5] =
    [("p", "person"), ("o", "organisation"), ("l", "place"), ("d", "timeline"), ("q", "quotes")];

/// What a press does.
#[derive(Debug)]
pub enum Does {
    /// This.
    Act(Action),
    /// The next key says where to go.
    Wait,
}

/// What `press` does; nothing, if it is the browser's.
pub fn does(press: Press<'_>) -> Option<Does> {
    let Press { key, control, shift, alt, place, after_g, letters, .. } = press;
    if place == Place::CardText {
        return (key == "Escape").then_some(Does::Act(Action::Close));
    }
    if press.caret
        && place != Place::Text
        && let Some(fix) = fixing::choosing(press)
    {
        return Some(Does::Act(Action::Fix(None, fix)));
    }
    // Another letter must not lead away from the words.
    if press.caret && place != Place::Text && !control && key != "Escape" {
        return None;
    }
    if control && place != Place::Text && !alt {
        let fix = match (&*key.to_ascii_lowercase(), shift) {
            ("z", false) => Some(Fix::Undo),
            ("z", true) | ("y", false) => Some(Fix::Redo),
            _ => None,
        };
        if let Some(fix) = fix {
            return Some(Does::Act(Action::Fix(None, fix)));
        }
    }
    if control {
        let hide = shift && !alt && key.eq_ignore_ascii_case("h");
        return hide.then_some(Does::Act(Action::Hide));
    }
    if place == Place::Text {
        return (key == "Escape").then_some(Does::Act(Action::Edit(false)));
    }
    if let Place::Mark(mark) = place
        && let Some(action) = on_mark(press, mark)
    {
        return Some(Does::Act(action));
    }
    if key == "Escape" {
        return Some(Does::Act(Action::Close));
    }
    if let Place::Card | Place::Mark(_) = place
        && let Some(fix) = fixing::on_mark(press)
    {
        let mark = if let Place::Mark(mark) = place { Some(mark) } else { None };
        return Some(Does::Act(Action::Fix(mark, fix)));
    }
    if !letters || alt {
        return None;
    }
    if after_g {
        let panel = PANELS.iter().find(|(letter, _)| *letter == key);
        return panel.map(|(_, panel)| Does::Act(Action::Go(panel)));
    }
    let action = match key {
        "g" => return Some(Does::Wait),
        "n" => Action::Step(1),
        "p" => Action::Step(-1),
        "j" => Action::Check(1),
        "k" => Action::Check(-1),
        "s" if place == Place::Sidebar => Action::Jump(Side::Article),
        "c" => Action::Fix(None, Fix::Caret),
        "/" => Action::Go("filter"),
        "q" => Action::Take(Take::Cite(None)),
        "?" => Action::Help(true),
        _ => return None,
    };
    Some(Does::Act(action))
}

/// The keys that a mark has for itself.
fn on_mark(press: Press<'_>, mark: usize) -> Option<Action> {
    let Press { key, shift, alt, after_g, letters, .. } = press;
    let letter = key.to_ascii_lowercase();
    let steps = match key {
        "ArrowRight" | "ArrowDown" => Some(1),
        "ArrowLeft" | "ArrowUp" => Some(-1),
        _ if letters && !after_g => match letter.as_str() {
            "n" => Some(1),
            "p" => Some(-1),
            _ => None,
        },
        _ => None,
    };
    if let Some(steps) = steps {
        return Some(match (shift, alt) {
            (true, _) => Action::StepAlike(steps, Alike::Entity),
            (_, true) => Action::StepAlike(steps, Alike::Kind),
            _ => Action::Step(steps),
        });
    }
    match key {
        "Home" => Some(Action::Step(isize::MIN)),
        "End" => Some(Action::Step(isize::MAX)),
        "Enter" | " " => Some(Action::Select(mark, Side::Article)),
        "s" if letters && !after_g && !alt => Some(Action::Jump(Side::Sidebar)),
        "q" if letters && !after_g && !alt => Some(Action::Take(Take::Cite(Some(mark)))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(key: &str, place: Place, change: impl Fn(&mut Press<'_>)) -> String {
        let mut press = Press {
            key,
            control: false,
            shift: false,
            alt: false,
            place,
            after_g: false,
            letters: true,
            caret: false,
        };
        change(&mut press);
        match does(press) {
            Some(Does::Act(action)) => format!("{action:?}"),
            Some(Does::Wait) => "wait".to_owned(),
            None => "-".to_owned(),
        }
    }

    #[test]
    fn each_key_does_what_the_list_says() {
        let plain = |key, place| told(key, place, |_| ());
        for place in [Place::Mark(3), Place::Sidebar, Place::Elsewhere] {
            assert_eq!(plain("n", place), "Step(1)");
            assert_eq!(plain("p", place), "Step(-1)");
            assert_eq!(plain("j", place), "Check(1)");
            assert_eq!(plain("k", place), "Check(-1)");
            assert_eq!(plain("g", place), "wait");
            assert_eq!(plain("?", place), "Help(true)");
            let caret = if let Place::Mark(mark) = place { Some(mark) } else { None };
            assert_eq!(plain("c", place), format!("Fix({caret:?}, Caret)"));
            assert_eq!(plain("/", place), "Go(\"filter\")");
            let mark = if place == Place::Mark(3) { "Some(3)" } else { "None" };
            assert_eq!(plain("q", place), format!("Take(Cite({mark}))"));
            assert_eq!(plain("Escape", place), "Close");
            assert_eq!(told("d", place, |p| p.after_g = true), "Go(\"timeline\")");
            assert_eq!(told("p", place, |p| p.after_g = true), "Go(\"person\")");
        }
        assert_eq!(plain("Enter", Place::Mark(3)), "Select(3, Article)");
        assert_eq!(plain("s", Place::Mark(3)), "Jump(Sidebar)");
        assert_eq!(plain("s", Place::Sidebar), "Jump(Article)");
        assert_eq!(plain("ArrowRight", Place::Mark(3)), "Step(1)");
        let shift = |p: &mut Press<'_>| p.shift = true;
        assert_eq!(told("N", Place::Mark(3), shift), "StepAlike(1, Entity)");
        assert_eq!(told("ArrowLeft", Place::Mark(3), |p| p.alt = true), "StepAlike(-1, Kind)");
    }

    #[test]
    fn a_field_keeps_its_letters_and_the_browser_its_keys() {
        for key in ["n", "p", "j", "g", "?", "s", "q", "ArrowRight", "Enter"] {
            assert_eq!(told(key, Place::Text, |_| ()), "-", "{key}");
        }
        assert_eq!(told("Escape", Place::Text, |_| ()), "Edit(false)");
        for key in ["ArrowRight", "Enter", "x", " "] {
            assert_eq!(told(key, Place::Elsewhere, |_| ()), "-", "{key}");
        }
        assert_eq!(told("p", Place::Mark(0), |p| p.control = true), "-");
        let hide = |p: &mut Press<'_>| (p.control, p.shift) = (true, true);
        for place in [Place::Text, Place::Mark(0), Place::Elsewhere] {
            assert_eq!(told("H", place, hide), "Hide");
        }
    }

    #[test]
    fn letters_can_be_switched_off_and_arrows_stay() {
        let off = |p: &mut Press<'_>| p.letters = false;
        for key in ["n", "p", "j", "k", "g", "s", "q", "?"] {
            for place in [Place::Mark(0), Place::Sidebar, Place::Elsewhere] {
                assert_eq!(told(key, place, off), "-", "{key}");
            }
        }
        assert_eq!(told("ArrowRight", Place::Mark(0), off), "Step(1)");
        assert_eq!(told("Enter", Place::Mark(0), off), "Select(0, Article)");
    }

    #[test]
    fn what_corrects_a_mark_works_on_it_and_in_its_card() {
        for (key, does) in [
            ("Delete", "Delete"),
            ("y", "Confirm"),
            ("x", "Split"),
            ("a", "All"),
            ("3", "Retype(Place)"),
            ("0", "Retype(Quote)"),
            ("c", "Caret"),
        ] {
            assert_eq!(told(key, Place::Mark(2), |_| ()), format!("Fix(Some(2), {does})"));
            assert_eq!(told(key, Place::Card, |_| ()), format!("Fix(None, {does})"));
            for place in [Place::Text, Place::CardText] {
                assert_eq!(told(key, place, |_| ()), "-", "{key}");
            }
            let off = told(key, Place::Mark(2), |p| p.letters = false);
            assert_eq!(off == "-", key != "Delete", "{key} is no single letter");
        }
        assert_eq!(told("m", Place::Mark(2), |_| ()), "Fix(Some(2), Menu(Some(Same), Article))");
        assert_eq!(told("t", Place::Card, |_| ()), "Fix(None, Menu(Some(Kind), Sidebar))");
        let edge = |key, alt| told(key, Place::Mark(1), |p: &mut Press<'_>| p.alt = alt);
        for (key, right, grow) in
            [("+", true, true), ("-", true, false), ("[", false, true), ("]", false, false)]
        {
            for fine in [false, true] {
                let does = format!("Edge(Edge {{ right: {right}, grow: {grow}, fine: {fine} }})");
                assert_eq!(edge(key, fine), format!("Fix(Some(1), {does})"));
            }
        }
        assert_eq!(told("Delete", Place::Sidebar, |_| ()), "-");
        assert_eq!(told("Escape", Place::CardText, |_| ()), "Close");
    }

    #[test]
    fn undo_is_the_pages_everywhere_but_in_a_field() {
        let control = |p: &mut Press<'_>| p.control = true;
        let both = |p: &mut Press<'_>| (p.control, p.shift) = (true, true);
        for place in [Place::Mark(0), Place::Sidebar, Place::Card, Place::Elsewhere] {
            assert_eq!(told("z", place, control), "Fix(None, Undo)");
            assert_eq!(told("Z", place, both), "Fix(None, Redo)");
            assert_eq!(told("y", place, control), "Fix(None, Redo)");
        }
        for place in [Place::Text, Place::CardText] {
            assert_eq!(told("z", place, control), "-");
            assert_eq!(told("Z", place, both), "-");
        }
    }

    #[test]
    fn words_are_chosen_by_arrows_and_marked_by_digits() {
        let choosing = |key, change: fn(&mut Press<'_>)| {
            told(key, Place::Card, |press| {
                press.caret = true;
                change(press);
            })
        };
        for (key, change, does) in [
            ("ArrowRight", (|_| ()) as fn(&mut Press<'_>), "Go(Char(true), No)"),
            ("ArrowLeft", |p| p.control = true, "Go(Word(false), No)"),
            ("ArrowRight", |p| p.shift = true, "Go(Char(true), Words)"),
            ("ArrowRight", |p| (p.shift, p.control) = (true, true), "Go(Word(true), Words)"),
            ("ArrowRight", |p| (p.shift, p.alt) = (true, true), "Go(Char(true), Exact)"),
            ("ArrowDown", |_| (), "Go(Sentence(true), No)"),
            ("End", |p| p.shift = true, "Go(Block(true), Words)"),
            ("1", |_| (), "Add(Person)"),
            ("0", |_| (), "Add(Quote)"),
        ] {
            assert_eq!(choosing(key, change), format!("Fix(None, {does})"));
        }
        assert_eq!(choosing("Escape", |_| ()), "Close");
        assert_eq!(choosing("n", |_| ()), "-");
    }
}
