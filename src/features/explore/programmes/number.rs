//! A number of a project or deliverable.

use voced_model::{Lang, Words};
use yew::prelude::*;

use super::view_model::{Field, Item};
use crate::phrases;
use crate::ui::Send;
use crate::ui::field::{Beyond, NumberField};

/// A number of an item, with its name before it and its unit behind.
pub(crate) fn number(item: &Item, field: Field, lang: Lang, send: &Send) -> Html {
    let words: Words = item.words(field);
    let beyond = item.beyond(field, lang).map(|(allowed, why)| {
        let item = item.clone();
        let change = send.reform(move |value: f64| item.set_both(field, value));
        Beyond { allowed, why, offer: phrases::SET_BOTH, change }
    });
    let enter = {
        let item = item.clone();
        send.reform(move |value: f64| item.set(field, value))
    };
    html! {
        <>
            <span aria-hidden="true">{ words.get(lang) }</span>
            <NumberField id={item.field_element(field)} label={format!("{} {}", item.name, words.get(lang))}
                text={item.text(field, lang)} allowed={item.allowed(field)} {lang} {beyond} {enter} />
            <span class="unit">
                { item.unit(field).map(|unit| unit.words().get(lang)).unwrap_or_default() }
                if field == Field::Cost && item.is_uncosted() {
                    { lang.pick("（", " (") }{ phrases::NOT_COSTED.get(lang) }{ lang.pick("）", ")") }
                }
            </span>
        </>
    }
}
