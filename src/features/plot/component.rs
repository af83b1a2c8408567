//! A picture on the page: canvas, read-out by pointer and keys, and its table.

use std::rc::Rc;

use voced_model::Lang;
use yew::prelude::*;

use super::plotted::Plotted;
use super::reading;
use super::table::table;
use crate::browser::in_view::InView;
use crate::browser::resizing::Resizing;
use crate::features::export::saving::SaveMenu;
use crate::phrases;
use crate::ui::Send;
use voced_charts::{Geometry, Theme};

/// Properties of [`Plot`].
#[derive(Properties, PartialEq)]
pub struct PlotProps {
    /// Id of the element.
    pub id: AttrValue,
    /// Class of the element, beside `plot`.
    #[prop_or_default]
    pub class: Classes,
    /// Title above it.
    pub title: AttrValue,
    /// What it shows.
    pub plotted: Rc<Plotted>,
    /// Where the arrow keys begin; without it, at the last year or the first row.
    #[prop_or_default]
    pub focus: Option<usize>,
    /// Whether the page is dark.
    pub is_dark: bool,
    /// The language.
    pub lang: Lang,
    /// Told which year, row, bin or cell was clicked or chosen by Enter.
    #[prop_or_default]
    pub on_row: Option<Callback<usize>>,
    /// Where the actions of a table's numbers go.
    pub send: Send,
}

/// A picture with its table.
#[component]
pub fn Plot(props: &PlotProps) -> Html {
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
    // What nobody sees need not follow a lever: it is painted when it comes into the window.
    let in_view = use_in_view(&canvas, *as_table);
    let painted_width = use_mut_ref(|| 0.0_f64);
    {
        let (canvas, geometry, painted_width) = (canvas.clone(), geometry.clone(), painted_width.clone());
        let deps = (props.plotted.clone(), props.is_dark, *width, *as_table, in_view);
        use_effect_with(deps, move |(plotted, is_dark, width, _, in_view)| {
            let Some(canvas) = canvas.cast::<web_sys::HtmlCanvasElement>() else { return };
            // A picture of another width would widen the page around it.
            let is_resized = painted_width.replace(*width) != *width;
            if *width > 0.0 && (*in_view || is_resized) {
                let theme = if *is_dark { Theme::DARK } else { Theme::LIGHT };
                if let Some(drawn) = paint(&canvas, plotted, &theme, *width) {
                    geometry.set(drawn);
                }
            }
        });
    }
    let onpointermove = {
        let (pointed, geometry) = (pointed.clone(), geometry.clone());
        Callback::from(move |event: PointerEvent| pointed.set(geometry.at(place(&event))))
    };
    let onpointerleave = {
        let pointed = pointed.clone();
        Callback::from(move |_: PointerEvent| pointed.set(None))
    };
    let onclick = {
        let (geometry, on_row) = (geometry.clone(), props.on_row.clone());
        Callback::from(move |event: MouseEvent| {
            if let (Some(index), Some(on_row)) = (geometry.at(place(&event)), &on_row) {
                on_row.emit(index);
            }
        })
    };
    let onkeydown = {
        let (pointed, as_table, geometry) = (pointed.clone(), as_table.clone(), geometry.clone());
        let (on_row, focus, years) = (props.on_row.clone(), props.focus, props.plotted.years().len());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "t" | "T" if !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {
                by_key.replace(true);
                as_table.set(!*as_table);
            }
            // In a table the arrows scroll, and its buttons take Enter themselves.
            _ if *as_table => {}
            "Enter" if event.target_dyn_into::<web_sys::HtmlCanvasElement>().is_some() => {
                if let (Some(index), Some(on_row)) = (*pointed, &on_row) {
                    on_row.emit(index);
                }
            }
            key => {
                if let Some(next) = walk(key, *pointed, focus, years, &geometry) {
                    event.prevent_default();
                    pointed.set(Some(next));
                }
            }
        })
    };
    let toggle = {
        let as_table = as_table.clone();
        Callback::from(move |_: MouseEvent| as_table.set(!*as_table))
    };
    let title = &props.title;
    let readout = pointed.map(|index| reading::read_out(&props.plotted, index, lang)).unwrap_or_default();
    let said = format!("{title}{}{}", lang.pick("。", ". "), reading::summary(&props.plotted, lang));
    let toggle_words = if *as_table { phrases::AS_CHART } else { phrases::AS_TABLE }.get(lang);
    let has_years = !props.plotted.years().is_empty();
    let keys = match (has_years, &props.on_row) {
        (true, _) => phrases::CHART_KEYS.get(lang).to_owned(),
        (false, None) => phrases::PLOT_KEYS.get(lang).to_owned(),
        (false, Some(_)) => [phrases::PLOT_KEYS.get(lang), phrases::PLOT_OPENS.get(lang)].join(lang.pick("；", "; ")),
    };
    let opens = (props.on_row.is_some() && !has_years).then_some("opens");
    html! {
        <article class={classes!("plot", props.class.clone())} id={&props.id} {onkeydown}>
            <header>
                <h3>{ title }</h3>
                <SaveMenu {title} plotted={props.plotted.clone()} {lang} send={props.send.clone()} />
                <button type="button" class="quiet table-toggle" onclick={toggle}
                    aria-label={format!("{title} {toggle_words}")}
                >{ toggle_words }</button>
            </header>
            if *as_table {
                <div ref={table_box} class="table-box" tabindex="0" role="region"
                    aria-label={format!("{title} {}", phrases::AS_TABLE.get(lang))}>
                    { table(&props.plotted, title, lang, &props.send, props.on_row.as_ref()) }
                </div>
            } else {
                <p class={classes!("readout", (!has_years).then_some("long"))} aria-live="polite">{ readout }</p>
                <div class={classes!("canvas-box", props.plotted.class(), opens)}>
                    <canvas ref={canvas} tabindex="0" role="img" aria-label={said}
                        {onpointermove} {onpointerleave} {onclick} title={keys} />
                    { cursor(&geometry, *pointed) }
                </div>
            }
        </article>
    }
}

