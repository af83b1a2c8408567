//! What inputs and results are called: by id, by name in either language, and by common other names, which are data.

use std::collections::HashMap;
use std::sync::OnceLock;

use voced_model::text::Lang;
use voced_model::{InputId, Quantity};
use voced_scenario::Json;

use crate::key::key;
use crate::subject::Subject;

/// An input that stands for the base year of a result: what a table has of other years is observed.
pub(crate) struct Pair {
    /// The input, by id.
    input: &'static str,
    /// The result.
    pub(crate) quantity: Quantity,
    /// Whether values after the base year belong to the input, as a path.
    pub(crate) plans: bool,
}

/// Inputs and the results whose base-year values they are.
const PAIRS: [Pair; 15] = [
    // Growth applies to every year of the input, so that later years would count it twice.
    Pair { input: "junior_graduates", quantity: Quantity::JuniorGraduates, plans: false },
    Pair { input: "voc_grade_1_base", quantity: Quantity::VocGrade1, plans: false },
    Pair { input: "voc_grade_2_base", quantity: Quantity::VocGrade2, plans: false },
    Pair { input: "voc_grade_3_base", quantity: Quantity::VocGrade3, plans: false },
    Pair { input: "gen_grade_1_base", quantity: Quantity::GenGrade1, plans: false },
    Pair { input: "gen_grade_2_base", quantity: Quantity::GenGrade2, plans: false },
    Pair { input: "gen_grade_3_base", quantity: Quantity::GenGrade3, plans: false },
    Pair { input: "teachers_base", quantity: Quantity::Teachers, plans: false },
    Pair { input: "professional_share_base", quantity: Quantity::ProfessionalShare, plans: false },
    Pair { input: "double_qualified_share_base", quantity: Quantity::DoubleQualifiedShare, plans: false },
    Pair { input: "postgraduate_share_base", quantity: Quantity::PostgraduateShare, plans: false },
    Pair { input: "approved_posts", quantity: Quantity::StaffQuota, plans: true },
    Pair { input: "building_area_base", quantity: Quantity::BuildingArea, plans: false },
    Pair { input: "equipment_base", quantity: Quantity::EquipmentValue, plans: false },
    Pair { input: "development_fund", quantity: Quantity::FundDevelopment, plans: true },
];

/// The result whose base-year value an input is.
pub(crate) fn pair_of(input: InputId) -> Option<&'static Pair> {
    PAIRS.iter().find(|pair| pair.input == input.id())
}

/// The input where a result and an input are one thing to a table.
fn canonical(subject: Subject) -> Subject {
    let Subject::Quantity(quantity) = subject else { return subject };
    let pair = PAIRS.iter().find(|pair| pair.quantity == quantity);
    pair.and_then(|pair| InputId::find(pair.input)).map_or(subject, Subject::Input)
}

/// Every input and every result.
pub(crate) fn subjects() -> impl Iterator<Item = Subject> {
    InputId::all().map(Subject::Input).chain(Quantity::ALL.iter().copied().map(Subject::Quantity))
}

const OTHER_NAMES: &str = include_str!("../data/other_names.json");

/// The other names of the data file: a name, and the ids of what it can mean.
pub(crate) fn other_names() -> Vec<(String, Vec<String>)> {
    let texts = |json: Option<&Json>| -> Vec<String> {
        let Some(Json::Array(items)) = json else { return Vec::new() };
        let text = |json: &Json| if let Json::String(text) = json { Some(text.clone()) } else { None };
        items.iter().filter_map(text).collect()
    };
    // A test sees to it that the file is sound.
    let Ok(json) = Json::parse(OTHER_NAMES) else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(Json::Object(fields)) = json.get("names") {
        for (id, names) in fields {
            found.extend(texts(Some(names)).into_iter().map(|name| (name, vec![id.clone()])));
        }
    }
    if let Some(Json::Array(entries)) = json.get("unclear") {
        for entry in entries {
            let ids = texts(entry.get("ids"));
            found.extend(texts(entry.get("names")).into_iter().map(|name| (name, ids.clone())));
        }
    }
    found
}

/// What an id means: an input before a result of the same id.
fn of_id(id: &str) -> Option<Subject> {
    InputId::find(id).map(Subject::Input).or_else(|| Quantity::find(id).map(Subject::Quantity))
}

/// All names by their keys.
struct Names {
    known: HashMap<String, Vec<Subject>>,
    /// Every name with its pairs of neighbouring characters.
    pairs: Vec<(String, Vec<(char, char)>)>,
}

