//! The answer on the page.

use voced_model::Lang;
use voced_scenario::Layer;
use yew::prelude::*;

use super::view_model::{Piece, answer};
use crate::app::Outcome;
use crate::ui::{Send, number_button};

/// The sentence, each number a button that opens it.
pub fn answer_line(outcome: &Outcome, reference: &Outcome, compare: Layer, year: i32, lang: Lang, send: &Send) -> Html {
    let Some(answer) = answer(outcome, reference, compare, year, lang) else { return html! {} };
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => html! { words },
        Piece::Number(text, quantity) => number_button(*quantity, answer.t, text, html! { text }, lang, send),
    };
    html! { <p class="answer" id="answer">{ for answer.pieces.iter().map(piece) }</p> }
}
