//! Properties of whole drawings, over many figures and sizes.

use super::geometry::Rect;
use super::samples;
use super::scene::Shape;
use super::*;

const SIZES: [(f64, f64); 7] =
    [(300.0, 180.0), (340.0, 260.0), (480.0, 200.0), (640.0, 320.0), (900.0, 240.0), (1200.0, 420.0), (1600.0, 420.0)];

fn line(values: &[f64]) -> Series {
    Series::new("a", "Series", Mark::Line, Ink::Vocational, samples::known(values))
}

fn plain_figure(series: Vec<Series>, years: i32) -> Figure {
    let mut figure = samples::figure(vec![Panel::new("unit", series)]);
    figure.years = (2020..2020 + years).collect();
    figure.focus_year = None;
    figure.observed_name = None;
    figure
}

/// Figures at the edge of what there can be.
pub(super) fn extremes() -> Vec<(&'static str, Figure)> {
    let columns = |values: &[f64]| Series { mark: Mark::Columns, ..line(values) };
    let long: Vec<f64> = (0..21).map(|i| 900.0 + 37.0 * f64::from(i)).collect();
    let mut flat = plain_figure(vec![line(&[7.0, 7.0, 7.0])], 3);
    flat.panels[0].y_from_zero = false;
    let mut wide = plain_figure(vec![columns(&long), line(&long)], 21);
    wide.focus_year = Some(2033);
    vec![
        ("zeros", plain_figure(vec![columns(&[0.0; 6]), line(&[0.0; 6])], 6)),
        ("one year", plain_figure(vec![columns(&[5.0]), line(&[3.0])], 1)),
        ("21 years", wide),
        ("huge", plain_figure(vec![columns(&[1e12, 2e12, -5e11])], 3)),
        ("tiny", plain_figure(vec![line(&[1e-7, 2.3e-7, 0.4e-7])], 3)),
        ("flat", flat),
        ("not numbers", plain_figure(vec![line(&[f64::NAN, 4.0, f64::INFINITY, 5.0])], 4)),
        ("short", plain_figure(vec![line(&[1.0])], 6)),
        ("negative", plain_figure(vec![columns(&[-1.0, -20.0, -3.5])], 3)),
    ]
}

fn all() -> Vec<(String, Box<dyn Picture>)> {
    let samples = samples::all().into_iter().map(|(name, p)| (name.to_owned(), p));
    let extremes = extremes().into_iter().map(|(n, f)| (n.to_owned(), Box::new(f) as Box<dyn Picture>));
    samples.chain(extremes).collect()
}

#[test]
fn words_keep_apart_and_inside() {
    for (name, picture) in all() {
        for (w, h) in SIZES {
            let h = if name == "targets" { picture.height(w) } else { h };
            let (scene, _) = picture.compose(&Theme::LIGHT, w, h);
            let boxes: Vec<_> = scene.all_words().iter().map(|w| (w.text.clone(), w.bounds())).collect();
            for (i, (text, r)) in boxes.iter().enumerate() {
                let inside = r.x >= -0.5 && r.right() <= w + 0.5 && r.y >= 0.0 && r.bottom() <= h;
                assert!(inside, "{name} {w}x{h}: {text:?} at {r:?} sticks out");
                for (other, s) in &boxes[i + 1..] {
                    assert!(!r.overlaps(s), "{name} {w}x{h}: {text:?} lies on {other:?}");
                }
            }
        }
    }
}

#[test]
fn marks_stay_inside() {
    for (name, picture) in all() {
        for (w, h) in SIZES {
            let (scene, _) = picture.compose(&Theme::LIGHT, w, h);
            for shape in &scene.shapes {
                let points = match shape {
                    Shape::Rect(r, _) => vec![(r.x, r.y), (r.right(), r.bottom())],
                    Shape::Path(points, ..) | Shape::Polygon(points, _) => points.clone(),
                    Shape::Circle(at, ..) => vec![*at],
                    Shape::Words(_) => Vec::new(),
                };
                for (x, y) in points {
                    let inside = x >= -0.5 && x <= w + 0.5 && y >= -0.5 && y <= h + 0.5;
                    assert!(inside, "{name} {w}x{h}: {x} {y} of {shape:?}");
                }
            }
        }
    }
}

