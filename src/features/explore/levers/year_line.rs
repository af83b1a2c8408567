//! A lever over the years as a line whose points can be dragged.

use voced_model::{Lang, format};
use voced_scenario::SliderRange;
use yew::prelude::*;

use super::view_model::Lever;
use crate::app::{Action, Gesture};
use crate::phrases;
use crate::ui::Send;

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 116.0;
const SIDE: f64 = 22.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 24.0;

/// Properties of [`YearLine`].
#[derive(Properties, PartialEq)]
pub struct YearLineProps {
    /// The lever.
    pub lever: Lever,
    /// The language.
    pub lang: Lang,
    /// Where actions go.
    pub send: Send,
}

/// Where years and values lie in the picture.
#[derive(Clone, Copy)]
struct Plot {
    first: i32,
    years: i32,
    range: SliderRange,
}

impl Plot {
    fn of(lever: &Lever, range: SliderRange) -> Plot {
        Plot { first: lever.base_year, years: lever.horizon - lever.base_year + 1, range }
    }

    fn x(self, year: i32) -> f64 {
        SIDE + f64::from(year - self.first) / f64::from((self.years - 1).max(1)) * (WIDTH - 2.0 * SIDE)
    }

    fn y(self, value: f64) -> f64 {
        HEIGHT - BOTTOM - self.range.place(value) * (HEIGHT - TOP - BOTTOM)
    }

    /// The value at a height, in whole steps.
    fn value(self, y: f64) -> f64 {
        let share = ((HEIGHT - BOTTOM - y) / (HEIGHT - TOP - BOTTOM)).clamp(0.0, 1.0);
        self.range.stepped(self.range.min + share * (self.range.max - self.range.min))
    }

    /// Whether there is room for the text of this year.
    fn is_labelled(self, year: i32) -> bool {
        self.years <= 8 || (year - self.first) % 4 == 0
    }
}

/// The largest value on show.
fn largest(lever: &Lever) -> f64 {
    let values = (lever.base_year..=lever.horizon).map(|year| lever.value.at(lever.base_year, year));
    values.chain([lever.base, lever.plan]).fold(lever.slider.min, f64::max)
}

/// The slider's range, drawn closer around the values where they fill little of it.
fn zoomed(lever: &Lever) -> SliderRange {
    let SliderRange { min, max, step } = lever.slider;
    let largest = largest(lever);
    let top = (largest + 0.6 * (largest - min)).max(min + 10.0 * step).min(max);
    SliderRange { min, max: if top > min { top } else { max }, step }
}

/// A line with a handle a year: drag it, or use the arrow keys. The base year was observed and has
/// no handle.
#[component]
pub fn YearLine(props: &YearLineProps) -> Html {
    let YearLineProps { lever, lang, send } = props;
    let held = use_state(|| None::<i32>);
    let picture = use_node_ref();
    // The scale stays: it would run away under the pointer, and a point that was let go would leap. Only where
    // a value reaches its end it grows, for there to be room above, and another area has one of its own.
    let scale = use_mut_ref(|| (lever.slider, zoomed(lever)));
    let (slider, range) = *scale.borrow();
    if held.is_none() && (largest(lever) >= range.max || lever.slider != slider) {
        scale.replace((lever.slider, zoomed(lever)));
    }
    let plot = Plot::of(lever, scale.borrow().1);
    let value = |year: i32| lever.value.at(lever.base_year, year);
    let years = lever.base_year..=lever.horizon;

    let onpointermove = {
        let (held, picture, lever, send) = (held.clone(), picture.clone(), lever.clone(), send.clone());
        Callback::from(move |event: PointerEvent| {
            let (Some(year), Some(element)) = (*held, picture.cast::<web_sys::Element>()) else { return };
            let rect = element.get_bounding_client_rect();
            let y = (f64::from(event.client_y()) - rect.top()) / rect.height().max(1.0) * HEIGHT;
            let value = lever.with_year(year, plot.value(y));
            send.emit(Action::SetInput(lever.input, value, Gesture::Moving));
        })
    };
    let release = {
        let (held, send) = (held.clone(), send.clone());
        Callback::from(move |_: PointerEvent| {
            if held.is_some() {
                held.set(None);
                send.emit(Action::EndGesture);
            }
        })
    };
    let handle = |year: i32| {
        let grab = {
            let (held, picture) = (held.clone(), picture.clone());
            Callback::from(move |event: PointerEvent| {
                event.prevent_default();
                if let Some(element) = picture.cast::<web_sys::Element>() {
                    // Without capture a fast drag only ends at the picture's edge.
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
                held.set(Some(year));
            })
        };
        let onkeydown = {
            let (lever, send, now) = (lever.clone(), send.clone(), value(year));
            Callback::from(move |event: KeyboardEvent| {
                let SliderRange { min, max, step } = plot.range;
                let to = match event.key().as_str() {
                    "ArrowUp" | "ArrowRight" => now + step,
                    "ArrowDown" | "ArrowLeft" => now - step,
                    "PageUp" => now + 10.0 * step,
                    "PageDown" => now - 10.0 * step,
                    "Home" => min,
                    "End" => max,
                    _ => return,
                };
                event.prevent_default();
                let value = lever.with_year(year, plot.range.stepped(to));
                send.emit(Action::SetInput(lever.input, value, Gesture::Done));
            })
        };
        let spec = lever.input.spec();
        let amount = format::amount(value(year), spec.unit, *lang);
        let (x, y) = (plot.x(year), plot.y(value(year)));
        let is_held = *held == Some(year);
        html! {
            <g key={year} class={classes!("handle", is_held.then_some("held"))}>
                if plot.is_labelled(year) || is_held {
                    <text class="value" x={format!("{x:.1}")} y={format!("{:.1}", y - 10.0)}>{ amount.number.clone() }</text>
                }
                <circle
                    cx={format!("{x:.1}")} cy={format!("{y:.1}")} r="6" tabindex="0" role="slider"
                    aria-orientation="vertical" aria-label={format!("{} {year}", spec.name.get(*lang))}
                    aria-valuemin={plot.range.min.to_string()} aria-valuemax={plot.range.max.to_string()}
                    aria-valuenow={value(year).to_string()} aria-valuetext={amount.text(*lang)}
                    onpointerdown={grab} {onkeydown}
                />
            </g>
        }
    };
    let line: Vec<String> =
        years.clone().map(|year| format!("{:.1},{:.1}", plot.x(year), plot.y(value(year)))).collect();
    let ticks = years.clone().filter(|year| plot.is_labelled(*year)).map(|year| {
        let (x, y) = (format!("{:.1}", plot.x(year)), (HEIGHT - 7.0).to_string());
        html! { <text class="year" {x} {y}>{ year }</text> }
    });
    let floor = (HEIGHT - BOTTOM).to_string();
    html! {
        <figure class="year-line">
            <svg ref={picture.clone()} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} {onpointermove}
                onpointerup={release.clone()} onpointercancel={release}>
                <line class="axis" x1={SIDE.to_string()} x2={(WIDTH - SIDE).to_string()} y1={floor.clone()} y2={floor} />
                { for ticks }
                <polyline points={line.join(" ")} />
                { for years.skip(1).map(handle) }
            </svg>
            <figcaption>{ phrases::DRAG_HINT.get(*lang) }</figcaption>
        </figure>
    }
}
