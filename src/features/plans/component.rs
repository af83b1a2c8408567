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
use super::view_model::entries;
use super::view_model::filter::{Verdicts, area};
use crate::app::{Action, Outcome, PlansChange, PlansFilter, PlansPart, RevealTarget};
use crate::browser::dom;
use crate::phrases;
use crate::ui::{Send, choice};

/// Properties of [`PlansScreen`].
#[derive(Properties, PartialEq)]
pub struct PlansScreenProps {
    /// The scenario.
    pub outcome: Outcome,
    /// What the reader looks at.
    pub desk: PlansFilter,
    /// What is to be brought into view.
    pub reveal: Option<RevealTarget>,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// What the plans say.
#[component]
pub fn PlansScreen(props: &PlansScreenProps) -> Html {
    let PlansScreenProps { outcome, desk, reveal, lang, send } = props;
    let lang = *lang;
    let entries = use_memo(lang, |lang| entries(*lang));
    let verdicts = use_memo(outcome.clone(), Verdicts::of);
    {
        let send = send.clone();
        use_effect_with(reveal.clone(), move |reveal| {
            if *reveal == Some(RevealTarget::Horizon) {
                dom::focus("#horizon");
                send.emit(Action::Revealed);
            }
        });
    }
    let parts =
        [phrases::PART_STATEMENTS, phrases::PART_COVERAGE, phrases::PART_SIDE].map(|words| words.get(lang).to_owned());
    let parts = PlansPart::ALL.into_iter().zip(parts).map(|(part, words)| (part, words, None)).collect();
    let choose = send.reform(|part| Action::Plans(PlansChange::Part(part)));
    let present = outcome.resolved().scenario.area();
    html! {
        <section class="ask plans" id="plans" aria-labelledby="plans-title">
            <h2 id="plans-title">{ phrases::PLANS_TITLE.get(lang) }</h2>
            <p class="how">{ phrases::PLANS_HOW.get(lang) }</p>
            <div class="plans-parts">{ choice(phrases::PLANS_PARTS.get(lang), parts, &desk.part, &choose) }</div>
            {
                match desk.part {
                    PlansPart::Statements => html! {
                        <PlansList
                            entries={entries.clone()} verdicts={(*verdicts).clone()} desk={desk.clone()}
                            present={present.id.clone()} area={area(&desk.scope, present).map(str::to_owned)}
                            reveal={reveal.clone()} {lang} send={send.clone()}
                        />
                    },
                    PlansPart::Coverage => coverage(&entries, lang, send),
                    PlansPart::Side => html! { <SideBySide desk={desk.clone()} {lang} send={send.clone()} /> },
                }
            }
        </section>
    }
}
