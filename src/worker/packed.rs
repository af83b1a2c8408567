//! What only later screens know, as bytes: the first part of the page sends it on without a look into it.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value as bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Packed(Rc<[u8]>);

impl Packed {
    /// Packs a value. One that cannot be packed becomes nothing, which nobody can unpack.
    pub fn of(value: &impl Serialize) -> Packed {
        Packed(postcard::to_allocvec(value).unwrap_or_default().into())
    }

    /// The value; `None` where these are bytes of something else.
    pub fn value<T: DeserializeOwned>(&self) -> Option<T> {
        postcard::from_bytes(&self.0).ok()
    }
}

impl Serialize for Packed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Packed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Packed, D::Error> {
        <&[u8]>::deserialize(deserializer).map(|bytes| Packed(bytes.into()))
    }
}
