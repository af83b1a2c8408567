//! Where the page meets the browser: the address, the storage, the machine.

pub mod address;
pub mod area_set;
#[cfg(target_arch = "wasm32")]
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod collection;
pub mod dom;
pub mod dropping;
pub mod events;
pub mod files;
pub mod history;
pub mod host;
pub mod in_view;
pub mod library;
pub mod link;
pub mod offline;
pub mod opening;
pub mod parts;
pub mod print;
pub mod query;
pub mod resizing;
pub mod storage;
pub mod writer;
