//! Saving what is on the page as files: the menu of a plot, the button of a table.

use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::Scenario;
use wasm_bindgen::JsCast;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::{ExportTable, Format, naming};
use crate::app::{Action, Notice, Outcome};
use crate::browser::files;
use crate::browser::parts::{Part, load};
use crate::features::plot::plotted::Plotted;
use crate::ui::Send;
use crate::{lazy, phrases};

/// Whose numbers are on the page: a context for what is seldom asked for, so that nothing else depends on it.
#[derive(Clone, PartialEq)]
pub struct Origin {
    /// The scenario with its results.
    pub outcome: Outcome,
    /// Whether what is on the page can be saved.
    pub can_save: bool,
}

impl Origin {
    /// The outcome, where it can be saved.
    fn saved(self) -> Option<Outcome> {
        self.can_save.then_some(self.outcome)
    }
}

/// Hands a file to the reader, named after area, scenario and what it holds; says so where the browser
/// refuses.
pub fn save(scenario: &Scenario, what: &str, (format, bytes): (Format, Option<Vec<u8>>), lang: Lang, send: &Send) {
    let parts = naming::file(scenario, what, lang);
    save_as(&files::name(&parts.each_ref().map(String::as_str), format.ending()), (format, bytes), send);
}

/// Hands a file to the reader under a name; says so where the browser refuses.
fn save_as(name: &str, (format, bytes): (Format, Option<Vec<u8>>), send: &Send) {
    if !bytes.is_some_and(|bytes| files::save(name, format.mime(), &bytes)) {
        send.emit(Action::Tell(Notice::plain(phrases::NOT_SAVED)));
    }
}

/// Fetches what makes files, if that was not done yet, makes one and hands it to the reader.
pub fn deliver(
    scenario: &Scenario,
    what: &str,
    format: Format,
    make: impl FnOnce() -> Option<Vec<u8>> + 'static,
    lang: Lang,
    send: &Send,
) {
    let parts = naming::file(scenario, what, lang);
    deliver_as(&parts.each_ref().map(String::as_str), format, make, send);
}

/// The same for a file that is named after something else than the scenario.
pub fn deliver_as(name: &[&str], format: Format, make: impl FnOnce() -> Option<Vec<u8>> + 'static, send: &Send) {
    let (name, send) = (files::name(name, format.ending()), send.clone());
    spawn_local(async move {
        match load(Part::Take).await {
            Ok(()) => save_as(&name, (format, make()), &send),
            Err(_) => send.emit(Action::Tell(Notice::plain(phrases::NOT_ARRIVED))),
        }
    });
}

/// Hands a table to the reader.
pub fn save_sheet(scenario: &Scenario, sheet: ExportTable, lang: Lang, send: &Send) {
    let title = sheet.title.clone();
    deliver(scenario, &title, Format::Csv, move || lazy::csv(&sheet), lang, send);
}

/// Hands a plot to the reader.
pub fn save_plot(plotted: Rc<Plotted>, title: &str, format: Format, outcome: &Outcome, lang: Lang, send: &Send) {
    let (outcome, own) = (outcome.clone(), title.to_owned());
    let scenario = outcome.resolved().scenario.clone();
    deliver(&scenario, title, format, move || lazy::plot(&plotted, &own, format, outcome.resolved(), lang), lang, send);
}

/// A quiet button that saves a table as CSV. The table is made when the button is pressed.
pub fn csv_button(
    outcome: &Outcome,
    title: &str,
    make: impl Fn() -> Option<ExportTable> + 'static,
    lang: Lang,
    send: &Send,
) -> Html {
    let (outcome, send, make, what) = (outcome.clone(), send.clone(), Rc::new(make), title.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let make = make.clone();
        let bytes = move || make().and_then(|sheet| lazy::csv(&sheet));
        deliver(&outcome.resolved().scenario, &what, Format::Csv, bytes, lang, &send);
    });
    let announcement = format!("{title}{}{}", lang.pick("，", ", "), phrases::CSV_OF.get(lang));
    html! { <button type="button" class="quiet csv" aria-label={announcement} {onclick}>{ phrases::CSV.get(lang) }</button> }
}

/// Properties of [`TableCsv`].
#[derive(Properties, PartialEq)]
pub struct TableCsvProps {
    /// What it is a table of.
    pub title: AttrValue,
    /// Makes the table when it is asked for.
    pub make: Callback<(), ExportTable>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// A quiet button that saves a table as CSV, named after the scenario on the page.
#[component]
pub fn TableCsv(props: &TableCsvProps) -> Html {
    let Some(outcome) = use_context::<Origin>().and_then(Origin::saved) else { return html! {} };
    let make = props.make.clone();
    csv_button(&outcome, &props.title, move || Some(make.emit(())), props.lang, &props.send)
}

/// The formats of a plot, with their words.
pub const FORMATS: [(Format, voced_model::Words); 3] =
    [(Format::Png, phrases::SAVE_PNG), (Format::Svg, phrases::SAVE_SVG), (Format::Csv, phrases::SAVE_CSV)];

/// Properties of [`SaveMenu`].
#[derive(Properties, PartialEq)]
pub struct SaveMenuProps {
    /// Title of the plot.
    pub title: AttrValue,
    /// What it shows.
    pub plotted: Rc<Plotted>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// A button that opens the formats in which a plot can be saved.
#[component]
pub fn SaveMenu(props: &SaveMenuProps) -> Html {
    let open = use_state_eq(|| false);
    let face = use_node_ref();
    let Some(outcome) = use_context::<Origin>().and_then(Origin::saved) else { return html! {} };
    let lang = props.lang;
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let (open, face) = (open.setter(), face.clone());
        move || {
            open.set(false);
            if let Some(face) = face.cast::<web_sys::HtmlElement>() {
                // A plot that is going away has nothing to focus.
                let _ = face.focus();
            }
        }
    };
    let onkeydown = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                close();
            }
        })
    };
    let onfocusout = {
        let open = open.setter();
        Callback::from(move |event: FocusEvent| {
            let home = event.current_target().and_then(|home| home.dyn_into::<web_sys::Node>().ok());
            let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
            if let (Some(home), Some(to)) = (home, to)
                && !home.contains(Some(&to))
            {
                open.set(false);
            }
        })
    };
    let item = |(format, words): (Format, voced_model::Words)| {
        let (props, outcome, close) = (props.clone_parts(), outcome.clone(), close.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (title, plotted, send) = &props;
            save_plot(plotted.clone(), title, format, &outcome, lang, send);
            close();
        });
        html! { <li><button type="button" class="quiet" data-format={format.ending()} {onclick}>{ words.get(lang) }</button></li> }
    };
    let announcement = format!("{} {}", props.title, phrases::SAVE_AS.get(lang));
    html! {
        <div class="save-menu" {onkeydown} {onfocusout}>
            <button ref={face} type="button" class="quiet save-toggle" aria-label={announcement.clone()}
                aria-expanded={open.to_string()} onclick={toggle}
            >{ phrases::SAVE_SHORT.get(lang) }</button>
            if *open {
                <ul class="save-list" aria-label={announcement}>{ for FORMATS.into_iter().map(item) }</ul>
            }
        </div>
    }
}

impl SaveMenuProps {
    fn clone_parts(&self) -> (AttrValue, Rc<Plotted>, Send) {
        (self.title.clone(), self.plotted.clone(), self.send.clone())
    }
}
