//! The tables of pictures, from the same data as the pictures, with plain numbers.

use voced_model::{Lang, Words};

use super::sheet::{ExportTable, TableCell, heading};
use crate::features::explore::charts::view_model::Drawing;
use crate::features::plot::plotted::Plotted;
use crate::features::plot::table::part_name;
use crate::phrases;
use voced_charts::{Estimate, Figure, HeatMap, Histogram, Part, Progress, Tornado, Waterfall};

/// The table of a plot.
pub fn of_plot(plotted: &Plotted, title: &str, lang: Lang) -> ExportTable {
    let (head, rows) = match plotted {
        Plotted::Chart(Drawing::Figure(figure)) => of_figure(figure, lang),
        Plotted::Chart(Drawing::Progress(progress)) => of_progress(progress, lang),
        Plotted::Histogram(histogram) => of_histogram(histogram, phrases::DRAWS, lang),
        Plotted::Spread(histogram) => of_histogram(histogram, phrases::AREAS_COUNT, lang),
        Plotted::Tornado(tornado) => of_tornado(tornado, lang),
        Plotted::HeatMap(map) => of_map(map, lang),
        Plotted::Waterfall(waterfall) => of_waterfall(waterfall, lang),
    };
    ExportTable { title: title.to_owned(), head, rows }
}

type Table = (Vec<String>, Vec<Vec<TableCell>>);

fn words<const N: usize>(list: [&str; N]) -> Vec<String> {
    list.map(str::to_owned).to_vec()
}

/// A row a year, a column a series, each followed by its percentiles and by what was observed.
fn of_figure(figure: &Figure, lang: Lang) -> Table {
    let comparison = figure.comparison_name.as_deref().unwrap_or_default();
    let columns = figure.columns();
    let heads = columns.iter().map(|column| {
        let mut name = column.name.clone();
        if column.comparison {
            name = format!("{name} · {comparison}");
        }
        if column.part != Part::Value {
            let (part, scope) = part_name(&column.part, lang);
            let scope = scope.map(|scope| lang.bracketed(scope)).unwrap_or_default();
            name = format!("{name} {part}{scope}");
        }
        heading(&name, &column.unscaled.unit, lang)
    });
    let row = |row: &voced_charts::FigureRow| {
        let values = row.values.iter().zip(&columns);
        let cells = values.map(|(value, column)| TableCell::number(value.map(|value| column.unscaled.of(value))));
        std::iter::once(TableCell::Number(f64::from(row.year))).chain(cells).collect()
    };
    (
        std::iter::once(phrases::YEAR.get(lang).to_owned()).chain(heads).collect(),
        figure.rows().iter().map(row).collect(),
    )
}

fn percent(share: Option<f64>) -> TableCell {
    TableCell::of(share, Some(voced_model::Unit::Share))
}

fn of_progress(progress: &Progress, lang: Lang) -> Table {
    let target = phrases::TARGET.get(lang);
    let head = vec![
        target.to_owned(),
        heading(&format!("{} / {target}", phrases::RESULT.get(lang)), "%", lang),
        format!("{} / {target}", phrases::RESULT.get(lang)),
        heading(phrases::CHANCE.get(lang), "%", lang),
    ];
    let rows = progress.rows.iter().map(|row| {
        vec![TableCell::text(&row.label), percent(row.share), TableCell::text(&row.text), percent(row.chance)]
    });
    (head, rows.collect())
}

fn of_histogram(histogram: &Histogram, counted: Words, lang: Lang) -> Table {
    let scale = &histogram.unscaled;
    let [from, to] = [phrases::BIN_FROM, phrases::BIN_TO].map(|words| heading(words.get(lang), &scale.unit, lang));
    let head = vec![from, to, counted.get(lang).to_owned(), histogram.share_label.clone()];
    let rows = histogram.bins.iter().map(|bin| {
        let share = voced_charts::Unscaled::default().of(histogram.share(bin));
        [scale.of(bin.from), scale.of(bin.to), f64::from(bin.count), share]
            .map(|value| TableCell::number(Some(value)))
            .to_vec()
    });
    (head, rows.collect())
}

fn of_tornado(tornado: &Tornado, lang: Lang) -> Table {
    let scale = &tornado.unscaled;
    let result = |name: &str| heading(&format!("{} · {name}", phrases::RESULT.get(lang)), &scale.unit, lang);
    let mut head = words([phrases::INPUT.get(lang), &tornado.low_name]);
    head.extend([result(&tornado.low_name), tornado.high_name.clone(), result(&tornado.high_name)]);
    if let Some(names) = &tornado.indices {
        for name in [&names.first, &names.total] {
            head.extend(["", " P5", " P95"].map(|part| format!("{name}{part}")));
        }
    }
    let estimate =
        |found: &Estimate| [found.value, found.ends.0, found.ends.1].map(|value| TableCell::number(Some(value)));
    let rows = tornado.rows.iter().map(|row| {
        let number = |value: Option<f64>| TableCell::number(value.map(|value| scale.of(value)));
        let mut cells = vec![
            TableCell::text(&row.label),
            TableCell::text(&row.low_text),
            number(row.low),
            TableCell::text(&row.high_text),
            number(row.high),
        ];
        if tornado.indices.is_some() {
            match &row.indices {
                Some((first, total)) => cells.extend([estimate(first), estimate(total)].concat()),
                None => cells.extend(vec![TableCell::Empty; 6]),
            }
        }
        cells
    });
    (head, rows.collect())
}

/// A row a cell of the map: both levels and the result.
fn of_map(map: &HeatMap, lang: Lang) -> Table {
    // The map's own name says its scale; here the result has none.
    let result = heading(phrases::RESULT.get(lang), &map.unscaled.unit, lang);
    let head = vec![map.x.name.clone(), map.y.name.clone(), result];
    let across = map.x.ticks.len();
    let mut rows = Vec::with_capacity(map.cells.len());
    for (j, (y, _)) in map.y.ticks.iter().enumerate() {
        for (i, (x, _)) in map.x.ticks.iter().enumerate() {
            let value = map.value(j * across + i).map(|value| map.unscaled.of(value));
            let level = |level: f64| TableCell::number(Some(voced_charts::Unscaled::default().of(level)));
            rows.push(vec![level(*x), level(*y), TableCell::number(value)]);
        }
    }
    (head, rows)
}

fn of_waterfall(waterfall: &Waterfall, lang: Lang) -> Table {
    let scale = &waterfall.unscaled;
    let [value, low, high] = [phrases::CAUSE_ADDS, phrases::CAUSE_LOW, phrases::CAUSE_HIGH]
        .map(|words| heading(words.get(lang), &scale.unit, lang));
    let head = vec![phrases::CAUSE.get(lang).to_owned(), value, low, high];
    let number = |value: Option<f64>| TableCell::number(value.map(|value| scale.of(value)));
    let row = |label: &str, value: Option<f64>, error: Option<(f64, f64)>| {
        vec![
            TableCell::text(label),
            number(value),
            number(error.map(|error| error.0)),
            number(error.map(|error| error.1)),
        ]
    };
    let mut rows = vec![row(&waterfall.from.label, Some(waterfall.from.value), None)];
    rows.extend(waterfall.steps.iter().map(|step| row(&step.label, step.change, step.error)));
    rows.push(row(&waterfall.to.label, Some(waterfall.to.value), None));
    (head, rows)
}
