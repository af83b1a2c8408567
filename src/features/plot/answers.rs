//! Pictures of answers in words: what is read at a row, a bin or a cell, and what each shows.

use voced_model::Lang;

use super::plotted::{Plotted, estimate, range};
use crate::phrases;
use voced_charts::{HeatMap, Histogram, Stop, Tornado, TornadoRow, Waterfall, plain};

/// What is read at a place of the picture of an answer: a row, a bin, a cell.
pub fn read_out(plotted: &Plotted, index: usize, lang: Lang) -> Option<String> {
    match plotted {
        Plotted::Chart(_) => None,
        Plotted::Histogram(histogram) => bin(histogram, index, lang),
        Plotted::Spread(histogram) => areas_in(histogram, index, lang),
        Plotted::Tornado(tornado) => input(tornado, index, lang),
        Plotted::HeatMap(map) => place(map, index, lang),
        Plotted::Waterfall(waterfall) => step(waterfall, index, lang),
    }
}

/// What the picture of an answer shows, in a sentence or a few.
pub fn summary(plotted: &Plotted, lang: Lang) -> String {
    match plotted {
        Plotted::Chart(_) => String::new(),
        Plotted::Histogram(histogram) => spread(histogram, lang),
        Plotted::Spread(histogram) => spread_of_areas(histogram, lang),
        Plotted::Tornado(tornado) => what_matters(tornado, lang),
        Plotted::HeatMap(map) => landscape(map, lang),
        Plotted::Waterfall(waterfall) => way(waterfall, lang),
    }
}

/// A text in brackets.
fn aside(text: &str, lang: Lang) -> String {
    lang.bracketed(text)
}

/// Parts of a sentence in a row.
fn listed(parts: Vec<String>, lang: Lang) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// A bin and its share.
pub fn bin(histogram: &Histogram, index: usize, lang: Lang) -> Option<String> {
    let bin = histogram.bins.get(index)?;
    let ends = range((bin.from, bin.to), histogram.decimals, lang);
    let (unit, share) = (&histogram.unit, plain(histogram.share(bin), 1));
    Some(lang.pick(format!("{unit} {ends}：占抽样的 {share}%"), format!("{unit} {ends}: {share}% of the draws")))
}

/// A bin and how many areas are in it.
fn areas_in(histogram: &Histogram, index: usize, lang: Lang) -> Option<String> {
    let bin = histogram.bins.get(index)?;
    let ends = range((bin.from, bin.to), histogram.decimals, lang);
    let (unit, count) = (&histogram.unit, bin.count);
    Some(lang.pick(format!("{unit} {ends}：{count}个地区"), format!("{unit} {ends}: {count} areas")))
}

/// How areas are spread.
fn spread_of_areas(histogram: &Histogram, lang: Lang) -> String {
    told(histogram, lang, |unit, areas, ends, peak| {
        lang.pick(
            format!("{areas} 个地区的分布，{unit}：{ends}，最集中于 {peak}"),
            format!("{areas} areas, {unit}: {ends}, most often {peak}"),
        )
    })
}

/// How the draws are spread.
pub fn spread(histogram: &Histogram, lang: Lang) -> String {
    told(histogram, lang, |unit, draws, ends, peak| {
        lang.pick(
            format!("{draws} 次抽样的结果分布，{unit}：{ends}，最集中于 {peak}"),
            format!("Results of {draws} draws, {unit}: {ends}, most often {peak}"),
        )
    })
}

