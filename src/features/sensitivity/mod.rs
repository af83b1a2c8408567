//! Which assumptions matter: one at a time, Sobol indices, two levers at once.

pub mod component;
pub mod heat_map;
pub mod phrases;
pub mod view_model;
