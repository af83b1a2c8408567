//! Where the page meets the browser: the address, the storage, the machine.

pub mod address;
pub mod link;
pub mod opening;
pub mod storage;
pub mod surroundings;
pub mod thread;