/// A histogram in words: `say` makes a sentence of the unit, how many there are, their ends and where most are.
fn told(histogram: &Histogram, lang: Lang, say: impl Fn(&str, &str, &str, &str) -> String) -> String {
    let known: Vec<_> = histogram.bins.iter().filter(|bin| bin.count > 0).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return histogram.empty_message.clone() };
    let most = known.iter().max_by_key(|bin| bin.count).unwrap_or(first);
    let ends = range((first.from, last.to), histogram.decimals, lang);
    let peak = range((most.from, most.to), histogram.decimals, lang);
    let count = plain(known.iter().map(|bin| f64::from(bin.count)).sum(), 0);
    let said = say(&histogram.unit, &count, &ends, &peak);
    let marks = histogram.landmarks.iter().map(|mark| mark.label.clone());
    listed(std::iter::once(said).chain(marks).collect(), lang)
}

/// The results at both ends of an input.
fn ends(tornado: &Tornado, row: &TornadoRow, lang: Lang) -> String {
    let text = |value: Option<f64>| match value.filter(|value| value.is_finite()) {
        Some(value) => plain(value, tornado.decimals),
        None => phrases::NO_VALUE.get(lang).to_owned(),
    };
    let (low, high) = (text(row.low), text(row.high));
    let comma = lang.pick("，", ", ");
    format!("{} → {low}{comma}{} → {high}", row.low_text, row.high_text)
}

/// An input, its ends, and its indices.
pub fn input(tornado: &Tornado, index: usize, lang: Lang) -> Option<String> {
    let row = tornado.rows.get(index)?;
    let own = if row.is_own { aside(&tornado.own_name, lang) } else { String::new() };
    let said = format!("{}{own}{}{}", row.label, lang.pick("：", ": "), ends(tornado, row, lang));
    let indices = tornado.indices.as_ref().zip(row.indices).map(|(names, (first, total))| {
        let comma = lang.pick("，", ", ");
        let both =
            format!("{} {}{comma}{} {}", names.first, estimate(&first, lang), names.total, estimate(&total, lang));
        let noise = if row.is_noise() { aside(&names.noise, lang) } else { String::new() };
        format!("{both}{noise}")
    });
    Some(listed(vec![said, indices.unwrap_or_default()], lang))
}

/// Which inputs matter most.
pub fn what_matters(tornado: &Tornado, lang: Lang) -> String {
    if tornado.is_empty() {
        return tornado.empty_message.clone();
    }
    let (unit, centre, count) = (&tornado.unit, &tornado.centre_label, tornado.rows.len());
    let said = lang.pick(
        format!("{count} 项可调项各自变动时的结果，{unit}；{centre}；影响最大的是"),
        format!("Results as each of {count} levers moves alone, {unit}; {centre}; what matters most"),
    );
    let rows = tornado.rows.iter().take(3);
    let rows = rows.map(|row| format!("{}{}", row.label, aside(&ends(tornado, row, lang), lang)));
    format!("{said}{}{}", lang.pick("：", ": "), listed(rows.collect(), lang))
}

/// Whether a value of a map meets its goal.
fn meets(map: &HeatMap, value: f64) -> Option<bool> {
    let goal = map.goal.as_ref()?;
    Some(if goal.at_least { value >= goal.value } else { value <= goal.value })
}

/// A cell: both levels, the result, and whether it meets the goal.
pub fn place(map: &HeatMap, index: usize, lang: Lang) -> Option<String> {
    let across = map.x.ticks.len().max(1);
    let (x, y) = (map.x.ticks.get(index % across)?, map.y.ticks.get(index / across)?);
    let (colon, comma) = (lang.pick("：", ": "), lang.pick("，", ", "));
    let at = format!("{} {}{comma}{} {}", map.x.name, x.1, map.y.name, y.1);
    let Some(value) = map.value(index) else { return Some(format!("{at}{colon}{}", phrases::NO_VALUE.get(lang))) };
    let goal = meets(map, value).zip(map.goal.as_ref()).map(|(met, goal)| {
        let word = if met { lang.pick("达成", "met") } else { lang.pick("未达成", "missed") };
        format!("{comma}{} {word}", goal.label)
    });
    Some(format!("{at}{colon}{} {}{}", map.name, plain(value, map.decimals), goal.unwrap_or_default()))
}