/// The rectangles of a colour.
pub(super) fn rects(scene: &Scene, color: Color) -> Vec<Rect> {
    let of = |shape: &Shape| match shape {
        Shape::Rect(r, c) if *c == color => Some(*r),
        _ => None,
    };
    scene.shapes.iter().filter_map(of).collect()
}

#[test]
fn columns_are_as_high_as_their_values() {
    let figure = samples::intake();
    let (scene, geometry) = figure.compose(&Theme::LIGHT, 640.0, 320.0);
    let bounds = geometry.panels[0];
    let drawn = rects(&scene, Theme::LIGHT.vocational);
    // The last six are the columns; one before them is the legend's sample.
    assert_eq!(drawn.len(), 7);
    for (i, r) in drawn[1..].iter().enumerate() {
        let value = figure.panels[0].series[0].value(i).unwrap();
        assert!((r.y - bounds.y_of(value)).abs() < 1e-9);
        assert!((r.bottom() - bounds.y_of(0.0)).abs() < 1e-9);
        assert!(geometry.year_at(r.x) == Some(i) && geometry.year_at(r.right()) == Some(i));
    }
}

#[test]
fn a_stack_is_as_high_as_its_sum() {
    let figure = samples::uses(true);
    let (_, geometry) = figure.compose(&Theme::LIGHT, 640.0, 320.0);
    let high = geometry.panels[0].high;
    let sum: f64 = figure.panels[0].series[..9].iter().filter_map(|s| s.value(5)).sum();
    assert!(high >= sum && high < sum * 1.5, "{high} {sum}");
}

#[test]
fn deficits_are_drawn_in_another_way_than_surpluses() {
    let (scene, _) = samples::balance().compose(&Theme::LIGHT, 640.0, 320.0);
    let hatched = |c: Color| scene.shapes.iter().filter(|s| matches!(s, Shape::Polygon(_, p) if *p == c)).count();
    // Three deficits and the legend's sample are hatched, no surplus is.
    assert_eq!(hatched(Theme::LIGHT.deficit), 4);
    assert_eq!(hatched(Theme::LIGHT.surplus), 0);
}

#[test]
fn a_gap_interrupts_a_line() {
    let theme = Theme::LIGHT;
    let paths = |figure: &Figure| {
        let (scene, _) = figure.compose(&theme, 300.0, 200.0);
        let own = |s: &&Shape| matches!(s, Shape::Path(p, _, c) if *c == theme.vocational && p[0].1 > 40.0);
        scene.shapes.iter().filter(own).count()
    };
    let mut figure = plain_figure(vec![line(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0])], 6);
    assert_eq!(paths(&figure), 1);
    figure.panels[0].series[0].values[2] = None;
    assert_eq!(paths(&figure), 2);
    figure.panels[0].series[0].values[2] = Some(f64::NAN);
    assert_eq!(paths(&figure), 2);
}

#[test]
fn nothing_to_draw_is_said_in_words() {
    let figures = [
        Figure { empty_message: "nothing".into(), ..Figure::default() },
        Figure { empty_message: "nothing".into(), ..plain_figure(Vec::new(), 6) },
        Figure { empty_message: "nothing".into(), ..plain_figure(vec![line(&[f64::NAN; 6])], 6) },
        Figure { empty_message: "nothing".into(), ..plain_figure(vec![line(&[1.0, 2.0])], 0) },
    ];
    for figure in figures {
        let (scene, geometry) = figure.compose(&Theme::DARK, 340.0, 260.0);
        assert!(scene.all_words().iter().any(|w| w.text == "nothing"));
        assert_eq!(geometry.year_at(100.0), None);
    }
    for (w, h) in [(0.0, 0.0), (1.0, 1.0), (30.0, 500.0), (500.0, 30.0), (f64::NAN, 10.0)] {
        for (_, picture) in all() {
            picture.compose(&Theme::LIGHT, w, h);
            svg(picture.as_ref(), &Theme::LIGHT, w, h).unwrap();
        }
    }
}

