//! A picture on the page, with its table, its keys and its summary in words.

pub mod answers;
pub mod component;
pub mod counted;
pub mod measure;
pub mod phrases;
pub mod plotted;
pub mod reading;
pub mod table;
