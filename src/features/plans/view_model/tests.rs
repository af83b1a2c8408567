use super::filter::{Judged, Verdicts, shown};
use super::*;
use crate::app::{Outcome, PlansFilter, Scope};
use voced_scenario::{AreaRef, Layer, Scenario};

fn outcome(area: &str) -> Outcome {
    Outcome::of(&Scenario::new(AreaRef::shipped(area).expect("ships"), Layer::Plan)).expect("sound")
}

/// What is found with nothing but these words, among all plans.
fn found(entries: &[Rc<Entry>], search: &str) -> Vec<String> {
    let desk = PlansFilter { search: search.to_owned(), ..PlansFilter::default() };
    shown(entries, &desk, None, &Verdicts::default()).iter().map(|entry| entry.id.clone()).collect()
}

#[test]
fn all_statements_are_there_in_both_languages() {
    for lang in Lang::ALL {
        let entries = entries(lang);
        assert_eq!(entries.len(), 231);
        for entry in &entries {
            let id = &entry.id;
            for text in [&entry.label, &entry.quote, &entry.asked, &entry.due, &entry.role.1, &entry.area_name] {
                assert!(!text.trim().is_empty(), "{id}");
            }
            assert!(!entry.things.is_empty(), "{id} became nothing");
            for thing in &entry.things {
                assert!(!thing.name.trim().is_empty(), "{id} {:?}", thing.fate);
                assert!(!thing.name.contains('_'), "{id} shows an id: {}", thing.name);
            }
            if lang == Lang::En {
                let shown = [&entry.asked, &entry.due, &entry.role.1];
                assert!(shown.iter().all(|text| !text.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c))), "{id}");
            }
        }
    }
}

#[test]
fn every_link_leads_to_something_and_back() {
    let mut links = 0;
    for entry in entries(Lang::Zh) {
        let area = region_of(&entry.id).expect("its area");
        let resolved = outcome(entry.area);
        for thing in &entry.things {
            let base_year = thing.name.starts_with("基年");
            assert_eq!(thing.link.is_none(), thing.fate == Fate::Note || base_year, "{} {}", entry.id, thing.name);
            let Some(link) = &thing.link else { continue };
            links += 1;
            let exists = match link {
                Link::Target(id) => area.targets.iter().any(|target| {
                    target.id == *id && statement_of_target(area, target).is_some_and(|found| found.id == entry.id)
                }),
                Link::Project(id) => resolved.resolved().projects.iter().any(|project| project.id == *id),
                Link::Deliverable(id) => resolved.resolved().deliverables.iter().any(|known| known.id == *id),
                Link::Input(_) | Link::Horizon => true,
            };
            assert!(exists, "{} leads to {link:?}, which is not there", entry.id);
            let back = leading_to(area, link);
            assert!(
                back.iter().any(|statement| statement.id == entry.id),
                "{link:?} does not lead back to {}",
                entry.id
            );
        }
    }
    assert!(links > 150, "only {links} links");
}

#[test]
fn every_target_of_an_area_has_a_statement() {
    for area in planned() {
        let targets: Vec<String> =
            entries(Lang::Zh).iter().filter(|e| e.area == area.id).flat_map(|e| e.targets.clone()).collect();
        assert_eq!(targets.len(), area.targets.len(), "{}", area.id);
    }
}

#[test]
fn words_numbers_and_ids_are_found_in_any_width() {
    let zh = entries(Lang::Zh);
    assert_eq!(found(&zh, "ＬＷ－００６"), ["LW-006"]);
    assert_eq!(found(&zh, "lw-006"), ["LW-006"]);
    assert!(found(&zh, "３０００").contains(&"LW-006".to_owned()));
    let teachers = found(&zh, "双师型");
    assert!(["LW-004", "DZ-046", "HY-026", "HZ-008", "LP-008"].iter().all(|id| teachers.iter().any(|t| t == id)));
    assert_eq!(found(&entries(Lang::En), "DOUBLE-qualified laiwu").first().map(String::as_str), Some("LW-004"));
    assert!(found(&zh, "<script>").is_empty());
    assert_eq!(found(&zh, " ").len(), 231);
}

#[test]
fn filters_narrow_by_area_fate_kind_and_verdict() {
    let entries = entries(Lang::Zh);
    let resolved = outcome("laiwu");
    let verdicts = Verdicts::of(&resolved);
    let present = resolved.resolved().scenario.area();
    let count = |desk: &PlansFilter| shown(&entries, desk, filter::area(&desk.scope, present), &verdicts).len();
    let desk = PlansFilter::default();
    assert_eq!(count(&desk), 33);
    assert_eq!(count(&PlansFilter { scope: Scope::All, ..desk.clone() }), 231);
    assert_eq!(count(&PlansFilter { scope: Scope::Area("dezhou".to_owned()), ..desk.clone() }), 85);
    let met = count(&PlansFilter { met: Some(true), ..desk.clone() });
    let missed = count(&PlansFilter { met: Some(false), ..desk.clone() });
    let judged = entries.iter().filter(|entry| entry.area == "laiwu" && !entry.targets.is_empty()).count();
    let open = entries.iter().filter(|entry| verdicts.worst(entry) == Some(Judged::Open)).count();
    let assumed = entries.iter().filter(|entry| verdicts.worst(entry) == Some(Judged::Assumed)).count();
    assert!(met > 0 && missed > 0 && assumed > 0);
    assert_eq!(met + missed + open + assumed, judged);
    let all = PlansFilter { scope: Scope::All, ..desk };
    let by_role = voced_scenario::statements::ROLES
        .iter()
        .map(|(role, _)| count(&PlansFilter { role: Some((*role).to_owned()), ..all.clone() }));
    assert_eq!(by_role.sum::<usize>(), 231);
    assert!(count(&PlansFilter { fate: Some(Fate::Note), ..all }) >= 86);
}

