//! `voced uncertainty`: how sure a projection is.

use voced_analysis::uncertainty;
use voced_scenario::named_quantity;

use csv::WriterBuilder;
use voced_analysis::uncertainty::{Draws, LEAST_EFFECTIVE, MAX_DRAWS, Paired, Sampler, Weights};
use voced_model::{Allowed, Lang, Quantity, format};
use voced_scenario::{Fault, Problem, ResolvedScenario, SEEDS, Target};

use crate::arguments::{ListFormat, UncertaintyOptions};
use crate::columns::{Alignment, aligned};
use crate::{Printed, json, scenario_file};

/// The most values that are kept at a time: a gigabyte.
const MAX_VALUES: usize = 1 << 27;

/// Samples a scenario file.
pub fn answer(options: &UncertaintyOptions, lang: Lang) -> Printed {
    let mut resolved = scenario_file::open(&options.file, lang)?;
    let said = |faults: Vec<Fault>| -> Vec<String> { faults.iter().map(|fault| fault.message(lang)).collect() };
    let (quantities, seed) = asked(&resolved, options).map_err(said)?;
    resolved.scenario.seed = seed;
    if let Some(against) = &options.against {
        let against = uncertainty::twin(&resolved, &scenario_file::open(against, lang)?);
        return paired(&resolved, &against, &quantities, options, lang);
    }
    let draws = uncertainty::on_all_processors(&resolved, options.draws, &quantities, options.conditioned);
    if options.conditioned && draws.weights().is_none() {
        return Err(said(vec![Fault::new("--conditioned", Problem::NothingObserved)]));
    }
    if let Some(file) = &options.draws_out {
        write_draws(file, &resolved, &draws, None).map_err(|error| vec![format!("{file}: {error}")])?;
    }
    match options.format {
        ListFormat::Json => json(&draws.report(&resolved, options.histograms)),
        ListFormat::Table => Ok(table(&resolved, &draws, &resolved.scenario.area().targets, lang)),
    }
}

/// The same draws through two scenarios.
fn paired(
    resolved: &ResolvedScenario,
    against: &ResolvedScenario,
    quantities: &[Quantity],
    options: &UncertaintyOptions,
    lang: Lang,
) -> Printed {
    let [own, other] =
        [resolved, against].map(|one| uncertainty::on_all_processors(one, options.draws, quantities, false));
    let paired = Paired { own, against: other };
    if let Some(file) = &options.draws_out {
        write_draws(file, resolved, &paired.own, Some(&paired.against))
            .map_err(|error| vec![format!("{file}: {error}")])?;
    }
    match options.format {
        ListFormat::Json => json(&paired.report(resolved, options.histograms)),
        ListFormat::Table => {
            let note = lang.pick("两个方案逐次抽样之差\n", "differences between the two scenarios, draw by draw\n");
            Ok(format!("{note}{}", table(resolved, &paired.differences(), &[], lang)))
        }
    }
}

/// The quantities and the seed that were asked for.
fn asked(resolved: &ResolvedScenario, options: &UncertaintyOptions) -> Result<(Vec<Quantity>, u32), Vec<Fault>> {
    let mut faults = Vec::new();
    let mut quantities = Vec::new();
    for id in &options.quantity {
        match named_quantity("--quantity", id) {
            Ok(quantity) if quantities.contains(&quantity) => {}
            Ok(quantity) => quantities.push(quantity),
            Err(fault) => faults.push(fault),
        }
    }
    if options.quantity.is_empty() {
        quantities = Quantity::ALL.to_vec();
    }
    // Of two scenarios and their differences.
    let sets = if options.against.is_some() { 3 } else { 1 };
    let room = MAX_VALUES / (sets * quantities.len().max(1) * resolved.model_inputs.years);
    let most = f64::from(MAX_DRAWS).min(room as f64);
    let mut judge = |at: &str, value: f64, allowed: Allowed| {
        faults.extend(Problem::of(&allowed, value).map(|problem: Problem| Fault::new(at, problem)));
    };
    judge("--draws", f64::from(options.draws), Allowed { min: 1.0, max: most, whole: true, unit: None });
    let seed = options.seed.unwrap_or(resolved.scenario.seed);
    judge("--seed", f64::from(seed), SEEDS);
    if faults.is_empty() { Ok((quantities, seed)) } else { Err(faults) }
}

