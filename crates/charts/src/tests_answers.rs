//! Properties of the pictures without years, over both languages and many widths.

use super::samples_answers::all;
use super::scene::Shape;
use super::tests::rects;
use super::{samples_answers as samples, *};

const WIDTHS: [f64; 6] = [320.0, 340.0, 480.0, 520.0, 700.0, 1000.0];

type Named = (&'static str, Box<dyn Picture>);

/// Pictures at the edge of what there can be.
fn extremes() -> Vec<Named> {
    let mut tornado = samples::tornado(true, true);
    tornado.rows[0].low = Some(f64::NAN);
    tornado.rows[1].high = None;
    tornado.rows[2].low = Some(f64::INFINITY);
    tornado.rows[3].indices =
        Some((Estimate { value: f64::NAN, ends: (0.0, 1.0) }, Estimate { value: 3.0, ends: (f64::NAN, 1.0) }));
    let mut still = samples::tornado(false, false);
    still.rows.iter_mut().for_each(|row| (row.low, row.high) = (Some(3396.0), Some(3396.0)));
    let mut histogram = samples::histogram(true);
    histogram.bins[3].to = f64::NAN;
    histogram.landmarks[0].value = f64::INFINITY;
    histogram.landmarks[1].value = -1e12;
    let one = Histogram { bins: vec![Bin { from: 7.0, to: 7.0, count: 1 }], ..samples::histogram(false) };
    let mut map = samples::heat_map(true, 5, 4);
    map.cells = vec![Some(3.0), None, Some(f64::NAN), Some(f64::INFINITY), Some(3.0)];
    map.here = Some((f64::NAN, 9e9));
    let mut corner = samples::heat_map(false, 2, 2);
    corner.here = Some((-5.0, 9e9));
    let mut cell = samples::heat_map(false, 2, 2);
    (cell.x.ticks, cell.y.ticks) = (vec![(1.0, "1".into())], vec![(2.0, "2".into())]);
    let mut waterfall = samples::waterfall(true);
    waterfall.steps[0].change = Some(f64::NAN);
    waterfall.steps[1].change = None;
    waterfall.steps[2].error = Some((f64::NEG_INFINITY, f64::NAN));
    waterfall.steps[5].error = Some((-1e15, 1e15));
    let mut flat = samples::waterfall(false);
    flat.to.value = flat.from.value;
    flat.steps.iter_mut().for_each(|step| step.change = Some(0.0));
    vec![
        ("tornado of gaps", Box::new(tornado)),
        ("still tornado", Box::new(still)),
        ("wild histogram", Box::new(histogram)),
        ("one bin", Box::new(one)),
        ("map of gaps", Box::new(map)),
        ("corner", Box::new(corner)),
        ("one cell", Box::new(cell)),
        ("wild waterfall", Box::new(waterfall)),
        ("flat waterfall", Box::new(flat)),
    ]
}

fn every() -> impl Iterator<Item = (&'static str, f64, f64, Scene, Geometry)> {
    all().into_iter().chain(extremes()).flat_map(|(name, picture)| {
        WIDTHS.map(|width| {
            let height = picture.height(width);
            let (scene, geometry) = picture.compose(&Theme::LIGHT, width, height);
            (name, width, height, scene, geometry)
        })
    })
}

#[test]
fn words_keep_apart_and_inside() {
    for (name, w, h, scene, _) in every() {
        let boxes: Vec<_> = scene.all_words().iter().map(|w| (w.text.clone(), w.bounds())).collect();
        assert!(boxes.len() > 3, "{name} {w}: {boxes:?}");
        for (i, (text, r)) in boxes.iter().enumerate() {
            let inside = r.x >= 0.0 && r.right() <= w && r.y >= 0.0 && r.bottom() <= h;
            assert!(inside, "{name} {w}x{h}: {text:?} at {r:?} sticks out");
            assert!(text.chars().any(|c| c != '…'), "{name} {w}: an empty word");
            for (other, s) in &boxes[i + 1..] {
                assert!(!r.overlaps(s), "{name} {w}x{h}: {text:?} {r:?} lies on {other:?} {s:?}");
            }
        }
    }
}

#[test]
fn marks_are_numbers_and_stay_inside() {
    for (name, w, h, scene, geometry) in every() {
        for shape in &scene.shapes {
            let points = match shape {
                Shape::Rect(r, _) => vec![(r.x, r.y), (r.right(), r.bottom())],
                Shape::Path(points, ..) | Shape::Polygon(points, _) => points.clone(),
                Shape::Circle(at, ..) => vec![*at],
                Shape::Words(words) => vec![(words.x, words.y)],
            };
            for (x, y) in points {
                let inside = (-0.5..=w + 0.5).contains(&x) && (-0.5..=h + 0.5).contains(&y);
                assert!(inside, "{name} {w}x{h}: {x} {y} of {shape:?}");
            }
        }
        assert!(scene.shapes.len() < 700, "{name} {w}: {}", scene.shapes.len());
        for (i, cell) in geometry.cells.iter().enumerate().filter(|(_, cell)| cell.w > 0.0) {
            assert!(
                cell.x >= 0.0 && cell.right() <= w + 0.1 && cell.y >= 0.0 && cell.bottom() <= h,
                "{name}: {cell:?}"
            );
            let middle = (cell.x + cell.w / 2.0, cell.y + cell.h / 2.0);
            assert_eq!(geometry.at(middle), Some(i), "{name} {w}");
        }
    }
}

#[test]
fn every_size_and_theme_is_drawn_without_panic() {
    for (_, picture) in all().into_iter().chain(extremes()) {
        for (w, h) in [(0.0, 0.0), (1.0, 1.0), (30.0, 500.0), (500.0, 30.0), (f64::NAN, 10.0), (320.0, f64::NAN)] {
            picture.compose(&Theme::LIGHT, w, h);
        }
        for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
            for width in [1.0, 320.0, 700.0] {
                let text = svg(picture.as_ref(), &theme, width, picture.height(width)).unwrap();
                assert!(!text.contains("NaN") && !text.contains("inf"));
            }
        }
    }
}