#[test]
fn coverage_adds_up() {
    for lang in Lang::ALL {
        let entries = entries(lang);
        let rows = coverage::rows(&entries, lang);
        assert_eq!(rows.len(), 6);
        for row in &rows {
            assert_eq!(row.by_fate.iter().sum::<usize>(), row.all, "{}", row.name);
        }
        assert_eq!(rows[5].all, 231);
        assert_eq!(rows[..5].iter().map(|row| row.all).sum::<usize>(), 231);
        let reasons = coverage::reasons(&entries);
        assert_eq!(reasons.iter().map(|(_, members)| members.len()).sum::<usize>(), 231 - rows[5].computed());
        assert!(reasons.iter().all(|(why, _)| !why.is_empty()));
        let head = coverage::head(lang);
        assert!(coverage::table(&rows).iter().all(|row| row.len() == head.len()));
    }
}

#[test]
fn every_statement_has_one_subject_and_every_subject_statements() {
    let subjects = subjects::subjects(Lang::Zh);
    for statement in planned().flat_map(|area| area.statements()) {
        let mine = subjects.iter().filter(|subject| subject.holds(statement)).count();
        assert_eq!(mine, 1, "{} has {mine} subjects", statement.id);
    }
    for subject in &subjects {
        assert!(subject.plans > 0, "no plan speaks of {}", subject.id);
        assert!(!subject.name.contains('_'), "{}", subject.name);
    }
    assert_eq!(subjects[0].plans, 5);
    let several = subjects.iter().filter(|subject| subject.plans > 1).count();
    assert!(several >= 30, "{several}");
    assert!(subjects[..several].iter().all(|subject| subject.plans > 1));
}

#[test]
fn side_by_side_units_are_never_mixed() {
    let resolved_scenarios = side::resolved_scenarios();
    for lang in Lang::ALL {
        for subject in subjects::subjects(lang) {
            let side = side::side(&resolved_scenarios, &subject, lang);
            let speaking: std::collections::BTreeSet<&String> =
                side.rows.iter().filter(|row| row.statement.is_some()).map(|row| &row.area).collect();
            assert_eq!(speaking.len(), subject.plans, "{}", subject.id);
            let areas: std::collections::BTreeSet<&String> = side.rows.iter().map(|row| &row.area).collect();
            assert_eq!(areas.len(), 5, "{}", subject.id);
            for bars in &side.pictures {
                assert!(!bars.unit_name.is_empty(), "{}", bars.unit);
                for bar in &bars.bars {
                    let id = bar.name.rsplit(' ').next().expect("an id");
                    let statement = region_of(id).and_then(|area| area.statement(id)).expect("a statement");
                    assert_eq!(statement.unit, bars.unit, "{id}");
                    for length in [Some(bar.asked), bar.base, bar.plan].into_iter().flatten() {
                        assert!((0.0..=1.0).contains(&length), "{id}: {length}");
                    }
                }
            }
            assert_eq!(side.pictures.len() > 1, side.cautions.contains(&phrases::UNITS_DIFFER.get(lang).to_owned()));
            assert!(side::table(&side).iter().all(|row| row.len() == side::head(lang).len()));
        }
    }
}

#[test]
fn the_share_of_double_qualified_teachers_is_told_of_all_five() {
    let resolved_scenarios = side::resolved_scenarios();
    let subject = subjects::subjects(Lang::Zh).into_iter().next().expect("a subject");
    let side = side::side(&resolved_scenarios, &subject, Lang::Zh);
    assert_eq!(side.rows.len(), 5);
    let laiwu = &side.rows[0];
    assert_eq!((laiwu.asked.as_str(), laiwu.due.as_str(), laiwu.year.as_str()), ("不低于 70%", "2022", "2022"));
    let resolved = outcome("laiwu");
    let share = resolved.value(voced_model::Quantity::DoubleQualifiedShare, 2022);
    let told = voced_model::format::amount(share.expect("a value"), voced_model::Unit::Share, Lang::Zh).text(Lang::Zh);
    assert_eq!(laiwu.plan, told);
    assert_eq!(side.pictures.len(), 1);
    assert!(side.pictures[0].bars.iter().all(|bar| bar.plan.is_some() && bar.base.is_some()));
    // Laiwu asks for 70 % as Dezhou does, Hengyang for 60 %.
    let asked: Vec<f64> = side.pictures[0].bars.iter().map(|bar| bar.asked).collect();
    assert_eq!(asked[0], asked[1]);
    assert!((asked[2] / asked[0] - 6.0 / 7.0).abs() < 1e-9);
}
