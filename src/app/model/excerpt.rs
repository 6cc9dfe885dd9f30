//! Words cut short, for lists.

/// `text` with runs of white space made single, and no longer than `max` characters: cut after a
/// word, with an ellipsis.
pub fn excerpt(text: &str, max: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count() + usize::from(length > 0);
        if length + more > max {
            if out.is_empty() {
                out.extend(word.chars().take(max));
            }
            out.push('…');
            break;
        }
        if length > 0 {
            out.push(' ');
        }
        out.push_str(word);
        length += more;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_and_space_is_made_single() {
        for (text, max, expected) in [
            ("the  old\n mill", 20, "the old mill"),
            ("the old mill", 8, "the old…"),
            ("élévation", 4, "élév…"),
            ("", 4, ""),
        ] {
            assert_eq!(excerpt(text, max), expected, "{text:?}");
        }
    }
}