#[test]
fn the_year_under_the_pointer() {
    let (_, geometry) = samples::intake().compose(&Theme::LIGHT, 640.0, 320.0);
    let rect = geometry.panels[0].rect;
    for (i, &x) in geometry.x.iter().enumerate() {
        assert_eq!(geometry.year_at(x), Some(i));
    }
    assert_eq!(geometry.year_at(rect.x - 1.0), None);
    assert_eq!(geometry.year_at(rect.right() + 1.0), None);
    let bounds = geometry.panels[0];
    assert!((bounds.value_at(bounds.y_of(1234.5)) - 1234.5).abs() < 1e-6);
}

#[test]
fn the_table_says_what_the_picture_says() {
    let figure = samples::staff();
    let (columns, rows) = (figure.columns(), figure.rows());
    // The first series has its percentiles as well.
    assert_eq!(columns.len(), 5 + 5);
    let parts: Vec<&Part> = columns[..7].iter().map(|column| &column.part).collect();
    let percentiles = [5, 25, 50, 75, 95].map(Part::Percentile);
    assert_eq!(parts[1..6], percentiles.iter().collect::<Vec<_>>());
    assert_eq!((parts[0], parts[6]), (&Part::Value, &Part::Value));
    assert_eq!(columns[..7].iter().map(|c| c.span).collect::<Vec<_>>(), [6, 6, 6, 6, 6, 6, 1]);
    assert_eq!(rows.len(), figure.years.len());
    assert_eq!(rows[5].year, 2025);
    assert_eq!(rows[5].values, samples::known(&[177.0, 164.5, 172.0, 175.0, 179.5, 187.0, 190.0, 134.0, 21.4, 17.2]));
    let first = &figure.panels[0].series[0];
    assert_eq!(figure.ends(first), Some(((2020, 142.0), (2025, 177.0))));
}

#[test]
fn what_was_observed_has_a_mark_a_legend_and_columns_of_its_own() {
    let rings = |figure: &Figure| {
        let (scene, geometry) = figure.compose(&Theme::LIGHT, 640.0, 320.0);
        let mut rings = Vec::new();
        for shape in &scene.shapes {
            if let Shape::Circle(at, 6.4, _) = shape {
                rings.push(*at);
            }
        }
        (rings, geometry, scene.all_words().iter().any(|words| words.text == "实际"))
    };
    let figure = samples::observed();
    let (found, geometry, named) = rings(&figure);
    let bounds = geometry.panels[0];
    // Two scopes in 2023, one of them in 2021 too; the ring of the legend comes first.
    let expected = [(1, 2300.0), (3, 2241.0), (3, 2950.0)].map(|(i, value)| (geometry.x[i], bounds.y_of(value)));
    assert_eq!(found[1..], expected);
    assert!(named);
    let (columns, rows) = (figure.columns(), figure.rows());
    let parts: Vec<&Part> = columns.iter().map(|column| &column.part).collect();
    let scope = |text: &str| Part::Observed(text.to_owned());
    assert_eq!(parts, [&Part::Value, &scope("一所学校"), &Part::Error, &scope("全区"), &Part::Error]);
    assert_eq!(rows[3].values, [Some(2800.0), Some(2241.0), Some(559.0), Some(2950.0), Some(-150.0)]);
    assert_eq!(rows[1].values, [Some(2400.0), Some(2300.0), Some(100.0), None, None]);
    let mut without = figure.clone();
    without.panels[0].series[0].observed[0].values[1] = None;
    without.panels[0].series[0].observed.truncate(1);
    assert_eq!(rings(&without).0.len(), 2);
    without.panels[0].series[0].observed.clear();
    assert_eq!((rings(&without).0.len(), rings(&without).2), (0, false), "no legend for nothing");
}

