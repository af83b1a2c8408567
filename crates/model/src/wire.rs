//! Questions and answers on their way between two threads of one build.
//!
//! They travel in a compact binary form that nobody keeps, so no version of it need ever be read by
//! another build: an input or a quantity goes as its position in its table, which a build may change.
//! Files and links carry ids.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{InputId, Quantity};

impl Serialize for InputId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.index() as u16)
    }
}

impl<'de> Deserialize<'de> for InputId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<InputId, D::Error> {
        let index = u16::deserialize(deserializer)?;
        let input = InputId::all().nth(usize::from(index));
        input.ok_or_else(|| D::Error::custom(format_args!("no input has the index {index}")))
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(*self as u16)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Quantity, D::Error> {
        let index = u16::deserialize(deserializer)?;
        let quantity = Quantity::ALL.get(usize::from(index)).copied();
        quantity.ok_or_else(|| D::Error::custom(format_args!("no quantity has the index {index}")))
    }
}
