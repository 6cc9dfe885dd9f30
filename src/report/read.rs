//! Reads JSON with half of the code.
//!
//! A structure that serde derives can be read from an object and from a list, an enumeration from a string and
//! from an object; browsers load the code of all four. JSON that newsmark writes has an object for the one and a
//! string for the other: [`Plain`] asks for nothing else, so that no other code is compiled.

#[cfg(feature = "aside")]
use serde::Deserialize;
use serde::{
    Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
    },
};

/// Reads `json`, all of it.
///
/// # Errors
///
/// Says where it is no JSON, or no `T`.
pub(crate) fn from_json<T: DeserializeOwned>(json: &str) -> serde_json::Result<T> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = T::deserialize(Plain(&mut deserializer))?;
    deserializer.end()?;
    Ok(value)
}

/// A `T` that is read so.
#[cfg(feature = "aside")]
pub(crate) struct Plainly<T>(pub T);

#[cfg(feature = "aside")]
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Plainly<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(Plain(deserializer)).map(Self)
    }
}

/// A deserializer that takes structures from objects and enumerations from strings alone, and so whatever
/// reads what is inside.
struct Plain<D>(D);

macro_rules! as_they_are {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method(visitor)
        }
    )*};
}

macro_rules! wrapped {
    ($($method:ident($($name:ident: $of:ty),*))*) => {$(
        fn $method<V: Visitor<'de>>(self, $($name: $of,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($name,)* Within(visitor))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Plain<D> {
    type Error = D::Error;

    as_they_are! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_unit deserialize_identifier deserialize_ignored_any
    }

    wrapped! {
        deserialize_any() deserialize_option() deserialize_seq() deserialize_map()
        deserialize_tuple(length: usize)
        deserialize_unit_struct(name: &'static str)
        deserialize_newtype_struct(name: &'static str)
        deserialize_tuple_struct(name: &'static str, length: usize)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Within(visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_str(Named(visitor))
    }
}

/// Reads what is inside in the same way.
struct Within<V>(V);

macro_rules! visits {
    ($($method:ident($($value:ident: $of:ty)?))*) => {$(
        fn $method<E: Error>(self $(, $value: $of)?) -> Result<V::Value, E> {
            self.0.$method($($value)?)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Within<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.expecting(f)
    }

    visits! {
        visit_bool(value: bool) visit_i64(value: i64) visit_u64(value: u64) visit_f64(value: f64)
        visit_str(value: &str) visit_borrowed_str(value: &'de str) visit_string(value: String)
        visit_unit() visit_none()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Plain(inner))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Plain(inner))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Items(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Items(items))
    }
}

/// Reads a variant by its name.
struct Named<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Named<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<V::Value, E> {
        self.0.visit_enum(IntoDeserializer::<E>::into_deserializer(name))
    }
}

/// The items of a list or an object, and what is inside of them.
struct Items<A>(A);

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Seed(seed))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Items<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Seed(seed))
    }
}

struct Seed<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Plain(inner))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::{Options, Report, annotate};

    #[test]
    fn a_report_is_read_as_it_was_written() {
        let text = "“We open on Monday, 4 October 2021,” said Odile Marsh of Port Varren, who paid £3 million.";
        let report = annotate(text, &Options::default()).expect("an ordinary text");
        assert!(!report.quotes.is_empty() && !report.amounts.is_empty());
        let json = serde_json::to_string(&report).expect("JSON");
        assert_eq!(from_json::<Report>(&json).expect("a report"), report);
        assert!(from_json::<Report>(&format!("{json} 7")).is_err());
        assert!(from_json::<Report>(&json[..json.len() - 1]).is_err());
    }

    #[test]
    fn other_shapes_are_refused() {
        #[derive(Debug, Deserialize)]
        struct Pair {
            #[allow(dead_code)]
            left: Option<Kind>,
        }
        #[derive(Debug, Deserialize)]
        enum Kind {
            One,
        }
        for good in [r#"{"left":"One"}"#, r#"{"left":null}"#, r#"{"more":[1],"left":"One"}"#] {
            assert!(from_json::<Pair>(good).is_ok(), "{good}");
        }
        for bad in [r#"["One"]"#, r#"{"left":{"One":null}}"#, r#"{"left":"Two"}"#, "7", "{}x"] {
            assert!(from_json::<Pair>(bad).is_err(), "{bad}");
        }
    }
}
