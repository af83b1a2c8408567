//! The page: a Yew front end over the model.
//!
//! Data goes one way: an event becomes an action ([`app`]), the reducer makes the next state, the model runs, the view
//! models of [`features`] turn results into plain values, their components show them, [`voced_charts`] draws. What takes
//! longer than a frame is asked of the [`worker`]; what is seldom needed is [`lazy`]. The browser is touched only in
//! [`browser`] and in components.

#[macro_use]
pub mod phrases;

pub mod app;
pub mod browser;
pub mod features;
pub mod lazy;
pub mod shell;
pub mod ui;
pub mod worker;
