//! The page: its frame, and the screens in it.

use yew::prelude::*;

use super::about::about_screen;
use super::arriving::{Arrival, arriving, expect, use_part};
use super::chart_gallery::ChartGallery;
use super::compare::CompareScreen;
use super::derivation::DerivationDialog;
use super::header::Header;
use super::headline::Headline;
use super::keep::KeepScreen;
use super::keeping::use_keeping;
use super::lever_sections::LeverSections;
use super::matters::MattersScreen;
use super::notices::notices;
use super::plans::PlansScreen;
use super::renewal::use_renewal;
use super::replies::trouble;
use super::running::{Running, use_running};
use super::saving::Origin;
use super::solve::SolveScreen;
use super::sure::SureScreen;
use super::take::TakeScreen;
use super::target_board::TargetBoard;
use super::warning_list::WarningList;
use super::why::WhyScreen;
use super::{Send, choice};
use crate::edges::later::Part;
use crate::edges::surroundings;
use crate::gates::{self, Shown};
use crate::i18n::say;
use crate::state::{Action, App, Opening, Screen, Settings, SettingsChange};
use crate::view::Outcome;
use crate::view::sureness::Sureness;

/// Properties of [`Page`].
#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// What the page starts with.
    pub opening: Opening,
}

/// The page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let running = use_running(&props.opening);
    let app = running.app();
    let Running { send, outcome, reference, is_dark, sureness, reply, .. } = running.clone();
    use_keeping(app, send.clone());
    use_renewal(send.clone());

    let (lang, year) = (app.lang(), app.focus_year());
    let later = use_part(Part::Later, app.ui.settings.screen != Screen::Explore || app.session.arrived.is_some());
    html! {
        <ContextProvider<Origin> context={Origin { outcome: outcome.clone(), can_save: true }}>
        <div class="page">
            <a class="skip" href="#results" onclick={Callback::from(skip)}>{ say::SKIP.get(lang) }</a>
            <Header
                session={app.session.clone()} settings={app.ui.settings.clone()} send={send.clone()}
                kept={app.kept().map(|(kept, changed)| (kept.name().to_owned(), changed))}
            />
            { notices(&app.ui.notices, lang, &send) }
            { for app.session.arrived.iter().filter_map(|document| gates::arrival(document, app.session.history.can_undo(), &app.ui.settings, &send)) }
            <Headline
                outcome={outcome.clone()} reference={reference.clone()} sureness={sureness.clone()}
                compare={app.ui.settings.compare} {year} {lang} send={send.clone()}
            />
            <LeverSections outcome={outcome.clone()} find={app.ui.find} item={app.ui.find_item.clone()} {lang} send={send.clone()} />
            <main id="results" class="results" tabindex="-1">
                if app.session.arrived.is_some() && app.ui.settings.screen == Screen::Explore {
                    // The panel itself stands above everything once it is here.
                    { arriving(&later, lang) }
                }
                { screens(&app.ui.settings, &send) }
                { trouble(&reply, lang) }
                { screen(app, &outcome, reference, sureness, &later, is_dark, &send) }
            </main>
            <DerivationDialog {outcome} opened={app.ui.opened.clone()} {lang} {send} />
        </div>
        </ContextProvider<Origin>>
    }
}

/// What is shown beside the levers, to be chosen.
fn screens(settings: &Settings, send: &Send) -> Html {
    let lang = settings.lang;
    let listed = Screen::ALL.into_iter().filter(|screen| screen.is_listed());
    let options = listed.map(|screen| (screen, screen.words().get(lang).to_owned(), None)).collect();
    let choose = send.reform(|screen| Action::Settings(SettingsChange::Screen(screen)));
    html! {
        <nav class="screens" aria-label={say::SCREENS.get(lang)}
            onpointerenter={|_| expect(Part::Later)} onfocusin={|_| expect(Part::Later)}
        >
            { choice(say::SCREENS.get(lang), options, &settings.screen, &choose) }
        </nav>
    }
}

fn screen(
    app: &App,
    outcome: &Outcome,
    reference: Outcome,
    sureness: Option<Sureness>,
    later: &Arrival,
    is_dark: bool,
    send: &Send,
) -> Html {
    let lang = app.lang();
    let (outcome, send) = (outcome.clone(), send.clone());
    if app.ui.settings.screen != Screen::Explore {
        let shown = Shown { app, outcome, is_dark, send };
        return gates::screen(shown).unwrap_or_else(|| arriving(later, lang));
    }
    html! {
        <>
            <ChartGallery
                outcome={outcome.clone()} {reference} sureness={sureness.clone()} year={app.focus_year()}
                settings={app.ui.settings.clone()} {is_dark} {lang} send={send.clone()}
            />
            <WarningList outcome={outcome.clone()} {lang} send={send.clone()} />
            <TargetBoard {outcome} {sureness} seek={app.ui.seek.clone()} {lang} {send} />
        </>
    }
}

/// A screen other than the first; called by its gate alone.
pub fn later_screen(shown: Shown) -> Html {
    let Shown { app, outcome, is_dark, send } = shown;
    let (lang, year) = (app.lang(), app.focus_year());
    match app.ui.settings.screen {
        Screen::Explore => html! {},
        Screen::Sure => html! { <SureScreen {outcome} {year} {is_dark} {lang} {send} /> },
        Screen::Matters => {
            html! { <MattersScreen {outcome} {year} settings={app.ui.settings.clone()} {is_dark} {send} /> }
        }
        Screen::Solve => html! {
            <SolveScreen {outcome} draft={app.ui.draft.clone()} settings={app.ui.settings.clone()} {send} />
        },
        Screen::Why => html! { <WhyScreen {outcome} {year} settings={app.ui.settings.clone()} {is_dark} {send} /> },
        Screen::Compare => html! {
            <CompareScreen
                {outcome} beside={app.session.compared()} library={app.library.clone()} {year}
                settings={app.ui.settings.clone()} {is_dark} {send}
            />
        },
        Screen::Keep => html! { <KeepScreen app={app.clone()} {send} /> },
        Screen::Plans => html! {
            <PlansScreen {outcome} desk={app.ui.plans.clone()} seek={app.ui.seek.clone()} {lang} {send} />
        },
        Screen::Take => {
            let (settings, compare) = (app.ui.settings.clone(), app.ui.settings.compare);
            html! { <TakeScreen {outcome} {compare} {year} {settings} {send} /> }
        }
        Screen::About => about_screen(lang),
    }
}

/// Moves the focus to the results without touching the address, which holds the scenario.
fn skip(event: MouseEvent) {
    event.prevent_default();
    surroundings::focus("#results");
}