/// One row a draw: its number, its weight where draws were weighed, the level of every input drawn, every quantity kept
/// in every year; then the same of what it is held against.
fn write_draws(
    file: &str,
    resolved: &ResolvedScenario,
    draws: &Draws,
    against: Option<&Draws>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut writer = WriterBuilder::new().from_path(file)?;
    let inputs = draws.inputs().iter().map(|uncertain| format!("input:{}", uncertain.input.id()));
    let mut heads = Vec::new();
    let mut columns: Vec<&[f64]> = Vec::new();
    for (draws, mark) in std::iter::once((draws, "")).chain(against.map(|against| (against, "against:"))) {
        for quantity in draws.quantities() {
            for (t, year) in draws.years().enumerate() {
                heads.push(format!("{mark}{quantity}[{year}]"));
                columns.push(draws.values(*quantity, t));
            }
        }
    }
    let weights = draws.weights();
    let weighed = weights.iter().map(|_| "weight".to_owned());
    writer.write_record(std::iter::once("draw".to_owned()).chain(weighed).chain(inputs).chain(heads))?;
    let sampler = Sampler::new(resolved, draws.count() as u32);
    for draw in 0..draws.count() {
        let number = |value: f64| if value.is_nan() { String::new() } else { value.to_string() };
        let levels = sampler.levels(draw as u32).map(number);
        let values = columns.iter().map(|column| number(column[draw]));
        let weight = weights.iter().map(|weights| number(weights.values()[draw]));
        writer.write_record(std::iter::once(draw.to_string()).chain(weight).chain(levels).chain(values))?;
    }
    Ok(writer.flush()?)
}

/// The bands of the horizon year, and the chances of some targets.
fn table(resolved: &ResolvedScenario, draws: &Draws, targets: &[Target], lang: Lang) -> String {
    let last = draws.years().len().saturating_sub(1);
    let weights = draws.weights();
    let agreeing = weights.as_ref().filter(|weights| weights.agree());
    let rows: Vec<[String; 8]> = draws
        .quantities()
        .iter()
        .filter_map(|quantity| {
            let spec = quantity.spec();
            let bands = match agreeing {
                Some(weights) => draws.conditioned_bands(*quantity, weights),
                None => draws.bands(*quantity),
            };
            let levels = bands.get(last)?.levels?;
            let [p5, p25, p50, p75, p95] = levels.map(|level| format::exact(level, Some(spec.unit), lang));
            let unit = spec.unit.words().get(lang).to_owned();
            Some([spec.id.to_owned(), spec.name.get(lang).to_owned(), p5, p25, p50, p75, p95, unit])
        })
        .collect();
    let year = resolved.scenario.horizon.to_string();
    let mut heading = lang.pick(
        format!("{year}年，{}次抽样，种子{}\n\n", draws.count(), draws.seed()),
        format!("{year}, {} draws, seed {}\n\n", draws.count(), draws.seed()),
    );
    if let Some(weights) = &weights {
        heading += &weighed(weights, lang);
    }
    let chances: Vec<Option<f64>> = match agreeing {
        Some(weights) => draws.conditioned_chances(weights).iter().map(|chance| chance.share()).collect(),
        None => draws.chances().iter().map(|chance| chance.share()).collect(),
    };
    let [id, name, unit] = lang.pick(["编号", "名称", "单位"], ["id", "name", "unit"]);
    let (left, right) = (Alignment::Left, Alignment::Right);
    let bands = aligned(
        [
            (id, left),
            (name, left),
            ("P5", right),
            ("P25", right),
            ("P50", right),
            ("P75", right),
            ("P95", right),
            (unit, left),
        ],
        &rows,
    );
    let targets: Vec<[String; 3]> = targets
        .iter()
        .zip(chances)
        .map(|(target, share)| {
            let share = share.map_or("—".to_owned(), |share| format!("{:.1}%", share * 100.0));
            [target.id.clone(), target.label.get(lang).to_owned(), share]
        })
        .collect();
    if targets.is_empty() {
        return heading + &bands;
    }
    let [goal, met] = lang.pick(["目标", "达成的抽样占比"], ["target", "share of draws that meet it"]);
    format!("{heading}{bands}\n{}", aligned([(id, left), (goal, left), (met, right)], &targets))
}

/// A line on how far the draws agree with the observed values.
fn weighed(weights: &Weights, lang: Lang) -> String {
    let effective = format!("{:.0}", weights.effective());
    if weights.agree() {
        return lang.pick(
            format!("已按与实际数的吻合程度加权，有效抽样数{effective}\n\n"),
            format!("weighed by how well they agree with what was observed, {effective} effective draws\n\n"),
        );
    }
    lang.pick(
        format!("数据与假设不一致（有效抽样数{effective}，不足{LEAST_EFFECTIVE}）：以下未加权\n\n"),
        format!("the data and the assumptions do not agree ({effective} effective draws, fewer than {LEAST_EFFECTIVE}): not weighed\n\n"),
    )
}
