//! The brief on the page: two sheets of A4 as they will be printed.

mod first;
mod second;

use std::rc::Rc;

use voced_model::Lang;
use yew::prelude::*;

use super::view_model::Brief;
use crate::browser::print;
use crate::phrases;

/// Properties of [`BriefSheets`].
#[derive(Properties, PartialEq)]
pub struct BriefSheetsProps {
    /// The brief.
    pub brief: Rc<Brief>,
    /// The language.
    pub lang: Lang,
}

/// The two sheets. While they are on the page, it prints nothing else.
#[component]
pub fn BriefSheets(props: &BriefSheetsProps) -> Html {
    use_effect_with((), |()| {
        print::print_only("brief");
        || print::print_all()
    });
    let (brief, lang) = (&*props.brief, props.lang);
    html! {
        <div class="brief" id="brief" role="region" aria-label={phrases::BRIEF_PAGES.get(lang)}>
            { first::sheet(brief, lang) }
            { second::sheet(brief, lang) }
        </div>
    }
}

/// A heading of the brief.
fn heading(words: voced_model::Words, lang: Lang) -> Html {
    html! { <h4>{ words.get(lang) }</h4> }
}

/// The heads of a table.
fn heads(words: impl IntoIterator<Item = String>) -> Html {
    html! { <thead><tr>{ for words.into_iter().map(|words| html! { <th scope="col">{ words }</th> }) }</tr></thead> }
}

/// A table, to be moved sideways where the window is narrower than paper.
fn boxed(label: voced_model::Words, lang: Lang, table: Html) -> Html {
    html! { <div class="table-box" tabindex="0" role="region" aria-label={label.get(lang)}>{ table }</div> }
}

/// How many more there are; nothing where all are shown.
fn more(count: usize, lang: Lang) -> Html {
    if count == 0 {
        return html! {};
    }
    html! { <p class="more">{ lang.pick(format!("另有{count}项未列出。"), format!("{count} more not listed here.")) }</p> }
}
