//! What was read of a table, to be looked at: how each number was understood, what is odd, what is missing.

use voced_import::{DryRun, Fill, Missing, Remark, peers, read};
use voced_model::{Allowed, Lang};
use voced_scenario::Area;
use yew::prelude::*;

use super::decided::{Decided, Shared};
use super::faults::{faults, unknown};
use super::missing::missing;
use crate::browser::clock;
use crate::features::own_area::view_model::with_number;
use crate::phrases;
use crate::ui::field::NumberField;
use voced_tables::Book;

/// Properties of [`DryRunPanel`].
#[derive(Properties, PartialEq)]
pub(super) struct DryRunPanelProps {
    pub file: String,
    pub book: Shared<Book>,
    pub decided: Decided,
    pub change: Callback<Decided>,
    pub accept: Callback<Area>,
    pub cancel: Callback<()>,
    pub lang: Lang,
}

/// The dry run. It is read anew after each decision, which takes a moment at most.
#[component]
pub(super) fn DryRunPanel(props: &DryRunPanelProps) -> Html {
    let DryRunPanelProps { file, book, decided, change, cancel, lang, .. } = props;
    let lang = *lang;
    let run = use_memo((book.clone(), decided.choices.clone()), |(book, choices)| read(&book.0, choices));
    let refused = use_state_eq(Vec::<String>::new);
    let accept = {
        let (run, decided, accept, refused) = (run.clone(), decided.clone(), props.accept.clone(), refused.setter());
        Callback::from(move |_: MouseEvent| match made(&run, &decided) {
            Ok(area) => accept.emit(area),
            Err(faults) => refused.set(faults.iter().map(|fault| fault.message(lang)).collect()),
        })
    };
    let restore = {
        let mut next = decided.clone();
        next.choices.corrections.clear();
        change.reform(move |_: MouseEvent| next.clone())
    };
    let is_sound = run.is_sound();
    html! {
        <div class="dry-run" id="dry-run" tabindex="-1">
            <h4>{ phrases::DRY_RUN.get(lang) }</h4>
            <p class="how"><bdi class="file">{ file.clone() }</bdi>{ " " }{ phrases::DRY_RUN_HOW.get(lang) }</p>
            if !run.notes.is_empty() {
                <ul class="notes">{ for run.notes.iter().map(|note| html! { <li>{ note.words(lang) }</li> }) }</ul>
            }
            { head(&run, props) }
            <div aria-live="polite">{ faults(&run.faults, decided, change, lang) }</div>
            if !decided.choices.corrections.is_empty() {
                <p>
                    { format!("{} {}", phrases::CORRECTED.get(lang), decided.choices.corrections.len()) }{ " " }
                    <button type="button" class="link" id="undo-corrections" onclick={restore}>{ phrases::UNDO_CORRECTIONS.get(lang) }</button>
                </p>
            }
            { values(&run, decided, change, lang) }
            { observed(&run, lang) }
            { unknown(&run.unknown, run.unknown_more, decided, change, lang) }
            { left_out(&run, lang) }
            { missing(&run.missing, decided, change, lang) }
            <div role="alert">{ for refused.iter().map(|line| html! { <p class="fault"><bdi>{ line.clone() }</bdi></p> }) }</div>
            <div class="ask-bar">
                <button type="button" class="primary" id="accept-area" disabled={!is_sound} aria-describedby="accept-how" onclick={accept}>
                    { phrases::ACCEPT_AREA.get(lang) }
                </button>
                <button type="button" id="cancel-table" onclick={cancel.reform(|_: MouseEvent| ())}>{ phrases::CANCEL_TABLE.get(lang) }</button>
                <span class="caption" id="accept-how">
                    if !run.faults.is_empty() { { phrases::NOT_SOUND.get(lang) } } else if !is_sound { { phrases::NOTHING_READ.get(lang) } }
                </span>
            </div>
        </div>
    }
}

/// The area that the dry run becomes.
fn made(run: &DryRun, decided: &Decided) -> Result<Area, Vec<voced_scenario::Fault>> {
    let from =
        |id: &Option<String>| id.as_deref().and_then(Area::find_shipped).map_or(Missing::National, Missing::CopyOf);
    let each = decided.fill_each.iter().map(|(input, id)| (*input, from(id))).collect();
    let fill = Fill { others: from(&decided.fill_all), each };
    let id = format!("own-{}", clock::stamp().id);
    let area = Area::from_json(&run.area(&id, &fill)?)?;
    decided.entered.iter().try_fold(area, |area, (input, number)| area.edited(with_number(&area, *input, *number)))
}

