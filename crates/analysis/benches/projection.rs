//! How long one projection takes, and how long laying a scenario over its area takes.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use voced_model::equations::{project, run};
use voced_model::{Lanes, Projection};
use voced_scenario::{AreaRef, Layer, Scenario};

fn plan(area: &str) -> Scenario {
    Scenario::new(AreaRef::shipped(area).expect("an area that ships"), Layer::Plan)
}

fn projection(criterion: &mut Criterion) {
    for area in ["laiwu", "dezhou"] {
        let scenario = plan(area);
        let resolved = scenario.resolve().expect("a sound scenario");
        let mut out = Projection::default();
        criterion.bench_function(&format!("project {area} plan"), |bencher| {
            bencher.iter(|| {
                run(black_box(&resolved.model_inputs), &mut out);
                black_box(&out);
            });
        });
        criterion.bench_function(&format!("resolve {area} plan"), |bencher| {
            bencher.iter(|| black_box(&scenario).resolve());
        });
    }
}

fn widths(criterion: &mut Criterion) {
    width::<4>(criterion);
    width::<8>(criterion);
    width::<16>(criterion);
}

fn width<const N: usize>(criterion: &mut Criterion) {
    let resolved = plan("laiwu").resolve().expect("a sound scenario");
    let model_inputs = resolved.model_inputs.lift::<Lanes<N>>();
    let mut out = Box::new(Projection::default());
    let mut group = criterion.benchmark_group("six-year projections at once");
    group.throughput(Throughput::Elements(N as u64));
    group.bench_function(format!("{N} lanes"), |bencher| {
        bencher.iter(|| {
            project(black_box(&model_inputs), (), &mut out);
            black_box(&out);
        });
    });
}

criterion_group!(benches, projection, widths);
criterion_main!(benches);
