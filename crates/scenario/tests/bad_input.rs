//! Bad scenarios: what is said about each, in both languages.
//!
//! A file of `tests/bad` is a topic, a table in it a case: the document, and its messages in English and Chinese
//! by turns, to be read as an official would read them. Each case is a test of its own, `topic::case`:
//!
//! ```sh
//! cargo test -p voced-scenario --test bad_input -- points::points_empty
//! VOCED_ACCEPT=1 cargo test -p voced-scenario --test bad_input    # writes the present messages into the files
//! ```

mod bad_cases;

use std::fs;
use std::io;
use std::process::ExitCode;

use bad_cases::{Case, read, topics};
use libtest_mimic::{Arguments, Failed, Trial};
use toml_edit::{Item, Value, value};
use voced_model::Lang;
use voced_scenario::Scenario;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    if std::env::var_os("VOCED_ACCEPT").is_some() {
        accept().expect("the files of bad scenarios can be read and written");
    }
    let trials = bad_cases::all()
        .into_iter()
        .map(|case| Trial::test(format!("{}::{}", case.topic, case.name), move || check(&case)))
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Whether the messages are the kept ones.
fn check(case: &Case) -> Result<(), Failed> {
    let found = messages(&case.document)?;
    if found == case.messages {
        return Ok(());
    }
    Err(format!("kept:\n{}\nfound (VOCED_ACCEPT=1 keeps it):\n{found}", case.messages).into())
}

/// What is said about the document, one line a message.
fn messages(document: &str) -> Result<String, String> {
    let Err(faults) = Scenario::parse(document) else { return Err("it is taken for sound".to_owned()) };
    if faults.is_empty() {
        return Err("it is refused without a word".to_owned());
    }
    let mut lines = String::new();
    for fault in &faults {
        for message in [Lang::En, Lang::Zh].map(|lang| fault.message(lang)) {
            if message.chars().any(char::is_control) {
                return Err(format!("more than one line: {message:?}"));
            }
            lines += &message;
            lines.push('\n');
        }
    }
    Ok(lines)
}

/// The lines as they are, between quotes that escape nothing, where they can stand there.
fn as_written(lines: &str) -> Item {
    format!("'''\n{lines}'''").parse::<Value>().map_or_else(|_| value(lines), Item::Value)
}

/// Keeps the messages of now, also of new cases that have none yet.
fn accept() -> io::Result<()> {
    for file in topics()? {
        let mut topic = read(&file);
        let before = topic.to_string();
        for (name, case) in topic.iter_mut() {
            let document = case.get("document").and_then(|item| item.as_str()).unwrap_or_default();
            match messages(document) {
                Ok(found) if case.get("messages").and_then(|item| item.as_str()) != Some(&found) => {
                    case["messages"] = as_written(&found);
                }
                Ok(_) => {}
                Err(reason) => eprintln!("{name}: {reason}"),
            }
        }
        let after = topic.to_string();
        if after != before {
            fs::write(file, after)?;
        }
    }
    Ok(())
}