/// Name and base year: as they were found, or to be entered.
fn head(run: &DryRun, props: &DryRunPanelProps) -> Html {
    let (decided, change, lang) = (&props.decided, &props.change, props.lang);
    let name = run.name.as_ref().map(|found| found.value.clone()).unwrap_or_default();
    let year = run.base_year.as_ref().map(|found| found.value.to_string()).unwrap_or_default();
    let rename = {
        let (decided, change) = (decided.clone(), change.clone());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            let mut next = decided.clone();
            next.choices.name = Some(voced_model::one_line(&typed)).filter(|name| !name.is_empty());
            change.emit(next);
        })
    };
    let date = {
        let decided = decided.clone();
        change.reform(move |year: f64| {
            let mut next = decided.clone();
            next.choices.base_year = Some(year as i32);
            next
        })
    };
    html! {
        <div class="ask-bar">
            <label class="labelled">
                <span class="caption">{ phrases::AREA_NAME.get(lang) }</span>
                <input type="text" id="brought-name" autocomplete="off" maxlength="60" value={name} onchange={rename} />
            </label>
            <span class="labelled">
                <span class="caption" aria-hidden="true">{ phrases::AREA_BASE_YEAR.get(lang) }</span>
                <NumberField
                    id="brought-year" label={phrases::AREA_BASE_YEAR.get(lang)} text={year} allowed={Allowed::years(Area::BASE_YEARS)} {lang}
                    enter={date}
                />
            </span>
        </div>
    }
}

fn remarks(remarks: &[Remark], lang: Lang) -> Html {
    let one = |remark: &Remark| html! { <small class="remark"><bdi>{ remark.words(lang) }</bdi></small> };
    html! { <>{ for remarks.iter().map(one) }</> }
}

fn values(run: &DryRun, decided: &Decided, change: &Callback<Decided>, lang: Lang) -> Html {
    if run.values.is_empty() {
        return html! {};
    }
    let row = |value: &voced_import::ReadValue| {
        let spec = value.input.spec();
        let around = match (value.low, value.high) {
            (None, None) => String::new(),
            (low, high) => {
                let end = |end: Option<f64>| end.map_or_else(|| "–".to_owned(), |end| spec.text(end, lang));
                format!("{} … {}", end(low), end(high))
            }
        };
        let elsewhere = peers(value.input).into_iter().map(|peer| {
            html! { <span>{ format!("{} {}", peer.area.get(lang), spec.text(peer.value, lang)) }</span> }
        });
        let place = value.cells.first().map(|cell| {
            let label = format!("{} {}", phrases::CORRECT_CELL.get(lang), cell.at.text(lang));
            let onchange = {
                let (decided, at, change) = (decided.clone(), cell.at.clone(), change.clone());
                Callback::from(move |event: Event| {
                    let text = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
                    if !text.trim().is_empty() {
                        change.emit(decided.corrected(&at, text));
                    }
                })
            };
            html! {
                <details class="correct-one">
                    <summary>{ cell.at.text(lang) }</summary>
                    <input type="text" class="correct" aria-label={label.clone()} placeholder={phrases::CORRECT_CELL.get(lang)} autocomplete="off" {onchange} />
                </details>
            }
        });
        html! {
            <tr key={spec.id} data-read={spec.id} class={(!value.remarks.is_empty()).then_some("odd")}>
                <th scope="row">{ spec.name.get(lang) }<small><bdi>{ &value.label }</bdi></small></th>
                <td><bdi>{ value.understood(lang) }</bdi>{ place }</td>
                <td>{ around }<small><bdi>{ &value.source }</bdi></small></td>
                <td>{ remarks(&value.remarks, lang) }<small class="peers">{ for elsewhere }</small></td>
            </tr>
        }
    };
    let title = phrases::READ_VALUES.get(lang);
    html! {
        <>
            <h5>{ title }{ lang.bracketed(&run.values.len().to_string()) }</h5>
            <div class="table-box" tabindex="0" role="region" aria-label={title}>
                <table class="read-values">
                    <thead><tr>
                        <th scope="col">{ phrases::VALUE_ENTERED.get(lang) }</th>
                        <th scope="col">{ phrases::READ_AS.get(lang) }</th>
                        <th scope="col">{ phrases::VALUE_SOURCE.get(lang) }</th>
                        <th scope="col">{ format!("{} · {}", phrases::REMARKS.get(lang), phrases::PEERS.get(lang)) }</th>
                    </tr></thead>
                    <tbody>{ for run.values.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn observed(run: &DryRun, lang: Lang) -> Html {
    if run.observed.is_empty() {
        return html! {};
    }
    let row = |one: &voced_import::ReadObserved| {
        html! {
            <tr data-observed={one.quantity.id()}>
                <th scope="row">{ one.quantity.spec().name.get(lang) }<small>{ one.year }</small></th>
                <td><bdi>{ one.understood(lang) }</bdi><small>{ one.cell.at.text(lang) }</small></td>
                <td><small><bdi>{ &one.source }</bdi></small>{ remarks(&one.remarks, lang) }</td>
            </tr>
        }
    };
    let title = phrases::READ_OBSERVED.get(lang);
    html! {
        <>
            <h5>{ title }{ lang.bracketed(&run.observed.len().to_string()) }</h5>
            <div class="table-box" tabindex="0" role="region" aria-label={title}>
                <table class="read-values"><tbody>{ for run.observed.iter().map(row) }</tbody></table>
            </div>
        </>
    }
}

fn left_out(run: &DryRun, lang: Lang) -> Html {
    if run.skipped.is_empty() {
        return html! {};
    }
    html! {
        <details class="left-out">
            <summary>{ phrases::LEFT_OUT.get(lang) }{ lang.bracketed(&run.skipped.len().to_string()) }</summary>
            <ul>{ for run.skipped.iter().map(|one| html! { <li><bdi>{ one.words(lang) }</bdi></li> }) }</ul>
        </details>
    }
}
