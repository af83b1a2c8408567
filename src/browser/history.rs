//! The steps of this tab, so that they can be walked after a reload too.

use voced_scenario::{Document, Json, Scenario};

use super::storage::Store;
use crate::app::History;

const STEPS: &str = "voced.steps";

/// The most that is written, in bytes: what is far from the present goes first.
const LARGEST: usize = 400_000;

/// Keeps the steps. A browser that refuses leaves the reader with those since the last reload.
pub fn write(history: &History<Scenario>) {
    let _ = Store::Tab.write(STEPS, &packed(history));
}

/// The steps of this tab before it was loaded again.
pub fn read() -> Option<History<Scenario>> {
    unpacked(&Store::Tab.read(STEPS).ok()??)
}

fn packed(history: &History<Scenario>) -> String {
    let steps: Vec<String> = history.steps().map(|step| step.to_json().to_string()).collect();
    let place = history.place();
    let (mut first, mut last) = (place, place);
    let mut room = LARGEST.saturating_sub(steps.get(place).map_or(0, String::len));
    // To both sides of the present in turn, as long as there is room.
    loop {
        let before = first.checked_sub(1).filter(|at| steps[*at].len() <= room);
        if let Some(at) = before {
            room -= steps[at].len();
            first = at;
        }
        let after = steps.get(last + 1).filter(|step| step.len() <= room);
        if let Some(step) = after {
            room -= step.len();
            last += 1;
        }
        if before.is_none() && after.is_none() {
            break;
        }
    }
    format!("{{\"place\":{},\"steps\":[{}]}}", place - first, steps[first..=last].join(","))
}

fn unpacked(text: &str) -> Option<History<Scenario>> {
    let json = Json::parse(text).ok()?;
    let (Some(Json::Number(place)), Some(Json::Array(steps))) = (json.get("place"), json.get("steps")) else {
        return None;
    };
    // A step that cannot be read any more is left out; the one after it then follows the one before.
    let one = |step: &Json| Document::from_json(step).ok().map(|document| document.scenario);
    let read: Vec<Option<Scenario>> = steps.iter().map(one).collect();
    let before = read.iter().take((*place as usize).saturating_add(1)).flatten().count();
    History::of_steps(read.into_iter().flatten().collect(), before.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{AreaRef, Layer};

    fn step(name: &str) -> Scenario {
        let scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        Scenario { name: name.to_owned(), ..scenario }
    }

    fn history(names: &[&str], place: usize) -> History<Scenario> {
        History::of_steps(names.iter().map(|name| step(name)).collect(), place).expect("a place among them")
    }

    #[test]
    fn steps_come_back_with_their_place() {
        for place in 0..3 {
            let history = history(&["a", "b", "c"], place);
            assert_eq!(unpacked(&packed(&history)), Some(history));
        }
    }

    #[test]
    fn what_is_far_from_the_present_goes_first_where_there_is_no_room() {
        let long: Vec<Scenario> = (0..5).map(|i| step(&format!("{i}{}", "x".repeat(LARGEST / 3)))).collect();
        let history = History::of_steps(long.clone(), 2).expect("a place");
        let text = packed(&history);
        assert!(text.len() < LARGEST + 1000);
        let steps = text.matches("\"schema\"").count();
        assert_eq!(steps, 2, "as many as there is room for, the present one among them");
        assert!(text.contains("\"name\":\"2xx"));
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let text = format!(r#"{{"place":2,"steps":[{{"schema":9}},{},{}]}}"#, step("b").to_json(), step("c").to_json());
        assert_eq!(unpacked(&text), Some(history(&["b", "c"], 1)));
        for text in ["", "{", "[]", r#"{"place":-7,"steps":[]}"#, r#"{"place":1e99,"steps":[{}]}"#] {
            assert_eq!(unpacked(text), None);
        }
    }
}
