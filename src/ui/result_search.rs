//! A list of all results with a field above it that narrows it.

use voced_model::{Lang, Quantity};
use yew::prelude::*;

use super::add_list::opens;
use super::result_options::{matching, quantity_options};
use crate::browser::dom;
use crate::phrases;

/// Properties of [`Finding`].
#[derive(Properties, PartialEq)]
pub struct FindingProps {
    /// The id of the list; the field's is `find-` and it.
    pub id: &'static str,
    /// What is chosen.
    pub caption: &'static str,
    /// The result that is chosen, which stays in the list whatever is typed; none for a list that adds.
    #[prop_or_default]
    pub chosen: Option<Quantity>,
    /// The first line of a list that adds.
    #[prop_or_default]
    pub first: Option<AttrValue>,
    /// The language.
    pub lang: Lang,
    /// What a result was chosen for.
    pub choose: Callback<Quantity>,
}

/// Lines of the open list at most.
const LINES: usize = 9;

/// The list. While something is typed it lies open under the field with what was found; Enter takes the first
/// of it, the arrow down goes into it, Escape gives the search up.
#[component]
pub fn Finding(props: &FindingProps) -> Html {
    let typed = use_state_eq(String::new);
    let node = use_node_ref();
    let lang = props.lang;
    let found = matching(&typed);
    let is_open = !typed.trim().is_empty();
    let list = format!("#{}", props.id);
    let close = {
        let typed = typed.clone();
        Callback::from(move |()| typed.set(String::new()))
    };
    let take = {
        let (choose, close, node) = (props.choose.clone(), close.clone(), node.clone());
        let adds = props.chosen.is_none();
        Callback::from(move |quantity: Quantity| {
            choose.emit(quantity);
            close.emit(());
            if let Some(list) = node.cast::<web_sys::HtmlSelectElement>().filter(|_| adds) {
                list.set_value("");
            }
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let field: web_sys::HtmlInputElement = event.target_unchecked_into();
            typed.set(field.value());
        })
    };
    let field_key = {
        let (first, take, close, list) = (found.first().copied(), take.clone(), close.clone(), list.clone());
        Callback::from(move |event: KeyboardEvent| match (event.key().as_str(), first) {
            _ if !is_open || event.is_composing() => {}
            ("Enter", Some(quantity)) => {
                event.prevent_default();
                take.emit(quantity);
            }
            ("ArrowDown", Some(_)) => {
                event.prevent_default();
                dom::focus(&list);
            }
            ("Escape", _) => {
                event.prevent_default();
                event.stop_propagation();
                close.emit(());
            }
            _ => {}
        })
    };
    // A key only looks at the lines of the open list; what it came to is taken by Enter or a click.
    let keyed = use_mut_ref(|| false);
    let looked = use_mut_ref(|| false);
    let onchange = {
        let (take, keyed, looked) = (take.clone(), keyed.clone(), looked.clone());
        Callback::from(move |event: Event| {
            let list: web_sys::HtmlSelectElement = event.target_unchecked_into();
            looked.replace(is_open && keyed.replace(false));
            if let Some(quantity) = Quantity::find(&list.value()).filter(|_| !*looked.borrow()) {
                take.emit(quantity);
            }
        })
    };
    let onclick = {
        let (take, looked, node) = (take.clone(), looked.clone(), node.clone());
        Callback::from(move |_: MouseEvent| {
            let list = node.cast::<web_sys::HtmlSelectElement>().filter(|_| is_open && looked.replace(false));
            if let Some(quantity) = list.and_then(|list| Quantity::find(&list.value())) {
                take.emit(quantity);
            }
        })
    };
    let list_key = {
        let adds = props.chosen.is_none();
        let field = format!("#find-{}", props.id);
        Callback::from(move |event: KeyboardEvent| {
            let list: web_sys::HtmlSelectElement = event.target_unchecked_into();
            keyed.replace(true);
            match event.key().as_str() {
                "Enter" if is_open => {
                    event.prevent_default();
                    if let Some(quantity) = Quantity::find(&list.value()) {
                        take.emit(quantity);
                    }
                }
                "Escape" if is_open => {
                    event.prevent_default();
                    event.stop_propagation();
                    close.emit(());
                    dom::focus(&field);
                }
                // A closed list that adds opens instead of adding every line on the way.
                key if adds && !is_open && opens(&event, key) && dom::open_list(&list) => {
                    event.prevent_default();
                }
                _ => {}
            }
        })
    };
    {
        // What the list stands at is the browser's to change; afterwards it is what is chosen again.
        let (node, chosen) = (node.clone(), props.chosen);
        use_effect_with((chosen, (*typed).clone(), props.lang), move |(chosen, typed, _)| {
            if let Some(list) = node.cast::<web_sys::HtmlSelectElement>().filter(|_| typed.trim().is_empty()) {
                list.set_value(chosen.map_or("", Quantity::id));
            }
        });
    }
    let groups = |quantity: &Quantity| quantity.spec().topic;
    let mut topics: Vec<_> = found.iter().map(groups).collect();
    topics.dedup();
    let size = is_open.then(|| (found.len() + topics.len()).clamp(2, LINES).to_string());
    let chosen = props.chosen.filter(|_| !is_open);
    html! {
        <div class={classes!("labelled", "finding", props.id)}>
            <label class="caption" for={props.id}>{ props.caption }</label>
            <input type="search" id={format!("find-{}", props.id)} value={(*typed).clone()} autocomplete="off"
                placeholder={phrases::FIND_RESULT.get(lang)} aria-label={phrases::FIND_RESULT.get(lang)}
                aria-controls={props.id} {oninput} onkeydown={field_key} />
            <select id={props.id} ref={node} {size} {onchange} onkeydown={list_key} {onclick}>
                if let Some(first) = props.first.clone().filter(|_| !is_open) {
                    <option value="" selected=true>{ first }</option>
                }
                { quantity_options(&found, chosen, lang) }
            </select>
            <span class="hidden" role="status">
                if is_open { { format!("{} {}", found.len(), phrases::RESULTS_FOUND.get(lang)) } }
            </span>
        </div>
    }
}
