//! A JSON tree that forgets nothing: key order and repeated keys are kept, so that both can be
//! judged.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::error::{Fault, Problem};

/// Any JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number.
    Number(f64),
    /// Text.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// Keys and values in the order of the text, repeated keys included.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a whole JSON text.
    ///
    /// # Errors
    /// One fault with line and column where the text is not JSON.
    pub fn parse(text: &str) -> Result<Json, Fault> {
        // Some editors begin a UTF-8 file with a byte order mark.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            return Err(Fault::new("", Problem::NoText));
        }
        serde_json::from_str(text).map_err(|error| {
            let full = error.to_string();
            let detail = full.rsplit_once(" at line").map_or(full.as_str(), |(detail, _)| detail);
            Fault::new("", Problem::Syntax { line: error.line(), column: error.column(), detail: detail.to_owned() })
        })
    }

    /// What the value is, and the value itself where that helps.
    pub fn describe(&self) -> String {
        match self {
            Json::Null => "null".to_owned(),
            Json::Bool(value) => value.to_string(),
            Json::Number(value) => crate::error::plain(*value),
            Json::String(value) => {
                let short: String = value.chars().take(40).collect();
                format!("{short:?}")
            }
            Json::Array(_) => "[…]".to_owned(),
            Json::Object(_) => "{…}".to_owned(),
        }
    }

    /// The value of a key of an object; the last one where the key is repeated.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = entries.next_key::<String>()? {
            if key == NUMBER {
                let digits: String = entries.next_value()?;
                return digits.parse().map(Json::Number).map_err(serde::de::Error::custom);
            }
            fields.push((key, entries.next_value()?));
        }
        Ok(Json::Object(fields))
    }
}

/// How the reader hands over a number it leaves unread (its feature `arbitrary_precision`). Reading
/// the digits here keeps the tables of a second float parser out of the page, and lets a number
/// beyond all bounds be named where it stands instead of failing the whole text.
const NUMBER: &str = "$serde_json::private::Number";

impl serde::Serialize for Json {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            // Whole numbers are written without a decimal point: shorter links, calmer files.
            Json::Number(value) if value.fract() == 0.0 && value.abs() < 1e15 => {
                serializer.serialize_i64(*value as i64)
            }
            Json::Number(value) if value.is_finite() => serializer.serialize_f64(*value),
            Json::Number(_) => serializer.serialize_unit(),
            Json::String(value) => serializer.serialize_str(value),
            Json::Array(items) => serializer.collect_seq(items),
            Json::Object(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl fmt::Display for Json {
    /// Compact JSON text; reads back to the same value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(value) => write!(f, "{value}"),
            Json::Number(value) if value.is_finite() => write!(f, "{value}"),
            Json::Number(_) => f.write_str("null"),
            Json::String(value) => quote(value, f),
            Json::Array(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if i == 0 { "" } else { "," })?;
                }
                f.write_str("]")
            }
            Json::Object(fields) => {
                f.write_str("{")?;
                for (i, (key, value)) in fields.iter().enumerate() {
                    f.write_str(if i == 0 { "" } else { "," })?;
                    quote(key, f)?;
                    write!(f, ":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

impl Json {
    /// JSON text for people: a line for each entry, indented. What holds nothing but plain values in a short
    /// list stands in one line.
    pub fn pretty(&self) -> String {
        let mut text = String::new();
        self.lay_out(&mut text, 0);
        text.push('\n');
        text
    }

    fn lay_out(&self, text: &mut String, depth: usize) {
        let is_flat = |json: &Json| !matches!(json, Json::Array(_) | Json::Object(_));
        let entries: Vec<(Option<&str>, &Json)> = match self {
            Json::Array(items) if !items.iter().all(is_flat) => items.iter().map(|item| (None, item)).collect(),
            Json::Object(fields) if !fields.is_empty() => {
                fields.iter().map(|(key, value)| (Some(key.as_str()), value)).collect()
            }
            plain => return text.push_str(&plain.to_string()),
        };
        let [open, close] = if matches!(self, Json::Array(_)) { ['[', ']'] } else { ['{', '}'] };
        text.push(open);
        for (i, (key, value)) in entries.into_iter().enumerate() {
            text.push_str(if i == 0 { "\n" } else { ",\n" });
            text.push_str(&"  ".repeat(depth + 1));
            if let Some(key) = key {
                text.push_str(&format!("{}: ", Json::from(key)));
            }
            value.lay_out(text, depth + 1);
        }
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
        text.push(close);
    }
}

/// Text in quotes, with what JSON wants escaped.
fn quote(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    use fmt::Write;
    f.write_str("\"")?;
    for c in text.chars() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            control if (control as u32) < 0x20 => write!(f, "\\u{:04x}", control as u32)?,
            other => f.write_char(other)?,
        }
    }
    f.write_str("\"")
}

/// An object literal in code.
pub fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    Json::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

impl From<f64> for Json {
    fn from(value: f64) -> Json {
        Json::Number(value)
    }
}

impl From<i32> for Json {
    fn from(value: i32) -> Json {
        Json::Number(f64::from(value))
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Json {
        Json::Bool(value)
    }
}

impl From<&str> for Json {
    fn from(value: &str) -> Json {
        Json::String(value.to_owned())
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Json {
        value.map_or(Json::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn text_for_people_reads_back_to_the_same() {
        let text = r#"{"a":1,"b":{"2021":0.5,"x \"y\"":[1,2]},"c":[],"d":{},"e":[{"f":null},[true]]}"#;
        let json = Json::parse(text).expect("JSON");
        let pretty = json.pretty();
        assert_eq!(Json::parse(&pretty), Ok(json));
        assert!(pretty.starts_with("{\n  \"a\": 1,\n  \"b\": {\n    \"2021\": 0.5,"), "{pretty}");
        assert!(pretty.ends_with("\n}\n"));
    }
}
