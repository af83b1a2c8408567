//! Where the page meets the browser: the address, the storage, the machine.

pub mod address;
pub mod clipboard;
pub mod collection;
pub mod files;
pub mod host;
pub mod kept;
pub mod later;
pub mod link;
pub mod offline;
pub mod opening;
pub mod resizing;
pub mod steps;
pub mod storage;
pub mod surroundings;
pub mod thread;
pub mod writer;
