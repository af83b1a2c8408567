//! What the plans say: every statement, how many are computed, the plans side by side.

mod coverage;
mod entry;
mod list;
mod side;

use voced_model::Lang;
use yew::prelude::*;

use self::coverage::coverage;
use self::list::PlansList;
use self::side::SideBySide;
use super::{Send, choice};
use crate::edges::surroundings;
use crate::i18n::say;
use crate::state::{Action, PlansChange, PlansDesk, PlansPart, Seek};
use crate::view::Outcome;
use crate::view::plans::entries;
use crate::view::plans::filter::{Verdicts, area};

/// Properties of [`PlansScreen`].
#[derive(Properties, PartialEq)]
pub struct PlansScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What the reader looks at.
    pub desk: PlansDesk,
    /// What is to be brought into view.
    pub seek: Option<Seek>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// A button that leads to a statement of a plan.
pub fn to_statement(id: &str, label: &str, lang: Lang, send: &Send) -> Html {
    let seek = Seek::Statement(id.to_owned());
    let onclick = send.reform(move |_: MouseEvent| Action::Seek(seek.clone()));
    let name = format!("{} {id} {label}", say::ORIGINAL.get(lang));
    html! {
        <button type="button" class="link to-statement" aria-label={name} {onclick}>
            { say::ORIGINAL.get(lang) }<span class="id">{ " " }{ id }</span>
        </button>
    }
}

/// What the plans say.
#[component]
pub fn PlansScreen(props: &PlansScreenProps) -> Html {
    let PlansScreenProps { outcome, desk, seek, lang, send } = props;
    let lang = *lang;
    let entries = use_memo(lang, |lang| entries(*lang));
    let verdicts = use_memo(outcome.clone(), Verdicts::of);
    {
        let send = send.clone();
        use_effect_with(seek.clone(), move |seek| {
            if *seek == Some(Seek::Horizon) {
                surroundings::focus("#horizon");
                send.emit(Action::Found);
            }
        });
    }
    let parts = [say::PART_STATEMENTS, say::PART_COVERAGE, say::PART_SIDE].map(|words| words.get(lang).to_owned());
    let parts = PlansPart::ALL.into_iter().zip(parts).map(|(part, words)| (part, words, None)).collect();
    let choose = send.reform(|part| Action::Plans(PlansChange::Part(part)));
    let present = outcome.world().scenario.region();
    html! {
        <section class="ask plans" id="plans" aria-labelledby="plans-title">
            <h2 id="plans-title">{ say::PLANS_TITLE.get(lang) }</h2>
            <p class="how">{ say::PLANS_HOW.get(lang) }</p>
            <div class="plans-parts">{ choice(say::PLANS_PARTS.get(lang), parts, &desk.part, &choose) }</div>
            {
                match desk.part {
                    PlansPart::Statements => html! {
                        <PlansList
                            entries={entries.clone()} verdicts={(*verdicts).clone()} desk={desk.clone()}
                            present={present.id.clone()} area={area(&desk.scope, present).map(str::to_owned)}
                            seek={seek.clone()} {lang} send={send.clone()}
                        />
                    },
                    PlansPart::Coverage => coverage(&entries, lang, send),
                    PlansPart::Side => html! { <SideBySide desk={desk.clone()} {lang} send={send.clone()} /> },
                }
            }
        </section>
    }
}
