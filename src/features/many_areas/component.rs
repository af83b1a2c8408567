//! The screen "Many areas".

use std::rc::Rc;

use voced_analysis::many;
use voced_model::Lang;
use voced_scenario::{Changes, TransferNote};
use yew::prelude::*;

use super::bring::BringSection;
use super::distribution::distribution;
use super::goals::goals;
use super::levers::moved;
use super::peers::peers;
use super::sheet::save_buttons;
use super::shown::Shown;
use super::table::table;
use super::totals::total_tiles;
use super::view_model::View;
use crate::app::{Action, App, AreaSet, LibraryAction, Notice, Outcome, RevealTarget};
use crate::browser::area_set;
use crate::phrases;
use crate::ui::Send;
use crate::ui::answer_status::trouble;
use crate::ui::unfinished::Unfinished;
use crate::worker::use_later::use_later;
use crate::worker::{LaterAnswer, LaterQuestion, SetRef};

/// Properties of [`ManyScreen`].
#[derive(Properties, PartialEq)]
pub struct ManyScreenProps {
    /// The state: the set, the scenario.
    pub app: App,
    /// The scenario with its results.
    pub outcome: Outcome,
    /// What was left unfinished here: how the set is looked at.
    pub unfinished: Unfinished,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// Where actions go.
    pub send: Send,
}

/// The screen.
#[component]
pub fn ManyScreen(props: &ManyScreenProps) -> Html {
    let lang = props.app.lang();
    let set = use_kept_set(&props.app, &props.send);
    let gather = use_gather(&props.send);
    html! {
        <section class="ask many" id="many-screen" aria-labelledby="many-title">
            <h2 id="many-title" tabindex="-1">{ phrases::MANY_TITLE.get(lang) }</h2>
            <p class="how">{ phrases::MANY_HOW.get(lang) }</p>
            <BringSection set={set.clone()} {gather} kept={props.app.library.areas.clone()} {lang} unfinished={props.unfinished.clone()} send={props.send.clone()} />
            <div>
                if let Some(set) = set {
                    <SetPanel
                        key={set.key} set={set.clone()} app={props.app.clone()} outcome={props.outcome.clone()}
                        unfinished={props.unfinished.clone()} is_dark={props.is_dark} send={props.send.clone()}
                    />
                }
            </div>
        </section>
    }
}

/// The set of the state; read from the store when it is first looked at.
#[hook]
fn use_kept_set(app: &App, send: &Send) -> Option<Rc<AreaSet>> {
    let set = app.library.set.clone();
    let (is_here, send) = (set.is_some(), send.clone());
    use_effect_with((), move |()| match (is_here, area_set::read()) {
        (false, Some(Ok(set))) => send.emit(Action::Library(LibraryAction::Gather(Some(Rc::new(set))))),
        (false, Some(Err(_))) => send.emit(Action::Tell(Notice::plain(phrases::MANY_UNREADABLE))),
        _ => {}
    });
    set
}

/// Takes another set, or none, and keeps it in the store.
#[hook]
fn use_gather(send: &Send) -> Callback<Option<Rc<AreaSet>>> {
    use_callback(send.clone(), |set: Option<Rc<AreaSet>>, send| {
        let is_kept = set.as_deref().map_or_else(area_set::remove, area_set::write);
        if !is_kept {
            send.emit(Action::Tell(Notice::plain(phrases::MANY_NOT_KEPT)));
        }
        send.emit(Action::Library(LibraryAction::Gather(set)));
    })
}

#[derive(Properties, PartialEq)]
struct SetPanelProps {
    set: Rc<AreaSet>,
    app: App,
    outcome: Outcome,
    unfinished: Unfinished,
    is_dark: bool,
    send: Send,
}

