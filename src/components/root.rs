//! What the browser is given: the whole page, or the one inside another page.

use yew::prelude::*;

use super::arriving::{arriving, use_part};
use super::page::Page;
use crate::edges::later::Part;
use crate::gates;
use crate::state::{Embedding, Opening};

/// Properties of [`Root`].
#[derive(Properties, PartialEq)]
pub struct RootProps {
    /// What the page starts with.
    pub opening: Opening,
    /// What it shows where it is inside another one.
    pub embedding: Option<Embedding>,
}

/// The page of either kind.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let part = use_part(Part::Later, props.embedding.is_some());
    let opening = &props.opening;
    match &props.embedding {
        None => html! { <Page opening={opening.clone()} /> },
        Some(embedding) => gates::embedded(opening, embedding)
            .unwrap_or_else(|| html! { <main>{ arriving(&part, opening.settings.lang) }</main> }),
    }
}
