//! JSON on one line, with the escapes that JavaScript writes: by hand for the formats that are JSON,
//! and through serde for the report.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};

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

    fn begin(&mut self) {
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
        // Writing to memory does not fail, and nothing in a report refuses.
        let _ = value.serialize(&mut *self);
    }

    fn raw(&mut self, text: &str) -> Result<(), fmt::Error> {
        self.begin();
        self.out.push_str(text);
        Ok(())
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

macro_rules! numbers {
    ($($method:ident $of:ty),*) => {$(
        fn $method(self, value: $of) -> Result<(), fmt::Error> {
            self.begin();
            number::write(&mut self.out, f64::from(value));
            Ok(())
        }
    )*};
}

/// What reports are made of; other shapes are refused.
impl<'a> Serializer for &'a mut Json {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Impossible<(), fmt::Error>;
    type SerializeTupleStruct = Impossible<(), fmt::Error>;
    type SerializeTupleVariant = Impossible<(), fmt::Error>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Impossible<(), fmt::Error>;

    numbers!(
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_u8 u8, serialize_u16 u16,
        serialize_u32 u32, serialize_f32 f32, serialize_f64 f64
    );

    fn serialize_i64(self, _: i64) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_u64(self, value: u64) -> Result<(), fmt::Error> {
        self.begin();
        number::whole(&mut self.out, value);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Result<(), fmt::Error> {
        self.raw(if value { "true" } else { "false" })
    }

    fn serialize_char(self, _: char) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_str(self, text: &str) -> Result<(), fmt::Error> {
        self.string(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.raw("null")
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        self.raw("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), fmt::Error> {
        self.raw("null")
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), fmt::Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, fmt::Error> {
        self.open('[');
        Ok(Open(self))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, fmt::Error> {
        self.open('{');
        Ok(Open(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, fmt::Error> {
        self.open('{');
        Ok(Open(self))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn collect_str<T: ?Sized + fmt::Display>(self, _: &T) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }
}

/// A list or an object that stands open.
pub(super) struct Open<'a>(&'a mut Json);

impl ser::SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.0.close(']');
        Ok(())
    }
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), fmt::Error> {
        key.serialize(&mut *self.0)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.0.out.push(':');
        self.0.follows = false;
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.0.close('}');
        Ok(())
    }
}

impl ser::SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        self.0.key(key);
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.0.close('}');
        Ok(())
    }
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