/// The lie of a map: its ends, and how much of it meets the goal.
pub fn landscape(map: &HeatMap, lang: Lang) -> String {
    let (across, last) = (map.x.ticks.len(), map.cells.len());
    let known = || (0..last).filter_map(|i| Some((i, map.value(i)?)));
    let lowest = known().min_by(|a, b| a.1.total_cmp(&b.1));
    let highest = known().max_by(|a, b| a.1.total_cmp(&b.1));
    let (Some(lowest), Some(highest)) = (lowest, highest) else { return map.empty_message.clone() };
    let at = |(index, value): (usize, f64)| {
        let text = |ticks: &[(f64, String)], n: usize| ticks.get(n).map(|tick| tick.1.clone()).unwrap_or_default();
        let (x, y) = (text(&map.x.ticks, index % across.max(1)), text(&map.y.ticks, index / across.max(1)));
        format!("{}{}", plain(value, map.decimals), aside(&format!("{x}{}{y}", lang.pick("、", ", ")), lang))
    };
    let (name, x, y, low, high) = (&map.name, &map.x.name, &map.y.name, at(lowest), at(highest));
    let said = lang.pick(
        format!("{name}随“{x}”和“{y}”的变化：最低 {low}，最高 {high}"),
        format!("{name} over {x} and {y}: lowest {low}, highest {high}"),
    );
    let met = map.goal.as_ref().map(|goal| {
        let all = known().count();
        let met = known().filter(|(_, value)| meets(map, *value) == Some(true)).count();
        let label = &goal.label;
        lang.pick(format!("{all} 格中 {met} 格达成 {label}"), format!("{met} of {all} cells meet {label}"))
    });
    listed(vec![said, met.unwrap_or_default()], lang)
}

/// An end of the way, or a step with its range.
pub fn step(waterfall: &Waterfall, index: usize, lang: Lang) -> Option<String> {
    let (colon, comma) = (lang.pick("：", ": "), lang.pick("，", ", "));
    let stop = |stop: &Stop| format!("{}{comma}{}{colon}{}", waterfall.unit, stop.label, stop.text);
    let Some(n) = index.checked_sub(1) else { return Some(stop(&waterfall.from)) };
    let Some(step) = waterfall.steps.get(n) else {
        return (n == waterfall.steps.len()).then(|| stop(&waterfall.to));
    };
    let error = step.error.map(|error| aside(&range(error, waterfall.decimals, lang), lang)).unwrap_or_default();
    Some(format!("{}{colon}{}{error}", step.label, step.text))
}

/// The way in a sentence.
pub fn way(waterfall: &Waterfall, lang: Lang) -> String {
    if waterfall.is_empty() {
        return waterfall.empty_message.clone();
    }
    let (from, to, unit) = (&waterfall.from, &waterfall.to, &waterfall.unit);
    let said = lang.pick(
        format!("从“{}”的 {} 到“{}”的 {}，{unit}", from.label, from.text, to.label, to.text),
        format!("From {} ({}) to {} ({}), {unit}", from.text, from.label, to.text, to.label),
    );
    let steps = waterfall.steps.iter().map(|step| format!("{} {}", step.label, step.text));
    format!("{said}{}{}", lang.pick("：", ": "), listed(steps.collect(), lang))
}

#[cfg(test)]
mod tests {
    use crate::features::plot::plotted::{Grid, Plotted};
    use crate::features::plot::reading::{read_out, summary};
    use voced_charts::samples_answers as samples;
    use voced_model::Lang;

    fn all(zh: bool) -> [Plotted; 4] {
        [
            Plotted::Histogram(samples::histogram(zh)),
            Plotted::Tornado(samples::tornado(zh, true)),
            Plotted::HeatMap(samples::heat_map(zh, 13, 11)),
            Plotted::Waterfall(samples::waterfall(zh)),
        ]
    }

