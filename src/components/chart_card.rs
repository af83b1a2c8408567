//! One chart: canvas, read-out by pointer and keys, and its table.

use voced_sim::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::prelude::*;

use super::Send;
use super::chart_table::table;
use crate::charts::{Geometry, Theme};
use crate::i18n::say;
use crate::state::{Action, ChartId};
use crate::view::figures::Drawing;
use crate::view::reading;

/// Properties of [`ChartCard`].
#[derive(Properties, PartialEq)]
pub struct ChartCardProps {
    /// Which chart.
    pub chart: ChartId,
    /// What it draws.
    pub drawing: Drawing,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// The year set off.
    pub year: i32,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// One chart.
#[component]
pub fn ChartCard(props: &ChartCardProps) -> Html {
    let canvas = use_node_ref();
    let width = use_state_eq(|| 0.0_f64);
    let geometry = use_state_eq(Geometry::default);
    let pointed = use_state_eq(|| None::<usize>);
    let as_table = use_state_eq(|| false);
    let table_box = use_node_ref();
    // The key T takes away what has the focus; what comes in its place gets it.
    let by_key = use_mut_ref(|| false);
    {
        let (canvas, table_box, by_key) = (canvas.clone(), table_box.clone(), by_key.clone());
        use_effect_with(*as_table, move |as_table| {
            let shown = if *as_table { table_box } else { canvas };
            if let Some(shown) = shown.cast::<web_sys::HtmlElement>().filter(|_| by_key.replace(false)) {
                // A card that is just going away has nothing to focus.
                let _ = shown.focus();
            }
        });
    }
    let lang = props.lang;
    use_width(&canvas, &width, *as_table);
    let height = props.drawing.picture().height(*width);
    {
        let (canvas, geometry) = (canvas.clone(), geometry.clone());
        let deps = (props.drawing.clone(), props.is_dark, *width, *as_table);
        use_effect_with(deps, move |(drawing, is_dark, width, _)| {
            let Some(canvas) = canvas.cast::<web_sys::HtmlCanvasElement>() else { return };
            if *width > 0.0 {
                let theme = if *is_dark { Theme::DARK } else { Theme::LIGHT };
                if let Some(drawn) = paint(&canvas, drawing, &theme, *width, height) {
                    geometry.set(drawn);
                }
            }
        });
    }
    let years = match &props.drawing {
        Drawing::Figure(figure) => figure.years.clone(),
        Drawing::Progress(_) => Vec::new(),
    };
    let onpointermove = {
        let (pointed, geometry) = (pointed.clone(), geometry.clone());
        Callback::from(move |event: PointerEvent| pointed.set(geometry.year_at(f64::from(event.offset_x()))))
    };
    let onpointerleave = {
        let pointed = pointed.clone();
        Callback::from(move |_: PointerEvent| pointed.set(None))
    };
    let onclick = {
        let (geometry, send, years) = (geometry.clone(), props.send.clone(), years.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(year) = geometry.year_at(f64::from(event.offset_x())).and_then(|i| years.get(i)) {
                send.emit(Action::Focus(*year));
            }
        })
    };
    let onkeydown = {
        let (pointed, as_table) = (pointed.clone(), as_table.clone());
        let last = years.len().saturating_sub(1);
        let focus = years.iter().position(|year| *year == props.year).unwrap_or(last);
        Callback::from(move |event: KeyboardEvent| {
            let now = pointed.unwrap_or(focus);
            let next = match event.key().as_str() {
                // In a table the arrows scroll.
                "ArrowLeft" | "ArrowRight" | "Home" | "End" if *as_table => return,
                "ArrowLeft" => now.saturating_sub(1),
                "ArrowRight" => (now + 1).min(last),
                "Home" => 0,
                "End" => last,
                "t" | "T" if !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {
                    by_key.replace(true);
                    as_table.set(!*as_table);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            pointed.set(Some(next));
        })
    };
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    let title = props.chart.words().get(lang);
    let readout = pointed.map(|index| reading::read_out(&props.drawing, index, lang)).unwrap_or_default();
    let said = format!("{title}{}{}", lang.pick("。", ". "), reading::summary(&props.drawing, lang));
    let toggle_words = if *as_table { say::AS_CHART } else { say::AS_TABLE }.get(lang);
    html! {
        <article class="card" id={format!("chart-{}", props.chart.id())} {onkeydown}>
            <header>
                <h3>{ title }</h3>
                <button type="button" class="quiet table-toggle" onclick={toggle}
                    aria-label={format!("{title} {toggle_words}")}
                >{ toggle_words }</button>
            </header>
            if *as_table {
                <div ref={table_box} class="table-box" tabindex="0" role="region" aria-label={title}>{ table(&props.drawing, title, lang, &props.send) }</div>
            } else {
                <p class="readout" aria-live="polite">{ readout }</p>
                <div class={classes!("canvas-box", class_of(&props.drawing))}>
                    <canvas ref={canvas} tabindex="0" role="img" aria-label={said}
                        {onpointermove} {onpointerleave} {onclick} title={say::CHART_KEYS.get(lang)} />
                    { cursor(&geometry, *pointed) }
                </div>
            }
        </article>
    }
}

fn class_of(drawing: &Drawing) -> &'static str {
    match drawing {
        Drawing::Figure(_) => "figure",
        Drawing::Progress(_) => "progress",
    }
}

/// Follows the width of the canvas's box.
#[hook]
fn use_width(canvas: &NodeRef, width: &UseStateHandle<f64>, as_table: bool) {
    let (canvas, width) = (canvas.clone(), width.clone());
    use_effect_with(as_table, move |_| {
        let observed =
            canvas.cast::<web_sys::Element>().and_then(|canvas| canvas.parent_element()).and_then(|parent| {
                let measured = parent.clone();
                let measure = move || width.set(measured.get_bounding_client_rect().width().floor());
                measure();
                let closure = Closure::<dyn FnMut()>::new(measure);
                let observer = web_sys::ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
                observer.observe(&parent);
                Some((observer, closure))
            });
        move || {
            if let Some((observer, _closure)) = observed {
                observer.disconnect();
            }
        }
    });
}

/// Draws; where that fails the chart stays empty and its table is still there.
#[cfg(target_arch = "wasm32")]
fn paint(
    canvas: &web_sys::HtmlCanvasElement,
    drawing: &Drawing,
    theme: &Theme,
    width: f64,
    height: f64,
) -> Option<Geometry> {
    let style = canvas.style();
    // The size on the page; the style sheet cannot know the number of targets.
    let _ = style.set_property("width", &format!("{width}px"));
    let _ = style.set_property("height", &format!("{height}px"));
    crate::charts::paint(canvas, drawing.picture(), theme, width, height, crate::edges::surroundings::pixel_ratio())
        .ok()
}

#[cfg(not(target_arch = "wasm32"))]
fn paint(_: &web_sys::HtmlCanvasElement, _: &Drawing, _: &Theme, _: f64, _: f64) -> Option<Geometry> {
    None
}

/// A line at the year that is read.
fn cursor(geometry: &Geometry, pointed: Option<usize>) -> Html {
    let Some(x) = pointed.and_then(|t| geometry.x.get(t)) else { return html! {} };
    let top = geometry.panels.first().map_or(0.0, |panel| panel.rect.y);
    let bottom = geometry.panels.last().map_or(0.0, |panel| panel.rect.bottom());
    html! {
        <svg class="cursor" aria-hidden="true" width={geometry.width.to_string()} height={geometry.height.to_string()}>
            <line x1={x.to_string()} x2={x.to_string()} y1={top.to_string()} y2={bottom.to_string()} />
        </svg>
    }
}
