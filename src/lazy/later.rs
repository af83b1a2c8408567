//! Gates of the part `later`.

use std::ops::ControlFlow;
use std::rc::Rc;

use voced_analysis::uncertainty::{self, Study};
use voced_model::{Allowed, InputId, Lang, Quantity};
use voced_scenario::{Document, Fault, ResolvedScenario, Scenario};
use yew::prelude::*;

use crate::app::{App, Embedding, Opening, Outcome, Settings};
use crate::features::explanation::derivation::OpenedNumber;
use crate::features::explanation::provenance::about_input;
use crate::features::explore::charts::choices::{ChartChoices, ChartChoicesProps};
use crate::features::explore::levers::view_model::Lever;
use crate::features::explore::levers::year_editor::year_editor;
use crate::features::explore::pays::component::PaysSectionProps;
use crate::features::explore::pays::detail::PaysDetail;
use crate::features::explore::programmes::component::{ProgrammeList, ProgrammeListProps};
use crate::features::plot::answers;
use crate::features::plot::plotted::{Grid, Plotted};
use crate::features::sharing::arrival::ArrivalPanel;
use crate::features::sharing::share::shared_link;
use crate::shell::embedded::EmbeddedPage;
use crate::shell::page::later_screen;
use crate::ui::Send;
use crate::ui::typing::{self, Told};
use crate::ui::unfinished::Unfinished;
use crate::worker::{Answer, Question, answer_later};
use voced_charts::Picture;

/// What the screens show.
pub struct Shown<'a> {
    /// The page's state.
    pub app: &'a App,
    /// Its results.
    pub outcome: Outcome,
    /// What differences are held against.
    pub reference: Outcome,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// What a screen leaves for when it comes back.
    pub unfinished: Unfinished,
    /// Where actions go.
    pub send: Send,
}

#[inline(never)]
pub fn screen(shown: Shown) -> Html {
    later_screen(shown)
}

#[inline(never)]
pub fn answer(question: &Question) -> Result<Answer, Vec<Fault>> {
    answer_later(question)
}

#[inline(never)]
pub fn conditioned_study(
    resolved: &ResolvedScenario,
    against: Option<&ResolvedScenario>,
    about: &uncertainty::Question,
    tell: &mut dyn FnMut(f64) -> ControlFlow<()>,
) -> Option<Study> {
    uncertainty::conditioned_study(resolved, against, about, tell)
}

#[inline(never)]
pub fn derivation(outcome: &Outcome, quantity: Quantity, t: usize, lang: Lang, send: &Send) -> Html {
    let (outcome, send) = (outcome.clone(), send.clone());
    html! { <OpenedNumber {outcome} {quantity} {t} {lang} {send} /> }
}

#[inline(never)]
pub fn about(scenario: &Scenario, input: InputId, lang: Lang, send: &Send) -> Html {
    about_input(scenario, input, lang, send)
}

#[inline(never)]
pub fn years(lever: &Lever, lang: Lang, send: &Send) -> Html {
    year_editor(lever, lang, send)
}

#[inline(never)]
pub fn refused(text: &str, allowed: &Allowed, lang: Lang) -> Told {
    typing::refused(text, allowed, lang)
}

#[inline(never)]
pub fn chart_choices(props: &ChartChoicesProps) -> Html {
    html! { <ChartChoices ..props.clone() /> }
}

#[inline(never)]
pub fn pays(props: &PaysSectionProps) -> Html {
    html! { <PaysDetail ..props.clone() /> }
}

#[inline(never)]
pub fn programmes(props: ProgrammeListProps) -> Html {
    html! { <ProgrammeList ..props /> }
}

#[inline(never)]
pub fn arrival(document: Rc<Document>, can_undo: bool, settings: &Settings, send: &Send) -> Html {
    html! { <ArrivalPanel {document} {can_undo} settings={settings.clone()} send={send.clone()} /> }
}

#[inline(never)]
pub fn shared(link: &AttrValue, lang: Lang) -> Html {
    shared_link(link, lang)
}

#[inline(never)]
pub fn embedded(opening: &Opening, embedding: &Embedding) -> Html {
    html! { <EmbeddedPage opening={opening.clone()} embedding={embedding.clone()} /> }
}

#[inline(never)]
pub fn picture(plotted: &Plotted) -> Option<&dyn Picture> {
    plotted.picture_of_answer()
}

#[inline(never)]
pub fn grid(plotted: &Plotted, lang: Lang) -> Grid {
    Grid::of_answer(plotted, lang)
}

#[inline(never)]
pub fn read_out(plotted: &Plotted, index: usize, lang: Lang) -> Option<String> {
    answers::read_out(plotted, index, lang)
}

#[inline(never)]
pub fn summary(plotted: &Plotted, lang: Lang) -> String {
    answers::summary(plotted, lang)
}
