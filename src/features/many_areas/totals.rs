//! The numbers for all areas.

use voced_model::Lang;
use yew::prelude::*;

use super::shown::Shown;
use super::view_model::{TotalTile, totals};
use crate::phrases;

/// The totals of the columns, and how many areas are in them.
pub fn total_tiles(shown: &Shown<'_>) -> Html {
    let Shown { set, answer, about, view, lang, fates, .. } = shown;
    let (year, lang) = (about.year, *lang);
    let (all, sound) = (set.members.len(), fates.iter().filter(|fate| fate.row().is_some()).count());
    let counted = if sound == all {
        lang.pick(format!("{all}个地区"), format!("{all} areas"))
    } else {
        let out = all - sound;
        lang.pick(
            format!("{all}个地区中的{sound}个，{out}个不计入合计"),
            format!("{sound} of {all} areas; {out} in no sum"),
        )
    };
    html! {
        <section aria-labelledby="many-totals-title">
            <h3 id="many-totals-title">{ format!("{} · {year}", phrases::MANY_TOTALS.get(lang)) }<span class="caption" id="many-count">{ counted }</span></h3>
            <dl class="many-totals">{ for totals(view, answer, year, lang).iter().map(|tile| face(tile, lang)) }</dl>
        </section>
    }
}

fn face(tile: &TotalTile, lang: Lang) -> Html {
    let spec = tile.quantity.spec();
    html! {
        <div key={spec.id} data-total={spec.id}>
            <dt>{ spec.name.get(lang) }</dt>
            <dd>
                { match &tile.amount {
                    Some(amount) => html! { <><strong>{ &amount.number }</strong>{ " " }<small class="unit">{ &amount.unit }</small></> },
                    None => html! { <strong>{ "–" }</strong> },
                } }
                if let Some(difference) = &tile.difference { <span class="difference">{ difference }</span> }
                <ul>{ for tile.notes.iter().map(|note| html! { <li><small class="caption">{ note }</small></li> }) }</ul>
            </dd>
        </div>
    }
}
