//! What keys do, by where the keyboard stands. No browser type in here.

use super::state::{Action, Alike, Side, Take};

/// Where a key was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a field that takes text.
    Text,
    /// On a mark of the article.
    Mark(usize),
    /// In the sidebar.
    Sidebar,
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
    let Press { key, control, shift, alt, place, after_g, letters } = press;
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
}
