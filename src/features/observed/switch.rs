//! The switch for bands that have seen what was observed.

use voced_model::{Lang, format};
use yew::prelude::*;

use super::can_be_weighed;
use crate::app::{Action, Outcome, Settings, SettingsChange};
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;
use crate::ui::Send;

/// The switch, and what came of it; nothing where nothing was observed that draws can be held against, or where no
/// bands are shown.
pub fn conditioned_switch(outcome: &Outcome, sureness: Option<&Sureness>, settings: &Settings, send: &Send) -> Html {
    if !settings.bands || !can_be_weighed(outcome) {
        return html! {};
    }
    let lang = settings.lang;
    let onchange = send.reform(|_: Event| Action::Settings(SettingsChange::ToggleConditioned));
    let said = sureness.filter(|_| settings.conditioned).and_then(|sureness| weighing(sureness, lang));
    html! {
        <label class="conditioned" title={phrases::CONDITIONED_HOW.get(lang)}>
            <input type="checkbox" id="conditioned" checked={settings.conditioned} {onchange} />
            { phrases::CONDITIONED.get(lang) }
            <small role="status">{ said }</small>
        </label>
    }
}

/// How many draws count, and whether they are enough; `None` where they were not weighed.
pub fn weighing(sureness: &Sureness, lang: Lang) -> Option<String> {
    let seen = sureness.seen()?;
    let [effective, all] =
        [seen.effective.round(), f64::from(sureness.draws())].map(|count| format::exact(count, None, lang));
    let words = phrases::CONDITIONED_EFFECTIVE.get(lang);
    let count = format!("{words}{}{effective} / {all}", lang.pick("：", ": "));
    if seen.agrees {
        return Some(count);
    }
    Some(format!("{}{}", phrases::CONDITIONED_NOT.get(lang), lang.bracketed(&count)))
}
