//! JSON on one line, with the escapes that JavaScript writes: by hand for the formats that are JSON,
//! and through serde for the report.

use serde::Serialize;

use super::number;

/// JSON that is being written. Commas come by themselves.
pub(super) struct Json {
    pub out: String,
    /// Whether the next value follows another in the same list or object.
    follows: bool,
}

impl Json {
    pub fn new() -> Self {
        Self { out: String::new(), follows: false }
    }

    /// Makes room for a value.
    pub fn begin(&mut self) {
        if self.follows {
            self.out.push(',');
        }
        self.follows = true;
    }

    /// Opens a list or an object: `[` or `{`.
    pub fn open(&mut self, bracket: char) {
        self.begin();
        self.out.push(bracket);
        self.follows = false;
    }

    /// Closes it: `]` or `}`.
    pub fn close(&mut self, bracket: char) {
        self.out.push(bracket);
        self.follows = true;
    }

    /// The name of the value that comes next.
    pub fn key(&mut self, name: &str) {
        self.string(name);
        self.colon();
    }

    /// What stands between a name and its value.
    pub fn colon(&mut self) {
        self.out.push(':');
        self.follows = false;
    }

    pub fn string(&mut self, text: &str) {
        self.begin();
        string(&mut self.out, text);
    }

    pub fn number(&mut self, value: u32) {
        self.begin();
        number::whole(&mut self.out, value.into());
    }

    /// A named string.
    pub fn pair(&mut self, name: &str, text: &str) {
        self.key(name);
        self.string(text);
    }

    /// A named whole number.
    pub fn count(&mut self, name: &str, value: u32) {
        self.key(name);
        self.number(value);
    }

    /// A value that serde can write. Maps in it have strings as keys: those of a report do.
    pub fn value(&mut self, value: &impl Serialize) {
        // Writing to memory does not fail, and nothing in a report is of a type that is refused.
        let written = value.serialize(&mut *self);
        debug_assert!(written.is_ok(), "JSON would be cut short");
    }

    /// A value as JSON writes it.
    pub fn raw(&mut self, text: &str) {
        self.begin();
        self.out.push_str(text);
    }
}

/// Appends `text` in quotation marks.
fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0c => "\\f",
            0..0x20 => "\\u00",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(escape);
        if escape.len() > 2 {
            hex(out, byte >> 4);
            hex(out, byte);
        }
        done = at + 1;
    }
    out.push_str(&text[done..]);
    out.push('"');
}

/// Appends the lower four bits as a digit.
pub(super) fn hex(out: &mut String, value: u8) {
    out.push(char::from_digit(u32::from(value & 15), 16).unwrap_or('0'));
}

/// The name of a unit variant, as reports have it: `more-than`.
pub(super) fn name(value: &impl Serialize) -> String {
    let mut json = Json::new();
    json.value(value);
    json.out.trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn strings_are_written_as_serde_writes_them(text: String) {
            let mut out = String::new();
            string(&mut out, &text);
            prop_assert_eq!(out, serde_json::to_string(&text).expect("a string"));
        }
    }

    #[test]
    fn commas_and_brackets_come_out_right() {
        let mut json = Json::new();
        json.open('{');
        json.pair("a", "\u{0}\u{1f}\u{7f}\u{2028}");
        json.key("b");
        json.open('[');
        json.number(0);
        json.number(4_294_967_295);
        json.open('{');
        json.close('}');
        json.close(']');
        json.count("c", 10);
        json.close('}');
        let wanted = "{\"a\":\"\\u0000\\u001f\u{7f}\u{2028}\",\"b\":[0,4294967295,{}],\"c\":10}";
        assert_eq!(json.out, wanted);
    }
}
