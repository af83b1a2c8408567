//! Where the page meets the browser: the address, the storage, the machine.

pub mod link;
