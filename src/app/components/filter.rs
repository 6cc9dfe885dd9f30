//! Finds lines of the sidebar by their words.

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use crate::app::strings;

/// What a reader looks for: in small letters, empty for everything. Cheap to copy.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sought(AttrValue);

impl Sought {
    /// Whether a line that says `words` is shown.
    pub fn is_in<'w>(&self, words: impl IntoIterator<Item = &'w str>) -> bool {
        self.0.is_empty() || words.into_iter().any(|words| words.to_lowercase().contains(&*self.0))
    }

    /// Which of `count` lines must be among those that are shown at first: the one that is `needed`, or all
    /// while somebody looks for words, for a line is hidden and not left out, so that its mark finds it.
    pub fn needed(&self, count: usize, needed: Option<usize>) -> Option<usize> {
        if self.0.is_empty() { needed } else { count.checked_sub(1) }
    }

    /// Whether everything is shown.
    pub fn is_everything(&self) -> bool {
        self.0.is_empty()
    }
}

/// The field above the panels. Escape empties it, and is the browser's where it is empty.
pub fn filter(onchange: &Callback<Sought>) -> Html {
    let sought = |field: &HtmlInputElement| Sought(field.value().trim().to_lowercase().into());
    let oninput = onchange.reform(move |event: InputEvent| sought(&event.target_unchecked_into()));
    let onkeydown = {
        let onchange = onchange.clone();
        move |event: KeyboardEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if event.key() == "Escape" && !field.value().is_empty() {
                event.prevent_default();
                field.set_value("");
                onchange.emit(Sought::default());
            }
        }
    };
    html! {
        <input
            type="search"
            id="panel-filter"
            class="filter"
            placeholder={strings::panel::FILTER}
            aria-label={strings::panel::FILTER}
            autocomplete="off"
            spellcheck="false"
            {oninput}
            {onkeydown}
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_part_and_however_they_are_written() {
        let sought = Sought("mar".into());
        assert!(sought.is_in(["Peter Brandt", "Susan MARSH"]));
        assert!(!sought.is_in(["Peter Brandt"]) && !sought.is_in([]));
        assert!(Sought::default().is_in([]) && Sought::default().is_everything());
    }
}
