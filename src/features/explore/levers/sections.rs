//! The levers, in sections that open and close.

use voced_analysis::warnings::Lever as Mover;
use voced_model::inputs::Section;
use voced_model::{InputId, Lang};
use yew::prelude::*;

use super::row::LeverRow;
use super::view_model::{first_and_more, found, lever, main_levers};
use crate::app::{self, Action, Outcome, RevealTarget};
use crate::browser::parts::Part;
use crate::browser::{dom, query};
use crate::features::explore::programmes::component::ProgrammeListProps;
use crate::ui::Send;
use crate::ui::lazy_part::{Arrival, arriving, use_part};
use crate::{lazy, phrases};

/// Properties of [`LeverSections`].
#[derive(Properties, PartialEq)]
pub struct LeverSectionsProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What is to be brought into view.
    pub reveal: Option<RevealTarget>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// Where a mover stands: its section, and the selector of the element to focus.
fn place(mover: Mover, item: Option<&str>) -> (Section, String) {
    match mover {
        Mover::Input(input) => {
            let spec = input.spec();
            let css = match spec.shape {
                voced_model::inputs::Shape::Switch => format!("#lever-{} [aria-pressed=true]", spec.id),
                _ => format!("#slider-{}", spec.id),
            };
            (spec.group.section(), css)
        }
        // The name where it can be changed, as after the item was added; else the first number.
        Mover::Projects => (
            Section::Facilities,
            item.map_or("#projects".to_owned(), |id| format!("[id='project-{id}-name'], [id='project-{id}-area']")),
        ),
        Mover::Deliverables => (
            Section::Programmes,
            item.map_or("#deliverables".to_owned(), |id| {
                format!("[id='deliverable-{id}-name'], [id='deliverable-{id}-units']")
            }),
        ),
    }
}

/// The sections with lists of projects and deliverables.
const LISTS: [Section; 2] = [Section::Facilities, Section::Programmes];

/// Whether what is looked for stands in such a list.
fn is_list(mover: Mover) -> bool {
    !matches!(mover, Mover::Input(_))
}

/// Which sections are open, and which of them show all their inputs.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    open: Vec<Section>,
    all: Vec<Section>,
}

impl Shown {
    /// Where levers stand beside the results, the sections most asked for are open; where they stand
    /// above them, only the first.
    fn at_first() -> Shown {
        let open = if query::is_narrow() {
            vec![Section::Intake]
        } else {
            vec![Section::Intake, Section::Staffing, Section::Funding]
        };
        Shown { open, all: Vec::new() }
    }
}

