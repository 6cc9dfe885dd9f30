use super::read;
use crate::{span::Span, text::tokens::TokenKind};

fn tokens(text: &str) -> String {
    let mut tokens = Vec::new();
    read(text, Span::whole(text).expect("short"), &mut tokens);
    let words: Vec<_> = tokens
        .iter()
        .map(|t| match t.kind {
            TokenKind::Clitic => format!("+{}", t.span.of(text)),
            _ => t.span.of(text).to_owned(),
        })
        .collect();
    words.join(" ")
}

#[test]
fn words_numbers_and_marks_come_apart() {
    for (text, wanted) in [
        ("The U.S. and the U.N. met on Jan. 5.", "The U.S. and the U.N. met on Jan. 5 ."),
        ("Lt. Col. J. K. Marsh, Sept. 3", "Lt. Col. J. K. Marsh , Sept. 3"),
        ("J.K. Marsh lives in Washington D.C", "J.K. Marsh lives in Washington D.C"),
        ("N. Korea's Kim", "N. Korea +'s Kim"),
        ("at 10:14 a.m. or 5 p.m.", "at 10 : 14 a.m. or 5 p.m."),
        ("1,000.50 and 3.5, 10,000; May 4,2021", "1,000.50 and 3.5 , 10,000 ; May 4 , 2021"),
        ("122mm, 21st, the 1990s, F16", "122 mm , 21 st , the 1990 s , F16"),
        ("O'Neill and d’Estaing's", "O'Neill and d’Estaing +'s"),
        ("don't, can’t, we're, I’ll", "do +n't , ca +n’t , we +'re , I +’ll"),
        ("John 's car is n't his", "John +'s car is +n't his"),
        ("the players’ union", "the players +’ union"),
        ("‘the players’ he said", "‘ the players ’ he said"),
        ("the 'best' of it", "the ' best ' of it"),
        ("well-known", "well - known"),
        ("Well... no… yes..", "Well ... no … yes .."),
        ("see https://example.org/a_(b)?c=1, ok", "see https://example.org/a_(b)?c=1 , ok"),
        ("mail desk.news@example.co.uk.", "mail desk.news@example.co.uk ."),
        ("Quill.com and quill.co.uk/a.", "Quill.com and quill.co.uk/a ."),
        ("via @desk_9, not 5@6 @ noon", "via @desk_9 , not 5 @ 6 @ noon"),
        ("No. 5 said no. Then", "No. 5 said no . Then"),
        ("in Springfield, Ill., he felt Ill.", "in Springfield , Ill. , he felt Ill ."),
        ("my brother and I. Nobody else", "my brother and I . Nobody else"),
        ("Plan B. The rest", "Plan B . The rest"),
        ("a Ph.D. from Acme Inc.", "a Ph.D. from Acme Inc."),
        ("GEN. MARSH", "GEN. MARSH"),
        ("👍🏽 ok", "👍 🏽 ok"),
        ("Łódź, Αθήνα", "Łódź , Αθήνα"),
    ] {
        assert_eq!(tokens(text), wanted);
    }
}
