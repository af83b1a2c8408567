//! Scenarios to files and back.

use std::cell::RefCell;
use std::rc::Rc;

use voced_model::Lang;
use voced_scenario::{Document, Fault};
use yew::prelude::*;

use crate::app::{Action, App, LibraryAction, Notice, SavedScenario};
use crate::browser::collection::{self, EXTENSION, Found, MIME};
use crate::browser::{clock, dropping, files};
use crate::features::library::view_model::proposal;
use crate::phrases;
use crate::ui::Send;

/// Properties of [`Files`].
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    /// The state.
    pub app: App,
    /// Where actions go.
    pub send: Send,
}

/// What came of one file.
#[derive(Clone, PartialEq)]
struct Report {
    file: String,
    count: usize,
    /// `None` where the file could not even be read.
    faults: Option<Vec<Fault>>,
}

/// The files of one choice, in its order, as they are read.
struct Reading {
    read: Vec<Option<(Report, Vec<Document>)>>,
}

impl Reading {
    /// What came of all of them, once the last is read.
    fn whole(&mut self) -> Option<(Vec<Report>, Vec<Document>)> {
        if self.read.iter().any(Option::is_none) {
            return None;
        }
        let (reports, documents): (Vec<Report>, Vec<Vec<Document>>) = self.read.drain(..).flatten().unzip();
        Some((reports, documents.concat()))
    }
}

/// Gives one scenario out as a file; `false` where the browser refuses.
pub fn export_one(document: &Document, lang: Lang) -> bool {
    let scenario = &document.scenario;
    let proposed = proposal(scenario, lang);
    let own = if scenario.name.is_empty() { &proposed } else { &scenario.name };
    let text = collection::one(document);
    files::save(&files::name(&[own], EXTENSION), MIME, text.as_bytes())
}

fn export_all(scenarios: &[Rc<SavedScenario>], lang: Lang) -> bool {
    let documents: Vec<Document> = scenarios.iter().map(|saved| saved.document()).collect();
    let text = collection::many(&documents);
    files::save(
        &files::name(&[phrases::TITLE.get(lang), phrases::ALL_FILE.get(lang)], EXTENSION),
        MIME,
        text.as_bytes(),
    )
}

/// Files out and in: by a button, or dropped anywhere while the screen is open.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let lang = props.app.lang();
    let reports = use_state_eq(Vec::<Report>::new);
    let over = use_state_eq(|| false);
    let take = {
        let (tell, send) = (reports.setter(), props.send.clone());
        use_callback((), move |list: web_sys::FileList, ()| {
            let files: Vec<web_sys::File> = (0..list.length()).filter_map(|i| list.get(i)).collect();
            // They are taken over together once all are read, so that every one of them is told, in one order.
            let reading = Rc::new(RefCell::new(Reading { read: files.iter().map(|_| None).collect() }));
            for (place, file) in files.into_iter().enumerate() {
                let (tell, send, name, reading) = (tell.clone(), send.clone(), file.name(), reading.clone());
                files::read(&file, files::LARGEST, move |bytes| {
                    let found = bytes.as_deref().map(collection::read);
                    let Found { documents, faults } = found.clone().unwrap_or_default();
                    let report = Report { file: name, count: documents.len(), faults: found.map(|_| faults) };
                    let whole = {
                        let mut reading = reading.borrow_mut();
                        if let Some(slot) = reading.read.get_mut(place) {
                            *slot = Some((report, documents));
                        }
                        reading.whole()
                    };
                    let Some((reports, documents)) = whole else { return };
                    tell.set(reports);
                    if !documents.is_empty() {
                        send.emit(Action::Library(LibraryAction::Import(documents, clock::stamp())));
                    }
                });
            }
        })
    };
    {
        let (take, over) = (take.clone(), over.clone());
        use_effect_with((), move |()| {
            let listeners = dropping::listen(take, move |is_over| over.set(is_over));
            move || drop(listeners)
        });
    }
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input: web_sys::HtmlInputElement = event.target_unchecked_into();
            if let Some(list) = input.files() {
                take.emit(list);
            }
            // So that the same file, mended, can be chosen again.
            input.set_value("");
        })
    };
    let save = |act: fn(&App) -> bool| {
        let (app, send) = (props.app.clone(), props.send.clone());
        Callback::from(move |_: MouseEvent| {
            if !act(&app) {
                send.emit(Action::Tell(Notice::plain(phrases::EXPORT_FAILED)));
            }
        })
    };
    let one = save(|app| export_one(&app.session.alone(), app.lang()));
    let all = save(|app| export_all(&app.library.scenarios, app.lang()));
    html! {
        <div class={classes!("files", over.then_some("over"))}>
            <h3>{ phrases::FILES.get(lang) }</h3>
            <div class="ask-bar">
                <button type="button" id="export-present" onclick={one}>{ phrases::EXPORT_PRESENT.get(lang) }</button>
                <button type="button" id="export-all" disabled={props.app.library.scenarios.is_empty()} onclick={all}>
                    { phrases::EXPORT_ALL.get(lang) }
                </button>
                <span class="file-field">
                    <input
                        type="file" id="import-files" class="hidden" multiple={true} accept=".json,application/json"
                        aria-describedby="import-how" {onchange}
                    />
                    <label for="import-files">{ phrases::IMPORT.get(lang) }</label>
                </span>
            </div>
            <p class="caption" id="import-how">
                { if *over { phrases::DROP_HERE.get(lang) } else { phrases::IMPORT_HOW.get(lang) } }
            </p>
            <div role="status">
                if !reports.is_empty() {
                    <ul class="reports">{ for reports.iter().map(|report| told(report, lang)) }</ul>
                }
            </div>
        </div>
    }
}

fn told(report: &Report, lang: Lang) -> Html {
    let comma = lang.pick("，", ", ");
    let imported = format!("{} {}", report.count, phrases::FILE_READ.get(lang));
    let faults = report.faults.as_deref().unwrap_or_default();
    let number = format!("{} {}", faults.iter().map(Fault::count).sum::<usize>(), phrases::FILE_FAULTS.get(lang));
    let (class, what) = match (&report.faults, report.count) {
        (None, _) => ("bad", phrases::FILE_UNREADABLE.get(lang).to_owned()),
        (Some(_), 0) => ("bad", format!("{number}{comma}{}", phrases::FILE_FAULTY.get(lang))),
        (Some(faults), _) if faults.is_empty() => ("good", imported),
        (Some(_), _) => ("bad", format!("{imported}{comma}{number}{comma}{}", phrases::FILE_FAULTY_PART.get(lang))),
    };
    html! {
        <li {class}>
            <p><bdi class="file">{ &report.file }</bdi>{ lang.pick("：", ": ") }{ what }</p>
            if !faults.is_empty() {
                <ul>{ for faults.iter().map(|fault| html! { <li><bdi>{ fault.message(lang) }</bdi></li> }) }</ul>
            }
        </li>
    }
}
