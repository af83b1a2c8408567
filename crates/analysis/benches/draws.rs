//! Draws a second: the equations on one number at a time and on many, with and without what a page
//! keeps of them.

mod recorded;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use recorded::{Equations, HEADLINE};
use std::hint::black_box;
use std::ops::ControlFlow;
use voced_analysis::sensitivity::{Axis, GridQuestion};
use voced_analysis::uncertainty::{Question, Sampler, Sampling, Uncertain};
use voced_analysis::{sensitivity, uncertainty};
use voced_model::equations::run;
use voced_model::tape::BLOCK;
use voced_model::{InputId, Projection, Quantity, WIDTH};
use voced_scenario::{AreaRef, Layer, ResolvedScenario, Scenario};

const DRAWS: u32 = 1000;

fn resolved() -> ResolvedScenario {
    Scenario::new(AreaRef::shipped("laiwu").expect("an area that ships"), Layer::Plan).resolve().expect("sound")
}

fn draws(criterion: &mut Criterion) {
    let resolved = resolved();
    let mut group = criterion.benchmark_group("six-year draws");
    group.throughput(Throughput::Elements(u64::from(DRAWS)));
    let sampler = Sampler::new(&resolved, DRAWS);
    let inputs: Vec<Uncertain> = sampler.inputs().copied().collect();
    group.bench_function("one at a time", |bencher| {
        let (mut model_inputs, mut out) = (resolved.model_inputs.clone(), Projection::default());
        bencher.iter(|| {
            for draw in 0..DRAWS {
                for (uncertain, level) in inputs.iter().zip(sampler.levels(draw)) {
                    let planned = resolved.model_inputs.inputs.slots(uncertain.input);
                    let slots = model_inputs
                        .inputs
                        .slots_mut(uncertain.input)
                        .iter_mut()
                        .zip(planned)
                        .take(resolved.model_inputs.years);
                    slots.for_each(|(slot, planned)| *slot = uncertain.at(*planned, level));
                }
                run(&model_inputs, &mut out);
                black_box(&out);
            }
        });
    });
    group.bench_function("in lanes", |bencher| {
        let mut sampler = Sampler::new(&resolved, DRAWS);
        bencher.iter(|| {
            for first in (0..DRAWS).step_by(WIDTH) {
                black_box(sampler.block(first));
            }
        });
    });
    let sampled = |quantities: &[Quantity]| {
        let mut sampling = Sampling::start(&resolved, DRAWS, quantities);
        while sampling.step(DRAWS) {}
        sampling.finish()
    };
    let charted = [Quantity::VocEnrolment, Quantity::Teachers, Quantity::Balance, Quantity::BalanceCumulative];
    group.bench_function("four quantities kept, targets judged", |bencher| {
        bencher.iter(|| sampled(black_box(&charted)));
    });
    group.bench_function("the same with percentiles", |bencher| {
        bencher.iter(|| {
            let draws = sampled(&charted);
            charted.map(|quantity| black_box(draws.bands(quantity)))
        });
    });
    let twenty = &Quantity::ALL[..20];
    group.bench_function("twenty quantities kept, targets judged", |bencher| {
        bencher.iter(|| sampled(black_box(twenty)))
    });
    group.bench_function("a study of twenty quantities", |bencher| {
        let question = Question { draws: DRAWS, bands: twenty.to_vec(), histograms: twenty[..4].to_vec(), year: None };
        bencher.iter(|| uncertainty::study(&resolved, None, black_box(&question), |_| ControlFlow::Continue(())));
    });
    group.bench_function("everything kept, with percentiles", |bencher| {
        bencher.iter(|| {
            let draws = sampled(Quantity::ALL);
            Quantity::ALL.iter().map(|quantity| draws.bands(*quantity).len()).sum::<usize>()
        });
    });
    group.finish();
}

fn recorded(criterion: &mut Criterion) {
    let resolved = resolved();
    let last = resolved.model_inputs.years - 1;
    let mut group = criterion.benchmark_group("six-year equations recorded");
    group.bench_function("made ready for the six numbers", |bencher| {
        bencher.iter(|| Sampling::part(&resolved, DRAWS, 0..0, black_box(&HEADLINE)));
    });
    group.throughput(Throughput::Elements(BLOCK as u64));
    for (name, quantities, first) in
        [("every result", Quantity::ALL, 0), ("six numbers", &HEADLINE, 0), ("six numbers of a year", &HEADLINE, last)]
    {
        let mut equations = Equations::of(&resolved, quantities, first);
        group.bench_function(name, |bencher| bencher.iter(|| black_box(equations.run())));
    }
    group.finish();
}

fn million(criterion: &mut Criterion) {
    let resolved = resolved();
    let mut group = criterion.benchmark_group("a million draws");
    group.sample_size(10);
    let (draws, shown) = (1_000_000, HEADLINE.to_vec());
    let year = Some(resolved.scenario.horizon);
    let question = Question { draws, bands: shown.clone(), histograms: shown, year };
    group.bench_function("six numbers of a year", |bencher| {
        bencher.iter(|| uncertainty::study(&resolved, None, black_box(&question), |_| ControlFlow::Continue(())));
    });
    group.finish();
}

fn grid(criterion: &mut Criterion) {
    let resolved = resolved();
    let axis = |id: &str, levels: u32| Axis { input: InputId::find(id).expect("an input"), ends: None, levels };
    let (x, y) = (axis("vocational_share", 40), axis("hires", 30));
    let question = GridQuestion { x, y, quantity: Quantity::BalanceCumulative, year: resolved.scenario.horizon };
    criterion.bench_function("a grid of 40 by 30 levels", |bencher| {
        bencher.iter(|| sensitivity::grid(&resolved, black_box(&question)))
    });
}

criterion_group!(benches, draws, recorded, million, grid);
criterion_main!(benches);
