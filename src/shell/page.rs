//! The page: its frame, and the screens in it.

use yew::prelude::*;

use super::header::Header;
use super::notices::notices;
use super::use_app::{Running, use_running};
use super::use_storage::use_keeping;
use crate::app::{Action, Opening, Screen, Settings, SettingsChange};
use crate::browser::dom;
use crate::browser::parts::Part;
use crate::features::about::component::about_screen;
use crate::features::attribution::component::WhyScreen;
use crate::features::comparison::component::CompareScreen;
use crate::features::explanation::derivation::DerivationDialog;
use crate::features::explore::board::targets::TargetBoard;
use crate::features::explore::board::warnings::WarningList;
use crate::features::explore::charts::gallery::ChartGallery;
use crate::features::explore::headline::component::Headline;
use crate::features::explore::levers::sections::LeverSections;
use crate::features::explore::pays::component::PaysSection;
use crate::features::export::component::TakeScreen;
use crate::features::export::saving::Origin;
use crate::features::goal_seek::component::SolveScreen;
use crate::features::library::component::KeepScreen;
use crate::features::many_areas::component::ManyScreen;
use crate::features::observed::component::HappenedScreen;
use crate::features::offline::use_renewal::use_renewal;
use crate::features::own_area::component::AreasScreen;
use crate::features::plans::component::PlansScreen;
use crate::features::sensitivity::component::MattersScreen;
use crate::features::uncertainty::component::SureScreen;
use crate::features::uncertainty::view_model::Sureness;
use crate::lazy::{self, Shown};
use crate::phrases;
use crate::ui::Send;
use crate::ui::answer_status::trouble;
use crate::ui::lazy_part::{Arrival, arriving, expect, use_part};
use crate::ui::unfinished::Unfinished;

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
    let unfinished = use_memo((), |()| Unfinished::default());

    let (lang, year) = (app.lang(), app.focus_year());
    let later = use_part(Part::Later, app.ui.settings.screen != Screen::Explore || app.session.arrived.is_some());
    let shown = Shown {
        app,
        outcome: outcome.clone(),
        reference: reference.clone(),
        is_dark,
        unfinished: (*unfinished).clone(),
        send: send.clone(),
    };
    html! {
        <ContextProvider<Origin> context={Origin { outcome: outcome.clone(), can_save: true }}>
        <div class="page">
            <a class="skip" href="#results" onclick={Callback::from(skip)}>{ phrases::SKIP.get(lang) }</a>
            <Header
                session={app.session.clone()} library={app.library.clone()} settings={app.ui.settings.clone()} send={send.clone()}
                saved={app.saved().map(|(saved, changed)| (saved.name().to_owned(), changed))}
            />
            { notices(&app.ui.notices, lang, &send) }
            { for app.session.arrived.iter().filter_map(|document| lazy::arrival(document, app.session.history.can_undo(), &app.ui.settings, &send)) }
            <Headline
                outcome={outcome.clone()} reference={reference.clone()} sureness={sureness.clone()} bands={app.ui.settings.bands}
                compare={app.ui.settings.compare} {year} {lang} send={send.clone()}
            />
            <LeverSections outcome={outcome.clone()} reveal={app.ui.reveal.clone()} {lang} send={send.clone()} />
            <main id="results" class="results" tabindex="-1">
                if app.session.arrived.is_some() && app.ui.settings.screen == Screen::Explore {
                    // The panel itself stands above everything once it is here.
                    { arriving(&later, lang) }
                }
                { screens(&app.ui.settings, &send) }
                { trouble(&reply, lang) }
                { screen(shown, sureness, &later) }
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
    let button = |screen: Screen| {
        let pressed = (screen == settings.screen).to_string();
        let onclick = send.reform(move |_: MouseEvent| Action::Settings(SettingsChange::Screen(screen)));
        let title = screen.term().map(|term| term.get(lang));
        html! { <button type="button" aria-pressed={pressed} {title} {onclick}>{ screen.words().get(lang) }</button> }
    };
    html! {
        <nav class="screens" aria-label={phrases::SCREENS.get(lang)}
            onpointerenter={|_| expect(Part::Later)} onfocusin={|_| expect(Part::Later)}
        >
            <div class="choice" role="group" aria-label={phrases::SCREENS.get(lang)}>{ for listed.map(button) }</div>
        </nav>
    }
}

/// The screen that is chosen: the first one, or one of a part that may be on its way.
fn screen(shown: Shown<'_>, sureness: Option<Sureness>, later: &Arrival) -> Html {
    let lang = shown.app.lang();
    if shown.app.ui.settings.screen != Screen::Explore {
        return lazy::screen(shown).unwrap_or_else(|| arriving(later, lang));
    }
    let Shown { app, outcome, reference, is_dark, send, .. } = shown;
    let against = reference.clone();
    html! {
        <>
            <ChartGallery
                outcome={outcome.clone()} {reference} sureness={sureness.clone()} year={app.focus_year()}
                settings={app.ui.settings.clone()} {is_dark} {lang} send={send.clone()}
            />
            <PaysSection
                outcome={outcome.clone()} reference={against} year={app.focus_year()} {is_dark} {lang} send={send.clone()}
            />
            <WarningList outcome={outcome.clone()} {lang} send={send.clone()} />
            <TargetBoard {outcome} {sureness} reveal={app.ui.reveal.clone()} {lang} {send} />
        </>
    }
}

/// A screen other than the first; called by its gate alone.
pub fn later_screen(shown: Shown) -> Html {
    let Shown { app, outcome, reference, is_dark, unfinished, send } = shown;
    let (lang, year) = (app.lang(), app.focus_year());
    match app.ui.settings.screen {
        Screen::Explore => html! {},
        Screen::Sure => {
            html! { <SureScreen {outcome} {year} conditioned={app.ui.settings.conditioned} {is_dark} {lang} {send} /> }
        }
        Screen::Matters => {
            html! { <MattersScreen {outcome} {year} settings={app.ui.settings.clone()} {is_dark} {send} /> }
        }
        Screen::Solve => html! {
            <SolveScreen {outcome} draft={app.ui.draft.clone()} settings={app.ui.settings.clone()} {send} />
        },
        Screen::Why => html! { <WhyScreen {outcome} {year} settings={app.ui.settings.clone()} {is_dark} {send} /> },
        Screen::Compare => html! {
            <CompareScreen
                {outcome} comparison={app.session.compared()} library={app.library.clone()} {year}
                settings={app.ui.settings.clone()} {is_dark} {send}
            />
        },
        Screen::Keep => html! { <KeepScreen app={app.clone()} {send} /> },
        Screen::Plans => html! {
            <PlansScreen {outcome} desk={app.ui.plans.clone()} reveal={app.ui.reveal.clone()} {lang} {send} />
        },
        Screen::Happened => html! {
            <HappenedScreen {outcome} {reference} {year} settings={app.ui.settings.clone()} {is_dark} {send} />
        },
        Screen::Take => {
            let (settings, compare) = (app.ui.settings.clone(), app.ui.settings.compare);
            html! { <TakeScreen {outcome} {compare} {year} {settings} {send} /> }
        }
        Screen::Areas => html! { <AreasScreen app={app.clone()} {unfinished} {send} /> },
        Screen::Many => html! { <ManyScreen app={app.clone()} {outcome} {unfinished} {is_dark} {send} /> },
        Screen::About => about_screen(lang),
    }
}

/// Moves the focus to the results without touching the address, which holds the scenario.
fn skip(event: MouseEvent) {
    event.prevent_default();
    dom::focus("#results");
}