/// Where a pointer is in its canvas.
fn place(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}

/// What is read next after a key; none for keys that mean nothing here.
fn walk(key: &str, pointed: Option<usize>, focus: Option<usize>, years: usize, geometry: &Geometry) -> Option<usize> {
    let last = if years > 0 { years } else { geometry.cells.len() }.checked_sub(1)?;
    let now = pointed.or(focus);
    let direction = match key {
        "Home" => return Some(0),
        "End" => return Some(last),
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowRight" => (1.0, 0.0),
        // Over years up and down scroll the page.
        "ArrowUp" if years == 0 => (0.0, -1.0),
        "ArrowDown" if years == 0 => (0.0, 1.0),
        _ => return None,
    };
    Some(match (years, now) {
        (0, Some(now)) => geometry.beside(now, direction),
        (0, None) => 0,
        _ if direction.0 < 0.0 => now.unwrap_or(last).saturating_sub(1),
        _ => (now.unwrap_or(last) + 1).min(last),
    })
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
                Resizing::of(&parent, measure)
            });
        move || drop(observed)
    });
}

/// Whether a part of the canvas is in the window; taken for so until it is known.
#[hook]
fn use_in_view(canvas: &NodeRef, as_table: bool) -> bool {
    let in_view = use_state_eq(|| true);
    {
        let (canvas, in_view) = (canvas.clone(), in_view.clone());
        use_effect_with(as_table, move |_| {
            let watched =
                canvas.cast::<web_sys::Element>().and_then(|canvas| InView::of(&canvas, move |now| in_view.set(now)));
            move || drop(watched)
        });
    }
    *in_view
}

/// Draws; where that fails the plot stays empty and its table is still there.
#[cfg(target_arch = "wasm32")]
fn paint(canvas: &web_sys::HtmlCanvasElement, plotted: &Plotted, theme: &Theme, width: f64) -> Option<Geometry> {
    let (picture, style) = (plotted.picture()?, canvas.style());
    let height = picture.height(width).min(room(plotted));
    // The size on the page; the style sheet cannot know the number of rows.
    let _ = style.set_property("width", &format!("{width}px"));
    let _ = style.set_property("height", &format!("{height}px"));
    crate::browser::canvas::paint(canvas, picture, theme, width, height, crate::browser::query::pixel_ratio()).ok()
}

/// The most that a picture may be high: charts over years stand whole in a low window, below what is said first.
#[cfg(target_arch = "wasm32")]
fn room(plotted: &Plotted) -> f64 {
    /// What stands above the charts and around their pictures, and the least that can be read.
    const ABOVE: f64 = 450.0;
    const LEAST: f64 = 200.0;
    let height = crate::browser::query::height_beside_levers().filter(|_| !plotted.years().is_empty());
    height.map_or(f64::INFINITY, |height| (height - ABOVE).max(LEAST))
}

#[cfg(not(target_arch = "wasm32"))]
fn paint(_: &web_sys::HtmlCanvasElement, _: &Plotted, _: &Theme, _: f64) -> Option<Geometry> {
    None
}

/// A line at the year that is read, or a frame around the row, bin or cell.
fn cursor(geometry: &Geometry, pointed: Option<usize>) -> Html {
    let Some(pointed) = pointed else { return html! {} };
    let text = |number: f64| number.to_string();
    let mark = if let Some(x) = geometry.x.get(pointed) {
        let top = geometry.panels.first().map_or(0.0, |panel| panel.rect.y);
        let bottom = geometry.panels.last().map_or(0.0, |panel| panel.rect.bottom());
        html! { <line x1={text(*x)} x2={text(*x)} y1={text(top)} y2={text(bottom)} /> }
    } else if let Some(cell) = geometry.cells.get(pointed) {
        let (w, h) = ((cell.w - 1.0).max(1.0), (cell.h - 1.0).max(1.0));
        html! { <rect x={text(cell.x + 0.5)} y={text(cell.y + 0.5)} width={text(w)} height={text(h)} /> }
    } else {
        return html! {};
    };
    html! {
        <svg class="cursor" aria-hidden="true" width={text(geometry.width)} height={text(geometry.height)}>
            { mark }
        </svg>
    }
}
