//! Areas of a user's own: made from another one or from a table, edited, kept, handed on.

pub mod bring;
pub mod component;
mod form;
pub mod items;
mod list;
pub mod phrases;
pub mod view_model;
