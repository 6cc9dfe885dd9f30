//! JSON whose numbers are written as in RFC 8785, the way JavaScript writes them: 3 and not 3.0, so
//! that every host writes the same bytes.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Serializer, ser::Formatter};

/// `value` as JSON on one line.
///
/// # Panics
///
/// If a map in `value` has keys that are not strings; no type of a report does.
///
/// ```
/// assert_eq!(newsmark::cli::json::to_string(&[3.0, 0.1, 1e21, -0.0]), "[3,0.1,1e+21,0]");
/// ```
pub fn to_string(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut bytes, Numbers))
        .expect("memory takes every byte, and all keys of our types are strings");
    String::from_utf8(bytes).expect("serde_json writes UTF-8")
}

struct Numbers;

impl Formatter for Numbers {
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        writer.write_all(ryu_js::Buffer::new().format_finite(value).as_bytes())
    }
}
