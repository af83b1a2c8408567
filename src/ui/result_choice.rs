//! The result that is asked about.

use voced_model::Quantity;
use yew::prelude::*;

use super::Send;
use super::result_search::Finding;
use crate::app::{Action, Settings, SettingsChange};
use crate::phrases;

/// A list of all results, by topic, with a field that narrows it.
pub fn subject(settings: &Settings, send: &Send) -> Html {
    let lang = settings.lang;
    let choose = send.reform(|subject: Quantity| Action::Settings(SettingsChange::Subject(subject)));
    html! { <Finding id="subject" caption={phrases::SUBJECT.get(lang)} chosen={settings.subject} {lang} {choose} /> }
}
