//! The top of the page: area, layer, comparison, horizon, history, language, appearance.

use std::rc::Rc;

use voced_model::{Lang, MAX_HORIZON, Words};
use voced_scenario::{AreaRef, Layer, Scenario};
use yew::prelude::*;

use super::areas::AreaChoice;
use super::leading::leads_to;
use crate::app::{Action, Library, Screen, Session, Settings, SettingsChange, ThemeChoice};
use crate::features::about::view_model::document_line;
use crate::features::sharing::share::ShareButton;
use crate::phrases;
use crate::ui::menu::Menu;
use crate::ui::{Send, choice};

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The scenario at present, its history, and what a link holds.
    pub session: Rc<Session>,
    /// What is kept: own areas among it.
    pub library: Rc<Library>,
    /// The reader's settings.
    pub settings: Settings,
    /// The name that it is kept under, and whether it has changed since.
    pub saved: Option<(String, bool)>,
    /// Where actions go.
    pub send: Send,
}

/// The top of the page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    html! {
        <header class="top">
            <h1 class="brand">{ phrases::TITLE.get(lang) }</h1>
            { areas(props) }
            { layers(props, phrases::LAYER, phrases::LAYER, props.session.scenario().layer, Action::ChooseLayer) }
            { layers(props, phrases::COMPARE_WITH, phrases::COMPARE_CAPTION, props.settings.compare, Action::Compare) }
            { horizon(props) }
            <div class="tools">
                { history(props) }
                { saved(props) }
                <ShareButton session={props.session.clone()} {lang} />
                <Menu id="more" label={phrases::MORE.get(lang)} face={html! { <span aria-hidden="true">{ "☰" }</span> }}>
                    { languages(props) }
                    { appearance(props) }
                    { about(props) }
                </Menu>
            </div>
        </header>
    }
}

fn areas(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let chosen = props.session.scenario().area_ref.clone();
    let short = props.session.scenario().area().short.get(lang);
    html! {
        <nav class="areas" aria-label={phrases::AREA.get(lang)}>
            <Menu id="area" label={format!("{} {short}", phrases::AREA.get(lang))} face={html! { short }}>
                <AreaChoice {chosen} library={props.library.clone()} {lang} send={props.send.clone()} />
                <p class="document">{ document(props.session.scenario(), lang) }</p>
            </Menu>
        </nav>
    }
}

fn layers(props: &HeaderProps, label: Words, caption: Words, chosen: Layer, choose: fn(Layer) -> Action) -> Html {
    let lang = props.settings.lang;
    let options = Layer::ALL.map(|layer| (layer, layer.words().get(lang).to_owned(), None)).to_vec();
    html! {
        <div class="labelled">
            <span class="caption" aria-hidden="true">{ caption.get(lang) }</span>
            { choice(label.get(lang), options, &chosen, &props.send.reform(choose)) }
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
            <span class="caption" aria-hidden="true">{ phrases::HORIZON_CAPTION.get(lang) }</span>
            <select id="horizon" aria-label={phrases::HORIZON.get(lang)} {onchange}>{ for years.map(option) }</select>
            if is_base {
                <span class="fault">{ format!("{} {first}–{last}", phrases::HORIZON_IS_BASE.get(lang)) }</span>
            }
        </label>
    }
}

fn history(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let button = |id: &'static str, icon: &'static str, words: &'static str, enabled: bool, action: Action| {
        let onclick = props.send.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" {id} class="quiet" title={words} aria-label={words} disabled={!enabled} {onclick}>
                <span aria-hidden="true">{ icon }</span>
            </button>
        }
    };
    html! {
        <div class="history">
            { button("undo", "↶", phrases::UNDO.get(lang), props.session.history.can_undo(), Action::Undo) }
            { button("redo", "↷", phrases::REDO.get(lang), props.session.history.can_redo(), Action::Redo) }
            { button("reset-all", "⟲", phrases::RESET_ALL.get(lang), !props.session.scenario().is_untouched(), Action::ResetAll) }
        </div>
    }
}

/// Under which name the scenario is kept; leads to where that is done.
fn saved(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let onclick = leads_to(Screen::Keep, &props.send);
    let face = match &props.saved {
        None => html! { phrases::PRESENT_UNKEPT.get(lang) },
        Some((name, changed)) => html! {
            <>
                <span class="hidden">{ phrases::PRESENT_KEPT.get(lang) }</span>
                <bdi class="kept-name">{ name }</bdi>
                if *changed {
                    <span class="badge">{ phrases::PRESENT_CHANGED.get(lang) }</span>
                }
            </>
        },
    };
    html! {
        <button type="button" id="kept-as" class="quiet" {onclick}>
            <span aria-hidden="true">{ if props.saved.is_some() { "★" } else { "☆" } }</span>{ " " }{ face }
        </button>
    }
}

fn languages(props: &HeaderProps) -> Html {
    let options = vec![(Lang::Zh, "中文".to_owned(), Some("zh-CN")), (Lang::En, "English".to_owned(), Some("en"))];
    let label = phrases::LANGUAGE.get(props.settings.lang);
    choice(label, options, &props.settings.lang, &props.send.reform(Action::Speak))
}

fn appearance(props: &HeaderProps) -> Html {
    let lang = props.settings.lang;
    let name = |theme: ThemeChoice| match theme {
        ThemeChoice::System => phrases::THEME_SYSTEM,
        ThemeChoice::Light => phrases::THEME_LIGHT,
        ThemeChoice::Dark => phrases::THEME_DARK,
    };
    let options = ThemeChoice::ALL.map(|theme| (theme, name(theme).get(lang).to_owned(), None)).to_vec();
    let choose = props.send.reform(|theme| Action::Settings(SettingsChange::Theme(theme)));
    choice(phrases::THEME.get(lang), options, &props.settings.theme, &choose)
}

/// Leads to what this page is.
fn about(props: &HeaderProps) -> Html {
    let is_shown = props.settings.screen == Screen::About;
    let onclick = leads_to(Screen::About, &props.send);
    html! {
        <button type="button" id="about" class="quiet" aria-pressed={is_shown.to_string()} {onclick}>
            { Screen::About.words().get(props.settings.lang) }
        </button>
    }
}

/// The document the plan stands in.
fn document(scenario: &Scenario, lang: Lang) -> String {
    let area = scenario.area();
    match (&scenario.area_ref, &area.document) {
        (AreaRef::Own(_), _) => area.ownership_count().text(lang),
        (AreaRef::Shipped(_), Some(document)) => document_line(document, lang),
        (AreaRef::Shipped(_), None) => phrases::NATIONAL_NOTE.get(lang).to_owned(),
    }
}