#[test]
fn nothing_to_draw_is_said_in_words() {
    let empty_message = || String::from("nothing");
    let pictures: [Box<dyn Picture>; 6] = [
        Box::new(Histogram { empty_message: empty_message(), ..Histogram::default() }),
        Box::new(Tornado { empty_message: empty_message(), ..Tornado::default() }),
        Box::new(HeatMap { empty_message: empty_message(), ..HeatMap::default() }),
        Box::new(HeatMap { cells: vec![None; 900], ..samples::heat_map(true, 3, 3) }),
        Box::new(Waterfall { empty_message: empty_message(), ..Waterfall::default() }),
        Box::new(Waterfall { from: Stop { value: f64::NAN, ..Stop::default() }, ..samples::waterfall(true) }),
    ];
    for picture in pictures {
        let (scene, geometry) = picture.compose(&Theme::DARK, 340.0, picture.height(340.0));
        assert_eq!(scene.all_words().iter().map(|w| w.text.as_str()).collect::<Vec<_>>(), ["nothing"]);
        assert!(geometry.cells.is_empty() && geometry.at((100.0, 50.0)).is_none());
        assert_eq!(geometry.beside(3, (1.0, 0.0)), 0);
    }
}

#[test]
fn bars_are_as_long_as_what_they_show() {
    let histogram = samples::histogram(true);
    let (scene, _) = histogram.compose(&Theme::LIGHT, 700.0, 300.0);
    let bars = rects(&scene, Theme::LIGHT.vocational);
    let known: Vec<&Bin> = histogram.bins.iter().filter(|bin| bin.count > 0).collect();
    assert_eq!(bars.len(), known.len());
    for (bar, bin) in bars.iter().zip(&known) {
        let expected = bars[0].h * f64::from(bin.count) / f64::from(known[0].count);
        assert!((bar.h - expected).abs() < 1e-6);
    }
    assert!((histogram.bins.iter().map(|bin| histogram.share(bin)).sum::<f64>() - 100.0).abs() < 1e-9);

    // Less is framed and hatched, more is filled: as many of each as there are rows, and the legend.
    let (scene, _) = samples::tornado(true, false).compose(&Theme::LIGHT, 700.0, 400.0);
    let hatched = |c: Color| scene.shapes.iter().filter(|s| matches!(s, Shape::Polygon(_, p) if *p == c)).count();
    assert_eq!(rects(&scene, Theme::LIGHT.vocational).len(), 8);
    assert_eq!(hatched(Theme::LIGHT.general), 8);
}