/// What becomes of the set.
#[component]
fn SetPanel(props: &SetPanelProps) -> Html {
    let SetPanelProps { set, app, outcome, send, .. } = props;
    let lang = app.lang();
    let settings = &app.ui.settings;
    let view = use_state_eq(|| props.unfinished.left::<View>().unwrap_or_default());
    use_effect_with((*view).clone(), {
        let unfinished = props.unfinished.clone();
        move |view| unfinished.leave(view.clone())
    });
    let change = {
        let view = view.setter();
        use_callback((), move |next: View, ()| view.set(next))
    };
    let sent = use_memo(set.clone(), |set| SetRef::new(set.key, set.sound()));
    let year = app.focus_year();
    let reply = use_later(Some(LaterQuestion::Many {
        scenario: outcome.resolved().scenario.clone(),
        changes: view.changes,
        about: many::Question {
            columns: view.columns.clone(),
            line: settings.subject,
            year,
            against: settings.compare,
            goals: view.goals.clone(),
        },
        set: Some((*sent).clone()),
    }));
    let moved = moved(&outcome.resolved().scenario, view.changes, lang);
    let answered = match (reply.answer.as_deref(), reply.to.as_deref()) {
        // While the next answer is on its way the last one stays, where it is of the same columns.
        (Some(LaterAnswer::Many(answer)), Some(LaterQuestion::Many { set: Some(of), about, .. }))
            if of.key == set.key && about.columns == view.columns && about.goals == view.goals =>
        {
            Some((answer, about))
        }
        _ => None,
    };
    html! {
        <>
            <div class="many-levers">
                <h3>{ phrases::MANY_CHANGES.get(lang) }</h3>
                { changes_choice(&view, &change, lang) }
                if moved.is_empty() { <p class="empty">{ phrases::MANY_UNTOUCHED.get(lang) }</p> }
                <ul>{ for moved.iter().map(|one| {
                    let lever = voced_analysis::warnings::Lever::Input(one.input);
                    let find = send.reform(move |_: MouseEvent| Action::Reveal(RevealTarget::Lever(lever)));
                    html! {
                        <li key={one.input.id()}>
                            <button type="button" class="link" onclick={find}>{ one.input.spec().name.get(lang) }</button>
                            { lang.pick("：", ": ") }{ &one.text }
                            if let Some(warning) = one.warning { <small class="remark">{ lang.bracketed(warning) }</small> }
                        </li>
                    }
                }) }</ul>
                { notes_of_all(answered.map(|(answer, _)| answer), lang) }
            </div>
            { trouble(&reply.state, lang) }
            <div>{ match answered {
                None => html! { <p class="empty" role="status">{ phrases::MANY_WAIT.get(lang) }</p> },
                Some((answer, about)) => {
                    let shown = Shown::of(set, (answer, about), &view, &change, lang);
                    html! {
                        <>
                            { total_tiles(&shown) }
                            { table(&shown, settings, send) }
                            { save_buttons(&shown, &reply, send) }
                            { peers(&shown, outcome, send) }
                            { goals(&shown) }
                            { distribution(&shown, props.is_dark, send) }
                        </>
                    }
                }
            } }</div>
        </>
    }
}

/// How the changes are understood.
fn changes_choice(view: &View, change: &Callback<View>, lang: Lang) -> Html {
    let button = |changes: Changes| {
        let next = View { changes, ..view.clone() };
        let onclick = change.reform(move |_: MouseEvent| next.clone());
        html! {
            <button type="button" id={format!("changes-{}", changes.id())} aria-pressed={(view.changes == changes).to_string()} {onclick}>
                { changes.words().get(lang) }
            </button>
        }
    };
    html! {
        <div class="choice" role="group" aria-label={phrases::MANY_CHANGES.get(lang)}>{ for Changes::ALL.map(button) }</div>
    }
}

/// What is to be known of the changes: what is said of all areas once, what is said of some with their number.
fn notes_of_all(answer: Option<&many::Answer>, lang: Lang) -> Html {
    let Some(answer) = answer else { return html! {} };
    let mut said: Vec<(&TransferNote, usize)> = Vec::new();
    for note in answer.rows.iter().flatten().flat_map(|row| &row.notes) {
        match said.iter_mut().find(|(known, _)| *known == note) {
            Some((_, count)) => *count += 1,
            None => said.push((note, 1)),
        }
    }
    let line = |(note, count): &(&TransferNote, usize)| {
        let of = lang.pick(format!("{count}个地区"), format!("{count} areas"));
        html! { <li>{ note.text(lang) }{ lang.bracketed(&of) }</li> }
    };
    html! { <ul class="notes" id="many-notes">{ for said.iter().map(line) }</ul> }
}