    #[test]
    fn what_is_read_is_a_line_in_either_language() {
        let [histogram, tornado, map, waterfall] = all(true);
        let zh = |plotted: &Plotted, index| read_out(plotted, index, Lang::Zh);
        assert_eq!(zh(&histogram, 9), "在校生（人） 3,350–3,400：占抽样的 13.3%");
        assert_eq!(
            zh(&tornado, 1),
            "中职学生年流失率（含转学与退学）（您设定的范围）：38.5% → 3,606，46.0% → 3,228；\
             单独 0.25（0.19–0.30），含与其他可调项的共同作用 0.30（0.24–0.35）"
        );
        assert_eq!(zh(&map, 5), "初中毕业生升入中职的比例 40.4%，每年新招聘专任教师（人） 0：无数值");
        assert_eq!(
            zh(&map, 0),
            "初中毕业生升入中职的比例 30.0%，每年新招聘专任教师（人） 0：2025 年生师比 14.9，≤ 16.2 达成"
        );
        assert_eq!(zh(&waterfall, 0), "2025 年中职在校生（人），现状延续：2,769");
        assert_eq!(zh(&waterfall, 1), "初中毕业生升入中职的比例：+640（580–685）");
        assert_eq!(zh(&waterfall, 99), "");
        let [histogram, tornado, map, waterfall] = all(false);
        let en = |plotted: &Plotted| read_out(plotted, 2, Lang::En);
        assert_eq!(en(&histogram), "vocational students, persons 3,000–3,050: 0.9% of the draws");
        assert_eq!(
            en(&tornado),
            "Weight of part-time teachers: 38.5% → 3,256, 46.0% → 3,508; alone 0.17 (0.11–0.22), with interactions 0.20 (0.14–0.25)"
        );
        assert!(
            en(&map).ends_with(
                "Hires of full-time teachers a year, persons 0: Students per teacher in 2025 16.0, ≤ 16.2 met"
            )
        );
        assert_eq!(en(&waterfall), "Yearly dropout of vocational students, with transfers: −210");
    }

    #[test]
    fn what_is_shown_is_a_sentence_in_either_language() {
        let zh = all(true).map(|plotted| summary(&plotted, Lang::Zh));
        assert!(
            zh[0].starts_with("7,503 次抽样的结果分布，在校生（人）：2,900–3,900，最集中于 3,350–3,400；"),
            "{}",
            zh[0]
        );
        assert!(zh[1].contains("影响最大的是：初中毕业生升入中职的比例（38.5% → 2,976，"), "{}", zh[1]);
        assert!(zh[2].contains("格达成 ≤ 16.2"), "{}", zh[2]);
        assert!(zh[3].starts_with("从“现状延续”的 2,769 到“规划（征求意见稿）”的 3,396，"), "{}", zh[3]);
        for said in all(false).map(|plotted| summary(&plotted, Lang::En)) {
            assert!(said.len() > 100 && !said.contains(['：', '；', '（']), "{said}");
        }
    }

    #[test]
    fn tables_have_a_cell_under_every_head() {
        for lang in Lang::ALL {
            for plotted in all(lang == Lang::Zh) {
                let grid = Grid::of(&plotted, lang);
                assert!(grid.head.iter().all(|head| !head.is_empty()), "{:?}", grid.head);
                assert!(grid.rows.iter().all(|row| row.cells.len() + 1 == grid.head.len()), "{grid:?}");
                assert_eq!(grid.by_cell, matches!(plotted, Plotted::HeatMap(_)));
            }
        }
        let grid = Grid::of(&all(true)[2], Lang::Zh);
        // The highest level is on top.
        assert_eq!((grid.rows[0].index, grid.rows[0].name.as_str(), grid.rows[10].index), (130, "40", 0));
        assert_eq!(grid.rows[10].cells[0], "14.9");
        assert_eq!(grid.rows[10].cells[5], "");
    }
}
