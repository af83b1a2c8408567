//! `voced`: the simulator on the command line. No model logic lives here: every number comes from
//! `voced-analysis`.

mod area_check;
mod area_import;
mod area_list;
mod area_template;
mod arguments;
mod attribute;
mod batch;
mod calibrate;
mod cell;
mod columns;
mod explain;
mod export;
mod goal_text;
mod grid;
mod input_list;
mod run;
mod scenario_file;
mod sensitivity;
mod solve;
mod solve_several;
mod statement_list;
mod table_file;
mod typed_number;
mod uncertainty;
mod workbook;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use voced_model::Lang;
use voced_scenario::DataError;

use crate::arguments::{AreaCommand, Arguments, Command};

/// Exit code for anything wrong with what was given.
const BAD_INPUT: u8 = 2;

/// Exit code for an answer that could not be written.
const BAD_OUTPUT: u8 = 1;

/// The whole answer, or one line a fault. Nothing is printed before all is known.
type Printed = Result<String, Vec<String>>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Command::Batch(options) = &arguments.command {
        // It writes as it goes, and ends in more ways than the others.
        return batch::answer(options, arguments.lang.map_or(Lang::En, Lang::from));
    }
    match answer(&arguments.command, arguments.lang.map(Lang::from)) {
        Ok(text) => written(io::stdout().lock().write_all(text.as_bytes()).and_then(|()| io::stdout().flush())),
        Err(faults) => {
            let lines: String = faults.iter().map(|fault| format!("voced: {fault}\n")).collect();
            // Where even the complaint can not be written, the exit code still says it.
            let _ = io::stderr().lock().write_all(lines.as_bytes());
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// What a command gives. Where no language was asked for, people at a terminal get English, and those
/// who open a workbook Chinese.
fn answer(command: &Command, asked: Option<Lang>) -> Printed {
    let lang = asked.unwrap_or(Lang::En);
    match command {
        Command::Export { file, workbook } => export::answer(file, workbook, asked.unwrap_or_default(), lang),
        Command::Workbook { file, out } => workbook::answer(file, out.as_deref(), lang),
        Command::Run { file, format } => run::answer(file, *format, lang),
        Command::Explain { file, quantity, year, depth } => explain::answer(file, quantity, *year, *depth, lang),
        Command::Uncertainty(options) => uncertainty::answer(options, lang),
        Command::Sensitivity(options) => sensitivity::answer(options, lang),
        Command::Grid(options) => grid::answer(options, lang),
        Command::Attribute(options) => attribute::answer(options, lang),
        Command::Calibrate(options) => calibrate::answer(options, lang),
        Command::Solve(options) => solve::answer(options, lang),
        Command::Area { command: AreaCommand::Template { like, out } } => {
            area_template::answer(like.as_deref(), out, asked.unwrap_or_default(), lang)
        }
        Command::Area { command: AreaCommand::Check { file, choices, format } } => {
            area_check::answer(file, choices, *format, lang)
        }
        Command::Area { command: AreaCommand::Import { file, out, choices, id, missing } } => {
            area_import::answer(file, out, choices, id.as_deref(), missing, lang)
        }
        Command::Batch(_) => Ok(String::new()),
        Command::Regions { format } => area_list::answer(*format, lang),
        Command::Inputs { format } => input_list::answer(*format, lang),
        Command::Statements { area, format } => statement_list::answer(area.as_deref(), *format, lang),
    }
}

/// A reader that closes the pipe early has what it wanted; any other failure is said.
fn written(result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "voced: {error}");
            ExitCode::from(BAD_OUTPUT)
        }
    }
}

/// The faults of a data file that ships, one line each.
fn broken(error: &DataError, lang: Lang) -> Vec<String> {
    error.faults.iter().map(|fault| format!("{}: {}", error.file, fault.message(lang))).collect()
}

/// A list as a JSON document.
fn json(value: &impl serde::Serialize) -> Printed {
    serde_json::to_string_pretty(value).map(|text| text + "\n").map_err(|error| vec![error.to_string()])
}
