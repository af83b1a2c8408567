//! The page: a Yew front end over `voced-model`, `voced-scenario` and `voced-analysis`.
//!
//! Data goes one way: an event becomes an action ([`state`]), the reducer makes the next state, the
//! model runs, [`view`] turns results into plain view models, [`components`] show them, [`charts`]
//! draw. The browser is touched only in [`edges`] and [`components`].

pub mod asking;
pub mod charts;
pub mod components;
pub mod edges;
pub mod gates;
pub mod i18n;
pub mod state;
pub mod taking;
pub mod view;
