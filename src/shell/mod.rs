//! The page around the features: root, frame, notices, the state in use and what is stored of it.

mod areas;
pub mod embedded;
pub mod header;
mod leading;
#[cfg(test)]
mod markup_tests;
pub mod notices;
pub mod page;
pub mod phrases;
pub mod root;
pub mod use_app;
pub mod use_storage;
#[cfg(test)]
mod written;
