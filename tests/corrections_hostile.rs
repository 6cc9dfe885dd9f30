//! Files that are no patch or lexicon are refused, with a code and the place of the fault.

#![cfg(feature = "cli")]

use newsmark::{
    Options, annotate,
    corrections::{Lexicon, Patch, Refused, apply},
};

/// Patches that are none, with the place where that shows.
fn hostile_patches() -> Vec<(String, &'static str)> {
    let target = r#"{"kind":"mention","exact":"Ida","prefix":"","suffix":"","start":0}"#;
    let one = |rest: &str| {
        format!(r#"{{"schema":"newsmark-patch/1","corrections":[{{"id":"c1",{rest}}}]}}"#)
    };
    let huge = "x".repeat(10_001);
    vec![
        (String::new(), "line"),
        ("[]".into(), "line"),
        ("{}".into(), "line"),
        (r#"{"schema":"newsmark-patch/2","corrections":[]}"#.into(), "schema"),
        (r#"{"schema":"newsmark-patch/1","corrections":[],"more":1}"#.into(), "line"),
        (r#"{"schema":"newsmark-patch/1","corrections":{}}"#.into(), "line"),
        ("[".repeat(100_000), "line"),
        (one(&format!(r#""op":"explode","target":{target}"#)), "corrections[0].op"),
        (one(&format!(r#""op":"merge","target":{target}"#)), "corrections[0].data.into"),
        (one(r#""op":"confirm""#), "corrections[0].target"),
        (one(r#""op":"confirm","target":null"#), "corrections[0].target"),
        (one(&format!(r#""op":"confirm","target":{target},"all":1"#)), "line"),
        (one(&format!(r#""op":"confirm","target":{}"#, target.replace(":0}", ":-1}"))), "line"),
        (one(&format!(r#""op":"confirm","target":{}"#, target.replace(":0}", ":1.5}"))), "line"),
        (one(&format!(r#""op":"confirm","target":{}"#, target.replace(":0}", ":1e400}"))), "line"),
        (
            one(&format!(r#""op":"confirm","target":{}"#, target.replace(":0}", ":99999999999}"))),
            "line",
        ),
        (
            one(&format!(r#""op":"confirm","target":{}"#, target.replace("Ida", ""))),
            "corrections[0].target.exact",
        ),
        (
            one(&format!(r#""op":"confirm","target":{}"#, target.replace("Ida", &huge))),
            "corrections[0].target.exact",
        ),
        (
            one(&format!(
                r#""op":"confirm","target":{}"#,
                target.replace(r#""prefix":"""#, &format!(r#""prefix":"{}""#, &huge[..33]))
            )),
            "corrections[0].target.prefix",
        ),
        (
            one(&format!(r#""op":"retype","target":{target},"data":{{"type":"dragon"}}"#)),
            "corrections[0].data.type",
        ),
        (
            one(&format!(r#""op":"retype","target":{target},"data":{{"type":"direct"}}"#)),
            "corrections[0].target.kind",
        ),
        (
            one(&format!(r#""op":"confirm","target":{target},"data":{{"value":"1"}}"#)),
            "corrections[0].data",
        ),
        (
            one(&format!(
                r#""op":"setValue","target":{},"data":{{"value":"NaN"}}"#,
                target.replace("mention", "date")
            )),
            "corrections[0].data.value",
        ),
        (
            one(&format!(
                r#""op":"setValue","target":{},"data":{{"value":"9999999999999999999"}}"#,
                target.replace("mention", "amount")
            )),
            "corrections[0].data.value",
        ),
        (
            one(&format!(
                r#""op":"setValue","target":{},"data":{{"value":"a\u0000b"}}"#,
                target.replace("mention", "entity")
            )),
            "corrections[0].data.value",
        ),
        (one(r#""op":"setPublished","data":{"value":"2021-02-29"}"#), "corrections[0].data.value"),
        (one(&format!(r#""op":"confirm","target":{target},"at":"<script>""#)), "corrections[0].at"),
        (
            one(&format!(r#""op":"confirm","target":{target}"#)).replace("c1", "c 1\\u0007"),
            "corrections[0].id",
        ),
        (
            format!(
                r#"{{"schema":"newsmark-patch/1","corrections":[{0},{0}]}}"#,
                format_args!(r#"{{"id":"c1","op":"confirm","target":{target}}}"#)
            ),
            "corrections[1].id",
        ),
        (" ".repeat((8 << 20) + 1), "the file"),
    ]
}

#[test]
fn hostile_patches_are_refused_with_a_code_and_a_place() {
    for (json, place) in hostile_patches() {
        let refused = Patch::from_json(&json).expect_err(&json[..json.len().min(200)]);
        assert_eq!(refused.code(), "bad-patch");
        assert!(refused.to_string().starts_with(place), "{place}: {refused}");
    }
    let many = format!(
        r#"{{"schema":"newsmark-patch/1","corrections":[{}]}}"#,
        (0..10_001)
            .map(|i| format!(
                r#"{{"id":"c{i}","op":"setPublished","data":{{"value":"2021-10-04"}}}}"#
            ))
            .collect::<Vec<_>>()
            .join(",")
    );
    assert!(Patch::from_json(&many).is_err());
}

#[test]
fn hostile_lexicons_are_refused_with_a_code_and_a_place() {
    for (json, place) in [
        ("", "line"),
        (r#"{"schema":"newsmark-lexicon/2","names":[],"ignore":[]}"#, "schema"),
        (r#"{"schema":"newsmark-lexicon/1","names":[],"ignore":[""]}"#, "ignore[0]"),
        (r#"{"schema":"newsmark-lexicon/1","names":[],"ignore":["May","MAY"]}"#, "ignore[1]"),
        (
            r#"{"schema":"newsmark-lexicon/1","names":[{"text":"a\u0007","type":"person"}],"ignore":[]}"#,
            "names[0].text",
        ),
        (
            r#"{"schema":"newsmark-lexicon/1","names":[{"text":"a","type":"dragon"}],"ignore":[]}"#,
            "line",
        ),
        (
            r#"{"schema":"newsmark-lexicon/1","names":[{"text":"a","type":"person"},{"text":"a","type":"place"}],"ignore":[]}"#,
            "names[1].text",
        ),
    ] {
        let refused = Lexicon::from_json(json).expect_err(json);
        assert_eq!(refused.code(), "bad-lexicon");
        assert!(refused.to_string().starts_with(place), "{place}: {refused}");
    }
    assert!(matches!(
        Lexicon::from_json(&" ".repeat((8 << 20) + 1)),
        Err(Refused::BadLexicon { .. })
    ));
}

#[test]
fn far_away_positions_are_harmless() {
    let text = "“We open on Monday,” Mayor Ida Brenn told Reuters.";
    let base = annotate(text, &Options::default()).expect("short");
    let far = r#"{"schema":"newsmark-patch/1","corrections":[{"id":"c1","op":"confirm","target":{"kind":"mention","exact":"Ida Brenn","prefix":"y,” Mayor ","suffix":" told Reuters","start":4294967295}},{"id":"c2","op":"delete","target":{"kind":"date","exact":"never there","prefix":"","suffix":"","start":4294967295}}]}"#;
    let patch = Patch::from_json(far).expect("sound, if odd");
    let seen = apply(text, &base, &patch);
    assert_eq!((seen.orphans.len(), seen.reanchored.len(), seen.applied.len()), (1, 1, 0));
}