/// The levers.
#[component]
pub fn LeverSections(props: &LeverSectionsProps) -> Html {
    let shown = use_state_eq(Shown::at_first);
    let typed = use_state_eq(String::new);
    let is_list_open = LISTS.iter().any(|section| shown.open.contains(section));
    let arrival =
        use_part(Part::Later, is_list_open || props.reveal.as_ref().and_then(RevealTarget::lever).is_some_and(is_list));
    let is_here = arrival == Arrival::Here;
    let main = main_levers(&props.outcome.resolved().scenario);
    {
        // Opens the section of the lever that is looked for, and focuses it once it is there.
        let (shown, send, typed) = (shown.clone(), props.send.clone(), typed.clone());
        let main = main.clone();
        use_effect_with((props.reveal.clone(), (*shown).clone(), is_here), move |(reveal, now, is_here)| {
            let Some((target, mover)) = reveal.as_ref().and_then(|target| Some((target, target.lever()?))) else {
                return;
            };
            // What was found hides the rest.
            typed.set(String::new());
            let (section, css) = place(mover, target.item());
            let is_main = matches!(mover, Mover::Input(input) if main.contains(&input));
            if is_main || (now.open.contains(&section) && now.all.contains(&section)) {
                // A list is found once its part is here.
                if *is_here || !is_list(mover) {
                    dom::focus(&css);
                    send.emit(Action::Revealed);
                }
                return;
            }
            let mut next = now.clone();
            for list in [&mut next.open, &mut next.all] {
                if !list.contains(&section) {
                    list.push(section);
                }
            }
            shown.set(next);
        });
    }
    let lang = props.lang;
    let now = &props.outcome.resolved().scenario;
    let list = |list: Mover| {
        let (outcome, send) = (props.outcome.clone(), props.send.clone());
        let wanted = props
            .reveal
            .as_ref()
            .filter(|target| target.lever() == Some(list))
            .and_then(RevealTarget::item)
            .map(str::to_owned);
        let shown = ProgrammeListProps { list, outcome, wanted, lang, send };
        lazy::programmes(shown).unwrap_or_else(|| arriving(&arrival, lang))
    };
    let row = |input: InputId| {
        html! { <LeverRow key={input.id()} lever={lever(now, input, lang)} {lang} send={props.send.clone()} /> }
    };
    let section = |section: Section| {
        let is_open = shown.open.contains(&section);
        let shows_all = shown.all.contains(&section);
        let (first, more) = first_and_more(now, section, &main);
        let own = first.iter().filter(|input| now.inputs.contains_key(input)).count();
        let toggle = |change: fn(&mut Shown, Section)| {
            let shown = shown.clone();
            Callback::from(move |_: MouseEvent| {
                let mut next = (*shown).clone();
                change(&mut next, section);
                shown.set(next);
            })
        };
        let toggle_open = toggle(|shown, section| app::toggle(&mut shown.open, section));
        let toggle_all = toggle(|shown, section| app::toggle(&mut shown.all, section));
        let id = format!("section-{}", section.words().en.to_ascii_lowercase().replace(' ', "-"));
        html! {
            <section class="levers-section" key={id.clone()}>
                <h3>
                    <button type="button" aria-expanded={is_open.to_string()} aria-controls={id.clone()} onclick={toggle_open}>
                        <span class="chevron" aria-hidden="true">{ if is_open { "▾" } else { "▸" } }</span>
                        { section.words().get(lang) }
                        if own > 0 {
                            <span class="badge">{ format!("{own} {}", phrases::CHANGED_COUNT.get(lang)) }</span>
                        }
                    </button>
                </h3>
                <div {id} hidden={!is_open}>
                    if is_open {
                        if section == Section::Facilities {
                            { list(Mover::Projects) }
                        }
                        if section == Section::Programmes {
                            { list(Mover::Deliverables) }
                        }
                        { for first.into_iter().map(row) }
                        if !more.is_empty() {
                            if shows_all {
                                { for more.iter().copied().map(row) }
                            }
                            <button type="button" class="link more" aria-expanded={shows_all.to_string()} onclick={toggle_all}>
                                if shows_all {
                                    { phrases::FEWER_LEVERS.get(lang) }
                                } else {
                                    { format!("{} ({})", phrases::MORE_LEVERS.get(lang), more.len()) }
                                }
                            </button>
                        }
                    }
                </div>
            </section>
        }
    };
    let search = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            typed.set(field.value());
        })
    };
    let sought = if typed.trim().is_empty() { None } else { Some(found(&typed, lang)) };
    html! {
        <aside class="levers" aria-labelledby="levers-title">
            <header>
                <h2 id="levers-title">{ phrases::LEVERS.get(lang) }</h2>
                <input type="search" id="find-lever" placeholder={phrases::FIND_LEVER.get(lang)}
                    aria-label={phrases::FIND_LEVER.get(lang)} value={(*typed).clone()} oninput={search} />
            </header>
            if let Some(sought) = sought {
                <section class="levers-section"><div id="found-levers">
                    if sought.is_empty() {
                        <p class="empty">{ phrases::NO_LEVER_FOUND.get(lang) }</p>
                    }
                    { for sought.into_iter().map(row) }
                </div></section>
            } else {
                <section class="levers-section main-levers" aria-label={phrases::MAIN_LEVERS.get(lang)}><div>
                    { for main.iter().copied().map(row) }
                </div></section>
                { for Section::ALL.into_iter().map(section) }
            }
        </aside>
    }
}