#[test]
fn the_arrows_walk_through_rows_and_cells() {
    let (left, right, up, down) = ((-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0));
    let (_, rows) = samples::waterfall(true).compose(&Theme::LIGHT, 700.0, 400.0);
    assert_eq!([down, right, up, left].map(|key| rows.beside(3, key)), [4, 4, 2, 2]);
    assert_eq!([down, up].map(|key| [rows.beside(8, key), rows.beside(0, key)]), [[8, 1], [7, 0]]);
    let (_, map) = samples::heat_map(true, 13, 11).compose(&Theme::LIGHT, 700.0, 500.0);
    assert_eq!([right, left, up, down].map(|key| map.beside(14, key)), [15, 13, 27, 1]);
    assert_eq!([right, down].map(|key| map.beside(12, key)), [12, 12]);
    assert_eq!(map.beside(999, right), 142);
}

#[test]
fn higher_is_further_from_the_paper() {
    for theme in [Theme::LIGHT, Theme::DARK, Theme::PRINT] {
        let far = |share: f64| {
            let (a, b) = (theme.heat(share), theme.paper);
            let grey = |c: Color| 0.3 * f64::from(c.0) + 0.59 * f64::from(c.1) + 0.11 * f64::from(c.2);
            (grey(a) - grey(b)).abs()
        };
        let steps: Vec<f64> = (0..=10).map(|n| far(f64::from(n) / 10.0)).collect();
        assert!(steps.windows(2).all(|pair| pair[1] > pair[0] + 5.0), "{steps:?}");
        assert!(steps[0] > 8.0 && steps[10] > 140.0, "{steps:?}");
    }
}

#[test]
fn few_cells_far_from_all_others_do_not_take_the_colours() {
    // Two hundred cells from 10 to 20, and one of a million.
    let mut map = samples::heat_map(true, 20, 10);
    map.goal = None;
    map.cells = (0..200).map(|i| Some(10.0 + f64::from(i) / 20.0)).collect();
    let ends = |map: &HeatMap| map.shaded().expect("has results");
    assert_eq!(ends(&map), ((10.0, 19.95), [false; 2]));
    map.cells[77] = Some(1e6);
    let ((low, high), beyond) = ends(&map);
    assert!(low >= 10.0 && high < 20.0, "{low} to {high}");
    assert_eq!(beyond, [true, true]);
    // The goal stays among the colours.
    map.goal = Some(HeatGoal { value: 400.0, at_least: true, label: String::new(), name: String::new() });
    assert_eq!(ends(&map).0.1, 400.0);
    // A colour beyond the last one says so.
    let (scene, _) = map.compose(&Theme::LIGHT, 700.0, map.height(700.0));
    let said = |sign: &str| {
        scene.shapes.iter().any(|shape| matches!(shape, Shape::Words(words) if words.text.starts_with(sign)))
    };
    assert!(said("≥ 400") && said("≤ 1"), "the ends of the colours are not all there is");
}

#[test]
fn a_first_index_above_its_total_is_called_noise() {
    let mut tornado = samples::tornado(true, true);
    assert!(tornado.rows.iter().all(|row| !row.is_noise()));
    let index = |value: f64| Estimate { value, ends: (value - 0.03, value + 0.03) };
    tornado.rows[2].indices = Some((index(0.31), index(0.29)));
    assert!(tornado.rows[2].is_noise());
    // What reads the same is not said to differ.
    tornado.rows[3].indices = Some((index(0.312), index(0.309)));
    assert!(!tornado.rows[3].is_noise());
}
