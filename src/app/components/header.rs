//! The page's name, the privacy line, how names are read, the way to the help page, and the
//! buttons of languages and themes.

use yew::prelude::*;

use super::On;
use crate::app::{
    state::{Action, Engine, Lock, Names},
    strings::{self, Language},
};

#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    pub lock: Lock,
    pub engine: Engine,
    pub names: Names,
    pub language: Language,
    pub on: On,
}

/// The top of the page. The theme is a class of the document and nothing that the analysis needs,
/// so it is kept here and not in the state.
#[component]
pub fn Header(HeaderProps { lock, engine, names, language, on }: &HeaderProps) -> Html {
    let theme = use_state(|| strings::THEMES[0].0);
    use_effect_with((*theme, *language), |&(theme, language)| {
        let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
        if let Some(root) = root {
            // Setting a plain attribute fails on no element.
            let _ = root.set_attribute("data-theme", theme);
            let _ = root.set_attribute("lang", language.code());
        }
    });
    let loading = *names == Names::Loading;
    let (privacy, good) = strings::privacy(lock);
    let keys = on.reform(|_: MouseEvent| Action::Help(true));
    let class = if good { "privacy good" } else { "privacy" };
    html! {
        <header>
            <h1 class="name">{ strings::NAME }</h1>
            if let Some(names) = strings::names(names, engine) {
                <p class={classes!("names", loading.then_some("coming"))}>{ names }</p>
            }
            <p {class}>{ privacy }</p>
            <button type="button" class="keys" aria-haspopup="dialog" onclick={keys}>{ strings::help::OPEN }</button>
            // In a tab of its own: this one holds the reader's text.
            <a class="help" href={strings::HELP_PAGE} target="_blank" rel="noopener">{ strings::HELP }</a>
            <div class="languages" role="group" aria-label={strings::LANGUAGE}>
                { for Language::ALL.into_iter().filter(|one| one != language).map(|one| {
                    let onclick = on.reform(move |_: MouseEvent| Action::Language(one));
                    html! {
                        <button type="button" lang={one.code()} {onclick}>
                            { one.name() }
                        </button>
                    }
                }) }
            </div>
            <div class="themes" role="group" aria-label={strings::THEME}>
                { for strings::THEMES.iter().map(|&(value, label)| {
                    let setter = theme.setter();
                    let onclick = move |_: MouseEvent| setter.set(value);
                    let pressed = if *theme == value { "true" } else { "false" };
                    html! {
                        <button type="button" aria-pressed={pressed} {onclick}>{ label }</button>
                    }
                }) }
            </div>
        </header>
    }
}
