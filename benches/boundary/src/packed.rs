//! A report as numbers and one text: lossless, for any value that serde writes.
//!
//! Each value is one number, its low three bits a tag, the rest what the tag says: 0 nothing, false or true; 1 a whole
//! number; 2 the string of that index; 3 a list of so many values, which follow; 4 an object of so many pairs, which
//! follow as the index of a name and a value; 5 a fraction, whose 64 bits are the next two numbers. Equal strings are
//! written once. Before all that stand the count of strings and the length of each in UTF-16 units.

use std::{collections::HashMap, fmt};

use newsmark::report::Report;
use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};

const CONSTANT: u32 = 0;
const WHOLE: u32 = 1;
const STRING: u32 = 2;
const LIST: u32 = 3;
const OBJECT: u32 = 4;
const FRACTION: u32 = 5;

#[derive(Default)]
pub struct Packed {
    pub numbers: Vec<u32>,
    pub strings: String,
}

pub fn pack(report: &Report) -> Packed {
    let mut packer = Packer::default();
    // Writing to memory does not fail, and nothing in a report is of a type that is refused.
    let _ = report.serialize(&mut packer);
    let mut numbers = Vec::with_capacity(packer.values.len() + packer.lengths.len() + 1);
    numbers.push(packer.lengths.len() as u32);
    numbers.append(&mut packer.lengths);
    numbers.append(&mut packer.values);
    Packed { numbers, strings: packer.strings }
}

#[derive(Default)]
struct Packer {
    values: Vec<u32>,
    lengths: Vec<u32>,
    strings: String,
    known: HashMap<String, u32>,
}

impl Packer {
    fn put(&mut self, tag: u32, what: u32) {
        self.values.push(tag | what << 3);
    }

    fn index(&mut self, text: &str) -> u32 {
        if let Some(&index) = self.known.get(text) {
            return index;
        }
        let index = self.lengths.len() as u32;
        self.lengths.push(text.encode_utf16().count() as u32);
        self.strings.push_str(text);
        self.known.insert(text.to_owned(), index);
        index
    }

    fn open(&mut self, tag: u32) -> Open<'_> {
        let at = self.values.len();
        self.put(tag, 0);
        Open { packer: self, at, count: 0 }
    }

    fn fraction(&mut self, value: f64) {
        self.put(FRACTION, 0);
        let bits = value.to_bits();
        self.values.extend([bits as u32, (bits >> 32) as u32]);
    }

    fn whole(&mut self, value: u64) {
        if value < 1 << 29 { self.put(WHOLE, value as u32) } else { self.fraction(value as f64) }
    }
}

/// A list or an object that is being written: where its number stands, and how many it has.
struct Open<'a> {
    packer: &'a mut Packer,
    at: usize,
    count: u32,
}

impl Open<'_> {
    fn value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.count += 1;
        value.serialize(&mut *self.packer)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.packer.values[self.at] |= self.count << 3;
        Ok(())
    }
}

macro_rules! wholes {
    ($($method:ident $of:ty),*) => {$(
        fn $method(self, value: $of) -> Result<(), fmt::Error> {
            self.whole(value.into());
            Ok(())
        }
    )*};
}

macro_rules! refused {
    ($($method:ident($($of:ty),*) -> $result:ty;)*) => {$(
        fn $method(self, $(_: $of),*) -> Result<$result, fmt::Error> {
            Err(fmt::Error)
        }
    )*};
}

type Never = Impossible<(), fmt::Error>;

impl<'a> Serializer for &'a mut Packer {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Never;

    wholes!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    refused! {
        serialize_i64(i64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_tuple(usize) -> Never;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Never;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Never;
    }

    fn serialize_i8(self, value: i8) -> Result<(), fmt::Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), fmt::Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), fmt::Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f32(self, value: f32) -> Result<(), fmt::Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), fmt::Error> {
        self.fraction(value);
        Ok(())
    }

    fn serialize_bool(self, value: bool) -> Result<(), fmt::Error> {
        self.put(CONSTANT, 1 + u32::from(value));
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), fmt::Error> {
        let index = self.index(text);
        self.put(STRING, index);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.put(CONSTANT, 0);
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), fmt::Error> {
        self.serialize_none()
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
        Ok(self.open(LIST))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, fmt::Error> {
        Ok(self.open(OBJECT))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, fmt::Error> {
        Ok(self.open(OBJECT))
    }
}

impl ser::SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.value(value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        Open::end(self)
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
        let name = self.packer.index(key);
        self.packer.values.push(name);
        self.value(value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        Open::end(self)
    }
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<(), fmt::Error> {
        key.serialize(&mut *self.packer)?;
        // A name is an index without a tag.
        let last = self.packer.values.last_mut().ok_or(fmt::Error)?;
        *last >>= 3;
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.value(value)
    }

    fn end(self) -> Result<(), fmt::Error> {
        Open::end(self)
    }
}
