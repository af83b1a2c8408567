//! How long one projection takes, and how long laying a scenario over its area takes.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use voced_sim::model::run;
use voced_sim::{Layer, Place, Projection, Scenario};

fn plan(region: &str) -> Scenario {
    Scenario::new(Place::shipped(region).expect("an area that ships"), Layer::Plan)
}

fn projection(criterion: &mut Criterion) {
    for region in ["laiwu", "dezhou"] {
        let scenario = plan(region);
        let world = scenario.resolve().expect("a sound scenario");
        let mut out = Projection::default();
        criterion.bench_function(&format!("project {region} plan"), |bencher| {
            bencher.iter(|| {
                run(black_box(&world.case), &mut out);
                black_box(&out);
            });
        });
        criterion.bench_function(&format!("resolve {region} plan"), |bencher| {
            bencher.iter(|| black_box(&scenario).resolve());
        });
    }
}

criterion_group!(benches, projection);
criterion_main!(benches);
