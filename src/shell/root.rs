//! What the browser is given: the whole page, or the one inside another page.

use yew::prelude::*;

use super::page::Page;
use crate::app::{Embedding, Opening};
use crate::browser::parts::Part;
use crate::lazy;
use crate::ui::lazy_part::{arriving, use_part};

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
        Some(embedding) => lazy::embedded(opening, embedding)
            .unwrap_or_else(|| html! { <main>{ arriving(&part, opening.settings.lang) }</main> }),
    }
}
