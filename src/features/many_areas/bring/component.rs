//! A sheet of areas is chosen, dropped or pasted; then it is looked at before anything changes.

use std::rc::Rc;

use voced_import::read_set;
use voced_model::Lang;
use voced_tables::Book;
use yew::prelude::*;

use super::made::{made, set_of};
use super::rows::set_rows;
use super::{BringSectionProps, ManyAreas};
use crate::app::{AreaSet, SavedScenario};
use crate::browser::clock;
use crate::features::own_area::bring::faults::{faults, unknown};
use crate::features::own_area::bring::missing::fill_all;
use crate::features::own_area::bring::sources::{Sources, brought, state};
use crate::features::own_area::bring::use_bringing::{Bringing, use_bringing};
use crate::features::own_area::bring::{Brought, Decided, Shared};
use crate::phrases;

/// A made-up province, to try the screen with.
const EXAMPLE: &str = include_str!("../../../../examples/counties.csv");

/// The section's content.
#[component]
pub fn AreaSheet(props: &BringSectionProps) -> Html {
    let lang = props.lang;
    let Bringing { brought: brought_now, decided, begin, take, change } =
        use_bringing::<ManyAreas>(&props.unfinished, lang);
    let example = {
        let name = lang.pick("示例：12个虚构的县", "Example: 12 made-up counties").to_owned();
        begin.reform(move |_: MouseEvent| brought(name.clone(), EXAMPLE.as_bytes(), lang))
    };
    let accept = {
        let (gather, begin) = (props.gather.clone(), begin.clone());
        Callback::from(move |set: Rc<AreaSet>| {
            begin.emit(Brought::Nothing);
            gather.emit(Some(set));
        })
    };
    html! {
        <div class="bring">
            <Sources {take} paste={begin.reform(move |text: String| brought(String::new(), text.as_bytes(), lang))} {lang} />
            <p><button type="button" class="link" id="many-example" onclick={example}>{ phrases::MANY_EXAMPLE.get(lang) }</button></p>
            { state(&brought_now, lang) }
            <div>{ match &brought_now {
                Brought::Table(file, book) => html! {
                    <SetRunPanel
                        file={file.clone()} book={book.clone()} decided={decided.clone()} {change} {accept}
                        cancel={begin.reform(|()| Brought::Nothing)} kept={props.kept.clone()} {lang}
                    />
                },
                Brought::Workbook(..) | Brought::Area(..) => html! { <p class="trouble" role="alert">{ phrases::MANY_ONE_AREA.get(lang) }</p> },
                Brought::Nothing | Brought::Reading(_) | Brought::Refused(..) => html! {},
            } }</div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SetRunPanelProps {
    file: String,
    book: Shared<Book>,
    decided: Decided,
    change: Callback<Decided>,
    accept: Callback<Rc<AreaSet>>,
    cancel: Callback<()>,
    kept: Vec<Rc<SavedScenario>>,
    lang: Lang,
}

/// The dry run of the whole sheet. It is read anew after each decision.
#[component]
fn SetRunPanel(props: &SetRunPanelProps) -> Html {
    let SetRunPanelProps { file, book, decided, change, accept, cancel, kept, lang } = props;
    let lang = *lang;
    let run = use_memo((book.clone(), decided.choices.clone()), |(book, choices)| read_set(&book.0, choices));
    let areas = use_memo((book.clone(), decided.choices.clone(), decided.fill_all.clone()), |(_, _, fill)| {
        made(&run, fill.as_deref(), kept)
    });
    let sound = areas.iter().filter(|area| area.is_ok()).count();
    let accept = {
        let (run, areas, file, accept) = (run.clone(), areas.clone(), file.clone(), accept.clone());
        Callback::from(move |_: MouseEvent| {
            accept.emit(Rc::new(set_of(&file, &run, &areas, clock::stamp().now as u64, lang)))
        })
    };
    let all_are_sound = sound == run.rows.len() && run.faults.is_empty();
    let words = if all_are_sound { phrases::MANY_ACCEPT } else { phrases::MANY_ACCEPT_SOUND };
    html! {
        <div class="dry-run" id="set-run" tabindex="-1">
            <h4>{ phrases::DRY_RUN.get(lang) }</h4>
            <p class="how"><bdi class="file">{ file.clone() }</bdi>{ " " }{ phrases::DRY_RUN_HOW.get(lang) }</p>
            if !run.notes.is_empty() {
                <ul class="notes">{ for run.notes.iter().map(|note| html! { <li>{ note.words(lang) }</li> }) }</ul>
            }
            <div aria-live="polite">{ faults(&run.faults, decided, change, lang) }</div>
            { set_rows(&run, &areas, decided, change, lang) }
            { unknown(&run.unknown, run.unknown_more, decided, change, lang) }
            { fill_all(decided, change, lang) }
            if !all_are_sound && sound > 0 { <p class="how">{ phrases::MANY_SEVERAL.get(lang) }</p> }
            <div class="ask-bar">
                <button type="button" class="primary" id="accept-set" disabled={sound == 0} onclick={accept}>
                    { words.get(lang) }{ lang.bracketed(&format!("{sound}/{}", run.rows.len())) }
                </button>
                <button type="button" id="cancel-set" onclick={cancel.reform(|_: MouseEvent| ())}>{ phrases::CANCEL_TABLE.get(lang) }</button>
            </div>
        </div>
    }
}
