//! The reader's own names and strings, for all open articles, and corrections as files.

use std::rc::Rc;

use super::{change, entity_id, refuse, renew};
use crate::{
    app::{
        model::Of,
        state::{Again, Side, State},
        strings,
    },
    corrections::{Lexicon, Patch, Refused},
    options::LexiconEntry,
};

/// Adds the corrections of a file to the article that the reader sees, in one step; how many were new.
///
/// # Errors
///
/// Why nothing was taken.
pub fn take_patch(state: &mut State, json: &str) -> Result<usize, Refused> {
    let patch = Patch::from_json(json)?;
    let added = change(&mut state.fix).import(&patch)?;
    renew(state);
    Ok(added)
}

/// Adds the names and strings of a file; how many were new.
///
/// # Errors
///
/// Why nothing was taken.
pub fn take_lexicon(state: &mut State, json: &str) -> Result<usize, Refused> {
    let mut lexicon = (*state.lexicon).clone();
    let added = lexicon.merge(&Lexicon::from_json(json)?)?.added;
    renew_all(state, lexicon);
    Ok(added)
}

/// Puts the words of a mark on the list: as a name, or as a string never to mark.
pub fn learn(state: &mut State, target: Option<usize>, name: bool) {
    let Some(reading) = state.reading.clone() else { return };
    let Some(at) = target.or(state.selected) else { return };
    let Some(mark) = reading.marks.get(at) else { return };
    let words = reading.words(at);
    let mut lexicon = (*state.lexicon).clone();
    let done = match mark.of {
        Of::Mention(i) if name => {
            let entity = entity_id(&reading, mark).map(|id| reading.name(&id).to_owned());
            lexicon.add_name(LexiconEntry {
                text: words.clone(),
                entity_type: reading.report.mentions[i].entity_type,
                entity: entity.filter(|entity| *entity != words && !entity.is_empty()),
            })
        }
        _ if name => Err(Refused::Unfit { id: mark.id.clone(), reason: "this is no name" }),
        _ => lexicon.add_ignored(&words),
    };
    match done {
        Ok(_) => {
            state.said = strings::fix::listed(name, &words).into();
            renew_all(state, lexicon);
        }
        Err(refused) => {
            if state.selected != Some(at) {
                state.select(at, Side::Article);
            }
            refuse(state, &refused);
        }
    }
}

/// Takes a name or a string off the list.
pub fn forget(state: &mut State, words: &str) {
    let mut lexicon = (*state.lexicon).clone();
    let (name, string) = (lexicon.remove_name(words), lexicon.remove_ignored(words));
    if name || string {
        state.said = strings::fix::unlisted(words).into();
        renew_all(state, lexicon);
    }
}

/// Has all articles read with the new list.
fn renew_all(state: &mut State, lexicon: Lexicon) {
    if *state.lexicon != lexicon {
        state.lexicon = Rc::new(lexicon);
        state.ask_all(Again::Reader);
    }
}
