//! [`Json`] as a serializer of serde: what writes a report, and refuses what no report has.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible},
};

use super::{json::Json, number};

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
        self.raw(if value { "true" } else { "false" });
        Ok(())
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
        self.raw("null");
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), fmt::Error> {
        self.raw("null");
        Ok(())
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
        self.0.colon();
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