impl Names {
    fn all() -> &'static Names {
        static CELL: OnceLock<Names> = OnceLock::new();
        CELL.get_or_init(Names::collected)
    }

    fn collected() -> Names {
        let mut names = Names { known: HashMap::new(), pairs: Vec::new() };
        for subject in subjects() {
            for lang in Lang::ALL {
                names.add(subject.name(lang), subject);
            }
        }
        // An id means one thing, whatever else is called so.
        for subject in subjects() {
            if let Some(first) = of_id(subject.id()) {
                names.known.insert(key(subject.id()), vec![canonical(first)]);
            }
        }
        for (name, ids) in other_names() {
            for subject in ids.iter().filter_map(|id| of_id(id)) {
                names.add(&name, subject);
            }
        }
        names.pairs = names.known.keys().map(|key| (key.clone(), bigrams(key))).collect();
        names.pairs.sort();
        names
    }

    fn add(&mut self, name: &str, subject: Subject) {
        let known = self.known.entry(key(name)).or_default();
        let subject = canonical(subject);
        if !known.contains(&subject) {
            known.push(subject);
        }
    }
}

/// Words before a name that say nothing of what is counted.
const BEFORE: [&str; 11] = ["全区", "全县", "全市", "本区", "本县", "本市", "我区", "我县", "我市", "当年", "年末"];

/// Words behind a name that say nothing of what is counted.
const BEHIND: [&str; 8] = ["人数", "总数", "数量", "情况", "合计", "总计", "数", "总人数"];

/// What a name can mean: nothing, one thing, or several.
pub(crate) fn find(name: &str) -> &'static [Subject] {
    find_key(&key(name))
}

/// [`find`] of a name whose [`key`] is known.
pub(crate) fn find_key(key: &str) -> &'static [Subject] {
    let names = Names::all();
    let look = |key: &str| names.known.get(key).map_or(&[][..], Vec::as_slice);
    let found = look(key);
    if !found.is_empty() || key.is_empty() {
        return found;
    }
    let bare = BEFORE.iter().find_map(|word| key.strip_prefix(word)).unwrap_or(key);
    let found = if bare.len() < key.len() { look(bare) } else { &[] };
    if !found.is_empty() {
        return found;
    }
    let ends = BEHIND.iter().filter_map(|word| bare.strip_suffix(word));
    let mut found = ends.map(look).filter(|found| !found.is_empty());
    found.next().unwrap_or(&[])
}

/// The most names that are offered in place of an unknown one.
const FEW: usize = 3;

/// From which likeness on, of a thousand, a name is offered.
const LIKE: usize = 450;

/// Pairs of neighbouring characters.
fn bigrams(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

/// Known names like an unknown one, the nearest first: those that share most of their neighbouring characters.
pub(crate) fn nearest(name: &str) -> Vec<Subject> {
    let wanted = bigrams(&key(name));
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut measured: Vec<(usize, &String, Subject)> = Vec::new();
    let names = Names::all();
    for (known, other) in &names.pairs {
        let shared = other.iter().filter(|pair| wanted.contains(pair)).count();
        // Of a thousand: 1000 where all is shared both ways.
        let likeness = 2000 * shared / (wanted.len() + other.len()).max(1);
        if likeness >= LIKE {
            let subjects = names.known.get(known).into_iter().flatten();
            measured.extend(subjects.map(|subject| (1000 - likeness.min(1000), known, *subject)));
        }
    }
    measured.sort();
    let mut found = Vec::new();
    for (_, _, subject) in measured {
        if !found.contains(&subject) && found.len() < FEW {
            found.push(subject);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn ids(name: &str) -> Vec<&'static str> {
        find(name).iter().map(|subject| subject.id()).collect()
    }

    #[test]
    fn other_names_are_unique_and_name_what_exists() {
        let mut seen = BTreeMap::new();
        let own: BTreeMap<String, Subject> = subjects()
            .flat_map(|subject| {
                [subject.id(), subject.name(Lang::Zh), subject.name(Lang::En)].map(|n| (key(n), subject))
            })
            .collect();
        let names = other_names();
        assert!(names.len() > 250, "{}", names.len());
        for (name, ids) in names {
            assert!(!ids.is_empty(), "{name}");
            for id in &ids {
                assert!(of_id(id).is_some(), "{name}: {id}");
            }
            assert_eq!(own.get(&key(&name)), None, "{name} is the name of another");
            assert_eq!(seen.insert(key(&name), ids), None, "{name} is there twice");
        }
    }

    #[test]
    fn names_are_found_as_people_write_them() {
        assert_eq!(ids("初中毕业生数"), ["junior_graduates"]);
        assert_eq!(ids("初中毕业生"), ["junior_graduates"]);
        assert_eq!(ids("Junior-secondary Graduates"), ["junior_graduates"]);
        assert_eq!(ids("全县初中毕业生人数"), ["junior_graduates"]);
        assert_eq!(ids("teachers"), ["teachers_base"]);
        assert_eq!(ids("教育费附加"), ["fund_surcharge_education"]);
        assert_eq!(ids("双师型教师比例"), ["double_qualified_share_base", "double_qualified_share_all"]);
        assert_eq!(ids("Tuition waiver").len(), 2);
        assert_eq!(ids("产业增加值"), [""; 0]);
    }

    #[test]
    fn names_like_an_unknown_one_are_offered() {
        assert_eq!(nearest("中职学校在校学生").first().map(|subject| subject.id()), Some("voc_enrolment"));
        assert!(nearest("粮食产量").is_empty());
    }
}
