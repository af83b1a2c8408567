//! An area of the user's own.

pub mod items;