#[test]
fn svg_is_one_document_of_the_asked_size() {
    let text = svg(&samples::uses(true), &Theme::PRINT, 640.0, 320.0).unwrap();
    assert!(text.starts_with("<svg width=\"640\" height=\"320\" role=\"img\" viewBox=\"0 0 6400 3200\""));
    assert!(text.trim_end().ends_with("</svg>"));
    for name in ["人员经费", "偿还债务", "收入合计", "支出（万元）", "2025"] {
        assert!(text.contains(name), "{name}");
    }
    let hostile = Figure { empty_message: "<&\">".into(), ..Figure::default() };
    assert!(svg(&hostile, &Theme::LIGHT, 300.0, 200.0).unwrap().contains("&lt;&amp;&quot;&gt;"));
}

#[test]
fn few_calls_for_a_picture() {
    for (name, picture) in samples::all() {
        let (scene, _) = picture.compose(&Theme::LIGHT, 640.0, 320.0);
        assert!(scene.shapes.len() < 420, "{name}: {}", scene.shapes.len());
    }
}

#[test]
fn bands_lie_behind_the_lines_and_cost_little() {
    let theme = Theme::LIGHT;
    let certain = samples::per_student(6).compose(&theme, 640.0, 320.0).0;
    let (scene, _) = samples::uncertain(samples::per_student(6), 0.5).compose(&theme, 640.0, 320.0);
    // Two areas, two edges and the dots of P50 a series, and the legend.
    assert!(scene.shapes.len() <= certain.shapes.len() + 2 * 5 + 6, "{}", scene.shapes.len());
    let clear = |s: &Shape| matches!(s, Shape::Polygon(_, c) | Shape::Path(_, _, c) if c.3 < 1.0);
    let line = |s: &Shape| matches!(s, Shape::Path(p, _, c) if *c == theme.vocational && p.len() == 6);
    let last_band = scene.shapes.iter().rposition(clear).unwrap();
    assert!(last_band < scene.shapes.iter().position(line).unwrap());
}

#[test]
fn the_median_of_bands_is_in_the_legend() {
    let named = |figure: &Figure| {
        let scene = figure.compose(&Theme::LIGHT, 640.0, 320.0).0;
        scene.shapes.iter().any(|shape| matches!(shape, Shape::Words(words) if words.text == "P50"))
    };
    assert!(named(&samples::uncertain(samples::per_student(6), 0.5)));
    assert!(!named(&samples::per_student(6)));
    // Over a stack the band is a whisker, which has no line through its middle.
    assert!(!named(&samples::uncertain(samples::uses(true), 0.5)));
}

#[test]
fn a_wild_band_leaves_the_values_their_room() {
    let calm = samples::per_student(6).compose(&Theme::LIGHT, 640.0, 320.0).1.panels[0];
    let (scene, geometry) = samples::uncertain(samples::per_student(6), 40.0).compose(&Theme::LIGHT, 640.0, 320.0);
    let wild = geometry.panels[0];
    assert!(wild.high - wild.low <= 4.0 * (calm.high - calm.low), "{wild:?}");
    // Where it is cut an arrow head says so.
    let heads = |s: &&Shape| matches!(s, Shape::Polygon(p, _) if p.len() == 3 && p[2].1 == wild.rect.y);
    assert!(scene.shapes.iter().filter(heads).count() > 2);
}

#[test]
fn comparisons_and_parts_of_stacks_have_no_bands() {
    let mut figure = samples::uncertain(samples::grades(), 0.3);
    let banded = |f: &Figure| f.series().filter(|(_, s)| s.is_banded()).map(|(_, s)| s.id).collect::<Vec<_>>();
    assert_eq!(banded(&figure), ["s"]);
    figure.panels[0].series.iter_mut().for_each(|s| s.comparison = true);
    assert!(banded(&figure).is_empty());
    let odd = Series::new("a", "", Mark::Line, Ink::Total, samples::known(&[1.0, 2.0, 3.0]))
        .with_band(vec![Some(Spread::of([5.0, 4.0, 3.0, 2.0, 1.0])), Some(Spread::of([0.0, f64::NAN, 0.0, 0.0, 0.0]))]);
    assert_eq!([0, 1, 2].map(|i| odd.band_at(i).map(|b| b.outer)), [Some((1.0, 5.0)), None, None]);
}
