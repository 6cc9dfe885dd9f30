use super::*;
use crate::app::state::Lock;

#[test]
fn the_page_begins_with_the_same_words() {
    let page = include_str!("../../../index.html").split_whitespace().collect::<Vec<_>>().join(" ");
    let (loading, _) = privacy(&Lock::Open);
    for words in [TITLE_EMPTY, INTRODUCTION, FIELD, PLACEHOLDER].map(Word::get) {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains(NAME) && page.contains(&loading));
}
