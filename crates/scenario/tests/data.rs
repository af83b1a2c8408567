//! The data that ship: complete, within bounds, every source known, and every fault of a file named.

use std::collections::{BTreeMap, BTreeSet};

use voced_model::inputs::{Confidence, SourceKind};
use voced_model::{InputId, Lang, Quantity, Style};
use voced_scenario::references::{Basis, references};
use voced_scenario::statements::{Became, Goal};
use voced_scenario::{Area, AreaRef, Layer, Metric, Op, Overlay, PathValue, Scenario, Source, Sourced};

fn areas() -> Vec<&'static Area> {
    let load = |id| Area::shipped(id).expect("it ships").unwrap_or_else(|error| panic!("{error}"));
    Area::ids().map(load).collect()
}

/// Ids that a value may cite: every reference value and every statement.
fn citable() -> BTreeSet<&'static str> {
    let mut ids: BTreeSet<&str> = references().expect("sound").iter().map(|reference| reference.id.as_str()).collect();
    ids.extend(areas().iter().flat_map(|area| area.statements()).map(|statement| statement.id.as_str()));
    ids
}

fn overlays(area: &Area) -> [(&'static str, &Overlay); 2] {
    [("base", &area.base), ("plan", &area.plan)]
}

#[test]
fn every_note_is_one_statements_and_says_something_in_both_languages() {
    let notes = voced_scenario::statements::notes().expect("the file is sound");
    let statements: Vec<_> =
        Area::ids().filter_map(|id| Area::shipped(id)?.ok()).flat_map(|area| area.statements().iter()).collect();
    assert!(notes.len() > 100, "only {} notes", notes.len());
    for (i, note) in notes.iter().enumerate() {
        assert!(notes[..i].iter().all(|other| other.id != note.id), "{}: one note", note.id);
        assert!(!note.text.zh.is_empty() && !note.text.en.is_empty(), "{}: in both languages", note.id);
        let statement = statements.iter().find(|statement| statement.id == note.id);
        assert_eq!(statement.map(|statement| statement.note()), Some(note.text.clone()), "{}: a statement", note.id);
    }
}

#[test]
fn every_area_loads_in_both_layers() {
    let expected = ["laiwu", "dezhou", "hengyang", "hangzhou", "linping", "national"];
    assert_eq!(Area::ids().collect::<Vec<_>>(), expected);
    for area in areas() {
        assert!(!area.name.zh.is_empty() && !area.name.en.is_empty(), "{}", area.id);
        for layer in Layer::ALL {
            let place = AreaRef::shipped(&area.id).expect("it ships");
            assert!(Scenario::new(place, layer).resolve().is_ok(), "{} {}", area.id, layer.id());
        }
    }
}

#[test]
fn what_finances_projects_is_part_of_the_plans_money_and_near_their_cost() {
    let mut found = 0;
    for area in areas() {
        assert!(area.base.financing.is_empty(), "{}: only a plan sets money aside", area.id);
        let scenario = Scenario::new(AreaRef::shipped(&area.id).expect("it ships"), Layer::Plan);
        let resolved = scenario.resolve().expect("sound");
        for financing in &area.plan.financing {
            let at = format!("{} {}", area.id, financing.project);
            let project = area.plan.projects.iter().find(|known| known.id == financing.project).expect("a project");
            let value = area.plan.inputs.get(&financing.input).map(|sourced| &sourced.value);
            let value = value.unwrap_or_else(|| panic!("{at}: the plan gives no {}", financing.input.id()));
            let cost = project.item.cost_per_m2.unwrap_or(resolved.model_inputs.inputs.facilities.building_cost_per_m2);
            let a_year = project.item.area_m2 * cost / f64::from(project.item.finish - project.item.start + 1);
            for (year, money) in &financing.money {
                let all = area.plan.financing.iter().filter(|one| one.input == financing.input);
                let all: f64 = all.map(|one| one.in_year(*year)).sum();
                assert!(all <= value.at(resolved.base_year(), *year), "{at}: more than there is in {year}");
                assert!((project.item.start..=project.item.finish).contains(year), "{at}: nothing is built in {year}");
                assert!((money / a_year - 1.0).abs() < 0.02, "{at}: {money} for {a_year} in {year}");
            }
            found += 1;
        }
    }
    assert_eq!(found, 2, "both projects of Laiwu");
}

#[test]
fn the_first_year_of_the_status_quo_spends_what_comes_in() {
    for area in areas().iter().filter(|area| area.id != "national") {
        let scenario = Scenario::new(AreaRef::shipped(&area.id).expect("it ships"), Layer::Base);
        let projection = scenario.resolve().expect("sound").project();
        let (balance, uses) = (projection.value(Quantity::Balance, 1), projection.value(Quantity::UsesTotal, 1));
        let share = balance.expect("a flow") / uses.expect("a flow");
        assert!(share.abs() < 0.001, "{}: {:.3} % of uses is over", area.id, share * 100.0);
    }
}

fn check_source(at: &str, source: &Source, citable: &BTreeSet<&str>, statements: &BTreeSet<&str>) {
    for id in &source.ids {
        assert!(citable.contains(id.as_str()), "{at}: no source {id}");
    }
    let cites = |known: &BTreeSet<&str>| source.ids.iter().any(|id| known.contains(id.as_str()));
    match source.kind {
        SourceKind::Plan => {
            assert!(cites(statements), "{at}: names a statement of the area's own plan, not {:?}", source.ids);
        }
        SourceKind::Reference => assert!(cites(citable), "{at}: a published figure names its source"),
        SourceKind::Derived | SourceKind::Estimate | SourceKind::Illustrative => {
            assert!(!source.note().is_empty(), "{at}: says how it came about");
        }
        SourceKind::Own => panic!("{at}: nothing that ships is a user's own"),
    }
    assert_eq!(source.note().zh.is_empty(), source.note().en.is_empty(), "{at}: a note in both languages");
}

#[test]
fn every_value_names_sources_that_exist() {
    let citable = citable();
    for area in areas() {
        let statements: BTreeSet<&str> = area.statements().iter().map(|statement| statement.id.as_str()).collect();
        check_source(&format!("{} base_year", area.id), &area.base_year.source, &citable, &statements);
        for (layer, overlay) in overlays(area) {
            for (input, sourced) in overlay.inputs.iter() {
                let at = format!("{} {layer} {}", area.id, input.id());
                check_source(&at, &sourced.source, &citable, &statements);
                assert!(sourced.confidence.is_some(), "{at}: a confidence");
            }
            for project in &overlay.projects {
                let at = format!("{} {layer} {}", area.id, project.id);
                check_source(&at, &project.source, &citable, &statements);
                assert!(project.confidence.is_some(), "{at}: a confidence");
                assert!(!project.name.zh.is_empty() && !project.name.en.is_empty(), "{at}: names");
            }
            for deliverable in &overlay.deliverables {
                let at = format!("{} {layer} {}", area.id, deliverable.id);
                check_source(&at, &deliverable.source, &citable, &statements);
                assert!(!deliverable.name.zh.is_empty() && !deliverable.name.en.is_empty(), "{at}: names");
            }
        }
    }
}

/// Values worked out from published figures whose range says how far other years were off.
const SURE_WITH_RANGE: [(&str, &str); 1] = [("national", "gen_exit_rate")];

#[test]
fn values_are_within_bounds_and_ranges_around_them() {
    let mut ranges = 0;
    for area in areas() {
        for (layer, overlay) in overlays(area) {
            for (input, sourced) in overlay.inputs.iter() {
                let Sourced { value, low, high, .. } = sourced;
                let (at, spec) = (format!("{} {layer} {}", area.id, input.id()), input.spec());
                let bounds = spec.min..=spec.max;
                for number in value.numbers().into_iter().chain(*low).chain(*high) {
                    assert!(bounds.contains(&number), "{at}: {number} in {bounds:?}");
                }
                assert_eq!(low.is_some(), high.is_some(), "{at}: both ends or none");
                if let (Some(low), Some(high), PathValue::Constant(value)) = (low, high, value) {
                    assert!(low < high && low <= value && value <= high, "{at}: {low}, {value}, {high}");
                    ranges += 1;
                }
                let certain = low.is_none() || sourced.confidence != Some(Confidence::High);
                let certain = certain || SURE_WITH_RANGE.contains(&(&area.id, input.id()));
                assert!(certain, "{at}: a range, but high confidence");
            }
        }
    }
    assert!(ranges > 50, "the estimates carry ranges: {ranges}");
}

#[test]
fn a_projection_needs_no_statement_of_the_further_files() {
    use voced_scenario::statements::Became;
    let mut count = 0;
    for statements in Area::further_statements() {
        for statement in statements.expect("a sound file") {
            let is_needed = |became: &Became| {
                matches!(became, Became::Target(_) | Became::Constraint(_) | Became::Deliverable { .. })
            };
            assert!(!statement.became.iter().any(is_needed), "{} belongs into the file before", statement.id);
            count += 1;
        }
    }
    assert_eq!(count, 139);
}

#[test]
fn all_231_statements_are_there_and_none_is_lost() {
    let expected = BTreeMap::from([("LW", 33), ("DZ", 85), ("HY", 43), ("HZ", 39), ("LP", 31)]);
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for statement in areas().iter().flat_map(|area| area.statements()) {
        let (plan, number) = statement.id.split_once('-').expect("a plan and a number");
        let count = found.entry(plan).or_default();
        *count += 1;
        assert_eq!(number, format!("{count:03}"), "{} stands in order", statement.id);
        assert!(!statement.became.is_empty(), "{} became nothing", statement.id);
        assert!(!statement.quote_zh.trim().is_empty(), "{}: a quote", statement.id);
        assert!(!statement.label.zh.is_empty() && !statement.label.en.is_empty(), "{}: a label", statement.id);
        for became in &statement.became {
            if let Became::Note(why) = became {
                assert!(!why.zh.is_empty() && !why.en.is_empty(), "{}: why it is a note", statement.id);
            }
        }
    }
    assert_eq!(found, expected);
}

#[test]
fn what_statements_became_exists() {
    for area in areas() {
        let deliverables = |id: &str| area.plan.deliverables.iter().any(|known| known.id == id);
        for statement in area.statements() {
            for became in &statement.became {
                let ids = match became {
                    Became::Lever(ids) | Became::Default(ids) => ids,
                    Became::Deliverable { id, .. } => {
                        assert!(deliverables(id), "{}: no deliverable {id}", statement.id);
                        continue;
                    }
                    _ => continue,
                };
                assert!(!ids.is_empty(), "{}: levers and defaults name something", statement.id);
                for id in ids {
                    let known = match id.split_once(':') {
                        Some(("project", project)) => area.plan.projects.iter().any(|known| known.id == project),
                        Some(("deliverable", deliverable)) => deliverables(deliverable),
                        Some(_) => false,
                        None => InputId::find(id).is_some() || ["base_year", "horizon"].contains(&id.as_str()),
                    };
                    assert!(known, "{}: {id} is no input, project or deliverable", statement.id);
                }
            }
        }
    }
}

/// Statements whose goal is turned round on purpose: a cycle of five years is met by a shorter one.
const TURNED: [(&str, Op); 2] = [("DZ-053", Op::AtMost), ("HZ-026", Op::AtMost)];

#[test]
fn goals_say_what_their_statements_say() {
    let mut goals = 0;
    for statement in areas().iter().flat_map(|area| area.statements()) {
        for became in &statement.became {
            let (Became::Target(goal) | Became::Constraint(goal)) = became else { continue };
            let Goal { metric, op, value, year } = goal;
            let said = statement.value.expect("a number");
            let percent = statement.unit.starts_with("percent");
            let expected = if percent { said / 100.0 } else { said };
            assert!((value - expected).abs() < 1e-12, "{}: {value} for {said} {}", statement.id, statement.unit);
            let turned = TURNED.iter().find(|(id, _)| *id == statement.id).map(|(_, op)| *op);
            assert_eq!(*op, turned.unwrap_or(statement.op), "{}", statement.id);
            assert_eq!(*year, statement.year, "{}", statement.id);
            let is_share = metric.unit().is_some_and(|unit| unit.style() == Style::Percent);
            assert_eq!(is_share, percent, "{}: {} in {}", statement.id, metric.id(), statement.unit);
            goals += 1;
        }
    }
    assert!(goals > 80, "the plans set goals: {goals}");
}

#[test]
fn targets_carry_the_words_of_their_statements() {
    for area in areas() {
        let mut ids = BTreeSet::new();
        for target in &area.targets {
            assert!(ids.insert(&target.id), "{} is there twice", target.id);
            let statement = target.id.split('.').next().and_then(|id| area.statement(id)).expect("a statement");
            assert_eq!(target.quote_zh, statement.quote_zh);
            assert_eq!(target.label, statement.label);
            if let Metric::Deliverable(id) = &target.metric {
                assert!(area.plan.deliverables.iter().any(|known| known.id == *id), "{}: {id}", target.id);
            }
        }
    }
}

#[test]
fn deliverables_of_plans_never_shrink() {
    for area in areas() {
        for deliverable in &area.plan.deliverables {
            if let voced_model::Schedule::Stock { base, target, .. } = deliverable.item.schedule {
                assert!(base <= target, "{} {}: {base} to {target}", area.id, deliverable.id);
            }
        }
    }
}

#[test]
fn all_245_reference_values_are_there() {
    let references = references().expect("sound");
    assert_eq!(references.len(), 245);
    let ids: BTreeSet<&str> = references.iter().map(|reference| reference.id.as_str()).collect();
    assert_eq!(ids.len(), references.len(), "each once");
    for reference in references {
        assert!(reference.value.is_finite(), "{}", reference.id);
        assert!(!reference.name.zh.is_empty() && !reference.name.en.is_empty(), "{}: names", reference.id);
        assert!(!reference.unit.is_empty(), "{}: a unit", reference.id);
        let known = matches!(reference.basis, Basis::Retrieved | Basis::Derived);
        let cites = !reference.document.is_empty() || !reference.note.is_empty();
        assert!(cites || !known, "{}: what was read or derived says where from", reference.id);
    }
}

#[test]
fn observed_values_name_published_sources_and_their_scope() {
    let citable = citable();
    let none = BTreeSet::new();
    let mut counts = BTreeMap::new();
    for area in areas() {
        for observed in &area.observed {
            let at = format!("{} observed {} {}", area.id, observed.quantity, observed.year);
            check_source(&at, &observed.source, &citable, &none);
            assert!(!observed.source.note().is_empty(), "{at}: a note");
            assert!(observed.value > 0.0 && observed.tolerance() > 0.0, "{at}: {}", observed.value);
            assert!((2015..=2025).contains(&observed.year), "{at}");
            let cites = observed.source.ids.iter().filter_map(|id| voced_scenario::references::reference(id));
            assert!(cites.count() > 0, "{at}: a reference value");
        }
        counts.insert(area.id.as_str(), area.observed.len());
    }
    let expected = [("dezhou", 4), ("hangzhou", 1), ("hengyang", 0), ("laiwu", 2), ("linping", 0), ("national", 19)];
    assert_eq!(counts, BTreeMap::from(expected));
}

const REGION: &str = include_str!("../data/regions/laiwu.json");
const STATEMENTS: &str = include_str!("../data/statements/laiwu.json");

/// What is said about the data files of Laiwu after `old` became `new` in one of them.
fn complaint(old: &str, new: &str) -> String {
    let broken = |text: &str| text.replacen(old, new, 1);
    let (area, statements) = (broken(REGION), broken(STATEMENTS));
    assert!(area != REGION || statements != STATEMENTS, "{old} is in a file");
    let read = Area::parse(("regions/laiwu.json", &area), Some(("statements/laiwu.json", &statements)));
    read.expect_err("a broken file").to_string()
}

/// All that an area's files say, with the notes of sources wherever they are kept.
fn all_of(area: &Area) -> Vec<String> {
    let source = |source: &Source| Lang::ALL.map(|lang| source.text(lang)).join(" / ");
    let mut all = vec![
        format!("{} {:?} {:?} {:?}", area.id, area.name, area.short, area.document),
        format!("{} {}", area.base_year.value, source(&area.base_year.source)),
        format!("{:?} {:?}", area.targets, area.needed_statement("LW-003")),
    ];
    for (_, overlay) in overlays(area) {
        for (input, value) in &overlay.inputs {
            let Sourced { value, low, high, confidence, .. } = &value;
            all.push(format!("{} {value:?} {low:?} {high:?} {confidence:?}", input.id()));
        }
        all.extend(overlay.inputs.values().map(|value| source(&value.source)));
        all.extend(overlay.projects.iter().map(|one| format!("{:?} {:?} {}", one.name, one.item, source(&one.source))));
        all.extend(
            overlay.deliverables.iter().map(|one| format!("{:?} {:?} {}", one.name, one.item, source(&one.source))),
        );
        all.push(format!("{:?}", overlay.financing));
    }
    for one in &area.observed {
        all.push(format!("{} {} {} {:?} {}", one.quantity.id(), one.year, one.value, one.scope, source(&one.source)));
    }
    all
}

#[test]
fn unbroken_copies_are_what_ships() {
    let read = Area::parse(("regions/laiwu.json", REGION), Some(("statements/laiwu.json", STATEMENTS)));
    let (read, ships) = (all_of(&read.expect("sound")), all_of(areas()[0]));
    assert_eq!(read.len(), ships.len());
    for (read, ships) in read.iter().zip(&ships) {
        assert_eq!(read, ships);
    }
    assert!(ships.iter().any(|line| line.contains("方案2020年9月印发")), "notes are there");
}

#[test]
fn a_broken_data_file_is_named_with_key_and_remedy() {
    for (old, new, said) in [
        (
            r#""hires":{"value":7"#,
            r#""hires":{"value":-7"#,
            "regions/laiwu.json: base.inputs.hires: -7 is out of range; allowed 0 to 500000 persons a year",
        ),
        (
            r#""teachers_base":"#,
            r#""teacher_base":"#,
            "regions/laiwu.json: base.inputs.teacher_base: no lever has the id \"teacher_base\"; did you mean teachers_base or teacher_pay?",
        ),
        (
            r#""area_m2":16000"#,
            r#""area_m2":"16000""#,
            "regions/laiwu.json: plan.projects.lab_building.area_m2: expected a number, found \"16000\"; allowed 0 to 1000000000 m²",
        ),
        (r#""low":7500"#, r#""low":9900"#, "found low 9900, value 8800, high 10000"),
        (r#""base_year":{"#, r#""base_years":{"#, "\"base_year\" is missing; it must be given"),
        (r#""schema":1"#, r#""schema":9"#, "regions/laiwu.json: schema: version 9 was made by a newer program"),
        (
            r#""metric": "teachers", "op": ">=""#,
            r#""metric": "teacher", "op": ">=""#,
            "statements/laiwu.json: LW-003.became.0.metric: no quantity or lever has the id \"teacher\"",
        ),
        (
            r#""role": "target", "became": [{"kind": "target", "metric": "teachers""#,
            r#""role": "target", "becomes": [{"kind": "target", "metric": "teachers""#,
            "statements/laiwu.json: LW-003: \"became\" is missing; it must be given",
        ),
        (
            r#""metric": "deliverable:new_programmes""#,
            r#""metric": "deliverable:new_programs""#,
            "statements/laiwu.json: LW-033: no deliverable has the id \"new_programs\"",
        ),
        ("\n \"statements\"", "\n statements", "statements/laiwu.json: not valid JSON at line 2"),
    ] {
        let complaint = complaint(old, new);
        assert!(complaint.contains(said), "{new}: {complaint}");
    }
}
