//! Files of kept scenarios: one a file, as `voced run` takes it, or many in one.

use voced_scenario::{Document, Fault, Json, Problem, summed_up};

/// The key that a file of many has its scenarios under.
const SCENARIOS: &str = "scenarios";

/// What the file type is called.
pub const MIME: &str = "application/json";

/// The extension of these files.
pub const EXTENSION: &str = "json";

/// What a file holds: the sound scenarios, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Those that can be taken over.
    pub documents: Vec<Document>,
    /// What is wrong, and where.
    pub faults: Vec<Fault>,
}

/// The file of one scenario.
pub fn one(document: &Document) -> String {
    document.to_json().pretty()
}

/// The file of many: an object whose `scenarios` are scenario files.
pub fn many(documents: &[Document]) -> String {
    let list = documents.iter().map(Document::to_json).collect();
    Json::Object(vec![(SCENARIOS.to_owned(), Json::Array(list))]).pretty()
}

/// Reads a file of one or of many. Each scenario is judged by itself: a faulty one leaves the others sound.
pub fn read(bytes: &[u8]) -> Found {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return failed(vec![no_text(bytes, error.valid_up_to())]),
    };
    let json = match Json::parse(text) {
        Ok(json) => json,
        Err(fault) => return failed(vec![fault]),
    };
    let (place, list) = match (&json, json.get(SCENARIOS)) {
        (Json::Array(list), _) => (String::new(), list),
        (_, Some(Json::Array(list))) => (format!("{SCENARIOS}."), list),
        _ => return alone(&json, ""),
    };
    if list.is_empty() {
        return failed(vec![Fault::new(SCENARIOS, Problem::NoText)]);
    }
    let mut found = Found::default();
    for (i, json) in list.iter().enumerate() {
        // People count from one; the first scenario of a file is number one.
        let one = alone(json, &format!("{place}{}", i + 1));
        found.documents.extend(one.documents);
        found.faults.extend(one.faults);
    }
    Found { faults: summed_up(found.faults), ..found }
}

fn failed(faults: Vec<Fault>) -> Found {
    Found { documents: Vec::new(), faults }
}

/// Reads one scenario, which stands at a place of its file; those it is compared with come along.
fn alone(json: &Json, place: &str) -> Found {
    match Document::from_json(json) {
        Ok(document) => {
            let comparison = document.comparison.iter().cloned().map(Document::of);
            let documents = comparison.collect::<Vec<_>>();
            let own = Document { comparison: Vec::new(), reference: 0, ..document };
            Found { documents: [vec![own], documents].concat(), faults: Vec::new() }
        }
        Err(faults) => failed(faults.into_iter().map(|fault| within(place, fault)).collect()),
    }
}

fn within(place: &str, fault: Fault) -> Fault {
    let at = match (place.is_empty(), fault.at.is_empty()) {
        (true, _) => fault.at,
        (false, true) => place.to_owned(),
        (false, false) => format!("{place}.{}", fault.at),
    };
    Fault { at, ..fault }
}

/// A file that is no text at all, such as a picture or a workbook.
fn no_text(bytes: &[u8], end: usize) -> Fault {
    let before = &bytes[..end.min(bytes.len())];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
    Fault::new("", Problem::Syntax { line, column, detail: "expected value".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{AreaRef, Layer, Scenario};

    fn document(id: &str) -> Document {
        let mut scenario = Scenario::new(AreaRef::shipped(id).expect("ships"), Layer::Base);
        scenario.name = format!("=1+1 <b>\u{202e}{id}");
        Document::of(scenario).with_snapshot()
    }

    #[test]
    fn one_and_many_come_back_as_they_were() {
        let documents = vec![document("laiwu"), document("dezhou")];
        assert_eq!(read(one(&documents[0]).as_bytes()).documents, documents[..1]);
        assert_eq!(read(many(&documents).as_bytes()), Found { documents: documents.clone(), faults: Vec::new() });
        // A bare list is understood too, and what stands beside a scenario comes along.
        let bare = format!("[{}]", documents[0].to_json());
        assert_eq!(read(bare.as_bytes()).documents.len(), 1);
        let comparison = Document { comparison: vec![document("linping").scenario], ..documents[0].clone() };
        assert_eq!(read(one(&comparison).as_bytes()).documents.len(), 2);
    }

    #[test]
    fn a_faulty_one_is_named_by_its_place_and_leaves_the_others() {
        let text = format!(
            r#"{{"scenarios": [{}, {{"schema": 1, "region": "laiwu", "inputs": {{"hires": -7, "no": 1}}}}, {{"schema": 99}}]}}"#,
            document("laiwu").to_json()
        );
        let found = read(text.as_bytes());
        assert_eq!(found.documents, [document("laiwu")]);
        let places: Vec<&str> = found.faults.iter().map(|fault| fault.at.as_str()).collect();
        assert_eq!(places, ["scenarios.2.inputs.hires", "scenarios.2.inputs.no", "scenarios.3.schema"]);
    }

    #[test]
    fn the_faults_of_many_scenarios_are_summed_up_together() {
        let faulty = |count: usize| {
            let inputs: Vec<String> = (0..count).map(|i| format!("\"no_{i}\": 1")).collect();
            format!(r#"{{"schema": 1, "region": "laiwu", "inputs": {{{}}}}}"#, inputs.join(","))
        };
        let found = read(format!("[{}, {}]", faulty(70), faulty(40)).as_bytes());
        assert_eq!(found.faults.len(), 51);
        assert_eq!(found.faults.iter().map(Fault::count).sum::<usize>(), 110);
        assert_eq!(found.faults[50], Fault::new("", Problem::More { count: 60 }));
    }

    #[test]
    fn what_is_no_scenario_file_is_said_and_nothing_breaks() {
        for bytes in [
            &b""[..],
            b"\xff\xd8\xff\xe0",
            b"PK\x03\x04\n\xff",
            b"{",
            b"[]",
            b"7",
            br#"{"scenarios":[]}"#,
            br#"{"scenarios":[7,null]}"#,
        ] {
            let found = read(bytes);
            assert!(found.documents.is_empty() && !found.faults.is_empty(), "{bytes:?}");
        }
        let long = format!(r#"{{"schema":1,"region":"laiwu","name":"{}"}}"#, "x".repeat(10_000));
        assert!(matches!(read(long.as_bytes()).faults[0].problem, Problem::TooLong { .. }));
    }
}
