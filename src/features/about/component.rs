//! What this page is, what it is not, its version and sources, how to cite it, how to report a fault.

use voced_model::{Lang, Words};
use yew::prelude::*;

use super::view_model::{SAID, citation, documents, versions};
use crate::phrases;
use crate::ui::copyable::Copyable;

/// The screen.
pub fn about_screen(lang: Lang) -> Html {
    let part = |(title, text): &(Words, Words)| {
        html! {
            <>
                <h3>{ title.get(lang) }</h3>
                <p>{ text.get(lang) }</p>
                { more(*title, lang) }
            </>
        }
    };
    let version = |(name, version): &(&'static str, &'static str)| {
        html! { <div><dt>{ *name }</dt><dd>{ *version }</dd></div> }
    };
    html! {
        <section class="ask about-page" id="about-page" aria-labelledby="about-title">
            <h2 id="about-title">{ phrases::ABOUT_TITLE.get(lang) }</h2>
            { for SAID[..2].iter().map(part) }
            <h3>{ phrases::ABOUT_VERSION.get(lang) }</h3>
            <dl class="facts">{ for versions(lang).iter().map(version) }</dl>
            { for SAID[2..].iter().map(part) }
        </section>
    }
}

/// What belongs to a part beside its text.
fn more(title: Words, lang: Lang) -> Html {
    if title == phrases::ABOUT_SOURCES {
        let line = |(area, document): (String, String)| html! { <li><strong>{ area }</strong>{ " " }{ document }</li> };
        return html! { <ul class="about-documents">{ for documents(lang).into_iter().map(line) }</ul> };
    }
    if title == phrases::ABOUT_CITE {
        let label = phrases::ABOUT_CITATION.get(lang);
        return html! { <Copyable id="citation" {label} text={citation(lang)} rows={4} {lang} /> };
    }
    html! {}
}
