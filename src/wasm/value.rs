//! Reads plain JavaScript data.
//!
//! The reader of `serde_wasm_bindgen` asks an object only for the names that it expects, so that a
//! misspelt option would never be seen; and its errors repeat what they met, for which it brings the
//! printing of floating-point numbers, six kilobytes of the download.

use std::fmt::{self, Display};

use js_sys::{Array, Object};
use serde::{
    Deserializer,
    de::{
        self, Expected, IntoDeserializer, Unexpected, Visitor,
        value::{MapDeserializer, SeqDeserializer},
    },
};
use wasm_bindgen::{JsCast, JsValue};

/// A value made of objects, arrays, strings, numbers, booleans and nothing.
pub struct Value(pub JsValue);

/// What was expected, or which name is unknown.
#[derive(Debug)]
pub struct Wrong(String);

impl Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("an option is not {expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("an option is not {expected}"))
    }
}

impl Value {
    fn is_nothing(&self) -> bool {
        self.0.is_undefined() || self.0.is_null()
    }

    fn object<'de, V: Visitor<'de>>(&self, visitor: V) -> Result<V::Value, Wrong> {
        let object = self.0.dyn_ref::<Object>().filter(|_| !Array::is_array(&self.0));
        let Some(object) = object else {
            return Err(de::Error::invalid_type(Unexpected::Map, &visitor));
        };
        let pairs = Object::entries(object).into_iter().map(|pair| {
            let pair = Array::from(&pair);
            (pair.get(0).as_string().unwrap_or_default(), Value(pair.get(1)))
        });
        visitor.visit_map(MapDeserializer::new(pairs))
    }
}

impl<'de> Deserializer<'de> for Value {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if let Some(text) = self.0.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(number) = self.0.as_f64() {
            let whole = number as i64;
            return if whole as f64 == number {
                visitor.visit_i64(whole)
            } else {
                visitor.visit_f64(number)
            };
        }
        if let Some(yes) = self.0.as_bool() {
            return visitor.visit_bool(yes);
        }
        if self.is_nothing() {
            return visitor.visit_unit();
        }
        if Array::is_array(&self.0) {
            let items = Array::from(&self.0);
            return visitor.visit_seq(SeqDeserializer::new(items.iter().map(Value)));
        }
        self.object(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.is_nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        self.object(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match self.0.as_string() {
            Some(name) => visitor.visit_enum(name.into_deserializer()),
            None => Err(de::Error::invalid_type(Unexpected::Enum, &visitor)),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

impl IntoDeserializer<'_, Wrong> for Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
