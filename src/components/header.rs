//! The top of the page: area, layer, comparison, horizon, history, language, appearance.

use std::rc::Rc;

use voced_model::{Lang, MAX_HORIZON};
use voced_scenario::{Layer, Place, Region, Scenario};
use yew::prelude::*;

use super::share::ShareButton;
use super::{Send, choice};
use crate::edges::surroundings;
use crate::i18n::say;
use crate::state::{Action, Screen, Session, Settings, SettingsChange, ThemeChoice};
use crate::view::about::document_line;

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The scenario at present, its history, and what a link holds.
    pub session: Rc<Session>,
    /// The reader's settings.
    pub settings: Settings,
    /// The name that it is kept under, and whether it has changed since.
    pub kept: Option<(String, bool)>,
    /// Where actions go.
    pub send: Send,
}

/// The top of the page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    html! {
        <header class="top">
            <div class="brand">
                <h1>{ say::TITLE.get(lang) }<small>{ say::SUBTITLE.get(lang) }</small></h1>
                <div class="tools">
                    { kept(props) }
                    <ShareButton session={props.session.clone()} {lang} />
                    { about(props) }
                    { languages(props) }
                    { appearance(props) }
                </div>
            </div>
            { areas(props) }
            <div class="bar">
                { layers(props, say::LAYER.get(lang), props.session.scenario().layer, Action::ChooseLayer) }
                { layers(props, say::COMPARE_WITH.get(lang), props.settings.compare, Action::Compare) }
                { horizon(props) }
                { history(props) }
            </div>
            <p class="document">{ document(props.session.scenario(), lang) }</p>
        </header>
    }
}

fn areas(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    // An area that ships is sound (a test sees to it); one that were not has no button.
    let options = Region::ids().filter_map(|id| {
        let place = Place::shipped(id).ok()?;
        let text = place.region().short.get(lang).to_owned();
        Some((place, text, None))
    });
    let choose = props.send.reform(Action::ChoosePlace);
    html! {
        <nav class="areas" aria-label={say::AREA.get(lang)}>
            { choice(say::AREA.get(lang), options.collect(), &props.session.scenario().place, &choose) }
        </nav>
    }
}

fn layers(props: &HeaderProps, label: &str, chosen: Layer, choose: fn(Layer) -> Action) -> Html {
    let lang = props.settings.lang;
    let options = Layer::ALL.map(|layer| (layer, layer.words().get(lang).to_owned(), None)).to_vec();
    html! {
        <div class="labelled">
            <span class="caption" aria-hidden="true">{ label.to_owned() }</span>
            { choice(label, options, &chosen, &props.send.reform(choose)) }
        </div>
    }
}

fn horizon(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let base_year = props.session.scenario().base_year();
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let select: web_sys::HtmlSelectElement = event.target_unchecked_into();
        if let Ok(year) = select.value().parse() {
            send.emit(Action::SetHorizon(year));
        }
    });
    let (first, last) = (base_year + 1, base_year + MAX_HORIZON as i32);
    // A link may end at the base year, which nobody would choose: it is shown while it is in force.
    let is_base = props.session.scenario().horizon == base_year;
    let years = if is_base { base_year } else { first }..=last;
    let option = |year: i32| {
        let selected = year == props.session.scenario().horizon;
        html! { <option value={year.to_string()} {selected}>{ year }</option> }
    };
    html! {
        <label class="labelled">
            <span class="caption">{ say::HORIZON.get(lang) }</span>
            <select id="horizon" {onchange}>{ for years.map(option) }</select>
            if is_base {
                <span class="fault">{ format!("{} {first}–{last}", say::HORIZON_IS_BASE.get(lang)) }</span>
            }
        </label>
    }
}

fn history(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let button = |id: &'static str, icon: &'static str, words: &'static str, enabled: bool, action: Action| {
        let onclick = props.send.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" {id} class="quiet" disabled={!enabled} {onclick}>
                <span aria-hidden="true">{ icon }</span>{ " " }{ words }
            </button>
        }
    };
    html! {
        <div class="history">
            { button("undo", "↶", say::UNDO.get(lang), props.session.history.can_undo(), Action::Undo) }
            { button("redo", "↷", say::REDO.get(lang), props.session.history.can_redo(), Action::Redo) }
            { button("reset-all", "⟲", say::RESET_ALL.get(lang), !props.session.scenario().is_untouched(), Action::ResetAll) }
        </div>
    }
}

/// Under which name the scenario is kept; leads to where that is done.
fn kept(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let send = props.send.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        send.emit(Action::Settings(SettingsChange::Screen(Screen::Keep)));
        // In one column the screen lies far below, out of sight.
        if surroundings::is_narrow() {
            surroundings::focus("#results");
        }
    });
    let face = match &props.kept {
        None => html! { say::PRESENT_UNKEPT.get(lang) },
        Some((name, changed)) => html! {
            <>
                <span class="hidden">{ say::PRESENT_KEPT.get(lang) }</span>
                <bdi class="kept-name">{ name }</bdi>
                if *changed {
                    <span class="badge">{ say::PRESENT_CHANGED.get(lang) }</span>
                }
            </>
        },
    };
    html! {
        <button type="button" id="kept-as" class="quiet" {onclick}>
            <span aria-hidden="true">{ if props.kept.is_some() { "★" } else { "☆" } }</span>{ " " }{ face }
        </button>
    }
}

fn languages(props: &HeaderProps) -> Html {
    let options = vec![(Lang::Zh, "中文".to_owned(), Some("zh-CN")), (Lang::En, "English".to_owned(), Some("en"))];
    let label = say::LANGUAGE.get(props.settings.lang);
    choice(label, options, &props.settings.lang, &props.send.reform(Action::Speak))
}

fn appearance(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let name = match props.settings.theme {
        ThemeChoice::System => say::THEME_SYSTEM,
        ThemeChoice::Light => say::THEME_LIGHT,
        ThemeChoice::Dark => say::THEME_DARK,
    };
    let onclick = props.send.reform(|_: MouseEvent| Action::Settings(SettingsChange::NextTheme));
    let said = format!("{}{}{}", say::THEME.get(lang), lang.pick("：", ": "), name.get(lang));
    html! {
        <button type="button" id="theme" class="quiet" {onclick}>
            <span aria-hidden="true">{ "◐" }</span>{ " " }{ said }
        </button>
    }
}

/// Leads to what this page is.
fn about(props: &HeaderProps) -> Html {
    let send = props.send.clone();
    let is_shown = props.settings.screen == Screen::About;
    let onclick = Callback::from(move |_: MouseEvent| {
        send.emit(Action::Settings(SettingsChange::Screen(Screen::About)));
        // In one column the screen lies far below, out of sight.
        if surroundings::is_narrow() {
            surroundings::focus("#results");
        }
    });
    html! {
        <button type="button" id="about" class="quiet" aria-pressed={is_shown.to_string()} {onclick}>
            { Screen::About.words().get(props.settings.lang) }
        </button>
    }
}

/// The document the plan stands in.
fn document(scenario: &Scenario, lang: Lang) -> String {
    let Some(document) = &scenario.region().document else {
        return say::NATIONAL_NOTE.get(lang).to_owned();
    };
    document_line(document, lang)
}
