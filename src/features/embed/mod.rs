//! The page inside another page, and the code that embeds it.

pub mod code;
pub mod messages;
pub mod phrases;
pub mod view_model;
