#![allow(clippy::format_collect, reason = "a test's text may be built in the plainest way")]

use super::split;

/// Some ninety words that end like a paragraph.
const BODY: &str = "The ferry to Osmund Island sailed again on Sunday, two weeks after a storm tore \
    up the pier, the mayor of Larkhaven said on Monday. Nobody on the island should have to wait for \
    bread, she said.\n\nThe repair cost more than planned, and some 120 people had to be brought over \
    by fishing boats. Captain Piet Sandvik told reporters that the ferry would sail twice a day from \
    Tuesday, and that those who wish to sail with it should bring a coat, because the wind is still \
    strong.";

/// A few words more than the limit asks of a body in lines of seventy characters.
fn wrapped() -> String {
    let mut lines = String::new();
    let mut length = 0;
    for word in BODY.split_whitespace() {
        if length + word.len() > 70 {
            lines.push('\n');
            length = 0;
        } else if length > 0 {
            lines.push(' ');
        }
        lines.push_str(word);
        length += word.len() + 1;
    }
    lines
}

/// The first words of each part.
fn begins(text: &str) -> Vec<&str> {
    split(text).iter().map(|span| span.of(text).lines().next().unwrap_or_default()).collect()
}

#[test]
fn articles_under_headlines_with_bylines_dates_or_datelines_are_told_apart() {
    let wrapped = wrapped();
    for (text, expected) in [
        (
            format!(
                "Ferry sails again\n\nBy Lena Harrow\n4 October 2021\n\n{BODY}\n\n\
                 Mill at Port Sallow shuts\n\nBy Tom Ashby\n\n{BODY}\n"
            ),
            vec!["Ferry sails again", "Mill at Port Sallow shuts"],
        ),
        (
            // A standfirst, a date alone, lines broken by hand.
            format!(
                "Ferry sails again\nLarkhaven breathes a sigh of relief\nBy Lena Harrow\n{wrapped}\n\n\
                 Mill at Port Sallow shuts\n2021-10-04\n{wrapped}\n\n\
                 A bridge for Aldmoor?\nPublished 5 October 2021\n{wrapped}"
            ),
            vec!["Ferry sails again", "Mill at Port Sallow shuts", "A bridge for Aldmoor?"],
        ),
        (
            format!(
                "LARKHAVEN, Oct 4 (Wire) — {BODY}\n\nPORT SALLOW, Oct 5 (Wire) — {BODY}\n\n\
                 Bridge for Aldmoor\n\nALDMOOR – {BODY}"
            ),
            vec!["LARKHAVEN, Oct 4", "PORT SALLOW, Oct 5", "Bridge for Aldmoor"],
        ),
        (
            format!("Ferry sails again\n\n{BODY}\n\n###\n\nMill at Sallow shuts\n\n{BODY}\n-30-\n"),
            vec!["Ferry sails again", "Mill at Sallow shuts"],
        ),
        (
            format!("Ferry sails again\n\n{BODY}\n\n----------\n\nMill at Sallow shuts\n\n{BODY}"),
            vec!["Ferry sails again", "Mill at Sallow shuts"],
        ),
        (
            format!(
                "4 October 2021\n\nFerry sails again\nBy Lena Harrow\n\nLARKHAVEN — {BODY}\n\n* * *\n\n\
                 Mill at Sallow shuts\nBy Tom Ashby\n\nPORT SALLOW — {BODY}"
            ),
            vec!["4 October 2021", "Mill at Sallow shuts"],
        ),
    ] {
        let found = begins(&text);
        assert_eq!(found.len(), expected.len(), "{found:?}\n{text}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{found} is not {expected}");
        }
    }
}

#[test]
fn parts_lose_the_marks_between_them_and_nothing_else() {
    let text =
        format!("Ferry sails again\n\n{BODY}\n\n###\n\nMill at Sallow shuts\n\n{BODY}\n\n-30-\n");
    let parts: Vec<_> = split(&text).iter().map(|span| span.of(&text).to_owned()).collect();
    let expected =
        [format!("Ferry sails again\n\n{BODY}"), format!("Mill at Sallow shuts\n\n{BODY}")];
    assert_eq!(parts, expected);
}

#[test]
fn what_may_be_one_article_is_one() {
    let head = "Ferry sails again\n\nBy Lena Harrow\n4 October 2021\n\n";
    let times: String = ["14:05", "14.40", "3pm GMT and more", "16:12"]
        .iter()
        .map(|time| format!("{time}\nThe pier is closed\nBy Lena Harrow\n\n{BODY}\n\n"))
        .collect();
    let subheadings: String = ["What the mayor says", "How the storm came", "What comes next"]
        .iter()
        .map(|heading| format!("{heading}\n\n{BODY}\n\n* * *\n\n"))
        .collect();
    let interview: String = ["What did you see?", "Were you afraid of it?", "And then?"]
        .iter()
        .map(|question| format!("Lena Harrow: {question}\n\nPiet Sandvik: {BODY}\n\n"))
        .collect();
    let questions: String = ["What did you see?", "Were you afraid?"]
        .iter()
        .map(|question| format!("{question}\n\n{BODY}\n\n"))
        .collect();
    let briefs: String = ["LARKHAVEN", "PORT SALLOW", "ALDMOOR"]
        .iter()
        .map(|place| {
            format!("News from the coast\n\n{place} — The ferry sailed again on Sunday, the mayor said.\n\n")
        })
        .collect();
    let teaser = "Read more about the storm\nBy Tom Ashby\n";
    for (what, text) in [
        ("a live blog", format!("{head}{times}")),
        ("subheadings and stars", format!("{head}{subheadings}")),
        ("an interview", format!("{head}{interview}")),
        ("an interview with questions as headings", format!("{head}{questions}")),
        ("briefs", briefs),
        ("a teaser at the end", format!("{head}{BODY}\n\n{teaser}")),
        ("the author's line at the end", format!("{head}{BODY}\n\nBy Lena Harrow\n\n{BODY}")),
        ("a dateline below a byline", format!("{head}LARKHAVEN, Oct 4 (Wire) — {BODY}")),
        (
            "a page with menus above the article, and its title twice",
            format!(
                "Ferry sails again - The Gazette\n\n{}\n{head}{BODY}",
                "Home\nNews of the coast\nBoats and piers for you and all\n".repeat(20)
            ),
        ),
        (
            "comments",
            format!(
                "{head}{BODY}\n\n6 thoughts on the ferry\nTom Ashby, 5 October 2021 at 10:31 am\n{BODY}"
            ),
        ),
        ("lines broken by hand", format!("{head}{}", wrapped())),
        ("a list", "1. One two three\n2. Two three four\n3. By Lena Harrow\n".repeat(20)),
        ("text without a headline", format!("{BODY}\n\n{BODY}\n\nBy Lena Harrow\n\n{BODY}")),
        ("nothing", String::new()),
        ("marks alone", "###\n\n-30-\n".to_owned()),
    ] {
        assert_eq!(begins(&text), [] as [&str; 0], "{what}");
    }
}
