//! What the pieces of the screen show: one answer, looked at in one way.

use std::rc::Rc;

use voced_analysis::many::{Answer, Question};
use voced_model::Lang;
use voced_model::format::Gauge;
use yew::prelude::*;

use super::view_model::{Fate, View, fates, gauges};
use crate::app::AreaSet;

/// An answer with all that is needed to show it.
pub struct Shown<'a> {
    /// The areas.
    pub set: &'a Rc<AreaSet>,
    /// What became of all of them.
    pub answer: &'a Answer,
    /// What was asked.
    pub about: &'a Question,
    /// How its reader looks at it.
    pub view: &'a View,
    /// Where another way to look at it goes.
    pub change: &'a Callback<View>,
    /// The language.
    pub lang: Lang,
    /// What became of each member of the set.
    pub fates: Vec<Fate<'a>>,
    /// How the numbers of each column are written.
    pub gauges: Vec<Gauge>,
}

impl<'a> Shown<'a> {
    /// The answer, looked at.
    pub fn of(
        set: &'a Rc<AreaSet>,
        (answer, about): (&'a Answer, &'a Question),
        view: &'a View,
        change: &'a Callback<View>,
        lang: Lang,
    ) -> Shown<'a> {
        let (fates, gauges) = (fates(set, answer), gauges(view, answer, lang));
        Shown { set, answer, about, view, change, lang, fates, gauges }
    }

    /// What shows something another way when it is pressed.
    pub fn to(&self, next: View) -> Callback<MouseEvent> {
        self.change.reform(move |_: MouseEvent| next.clone())
    }
}
