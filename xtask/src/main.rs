//! What is done with the sources: build the page, serve it, test it, measure it.
//!
//! Each command sets up the tools it needs, so that a machine with cargo alone is enough.

mod browser;
mod bundle;
mod debian;
mod measuring;
mod npm;
mod numpy;
mod office;
mod others;
mod process;
mod python;
mod serving;
mod setup;
mod suite;
mod toolchain;
mod workspace;

use std::net::{IpAddr, Ipv4Addr};
use std::process::ExitCode;

use anyhow::Result;
use bundle::Effort;
use clap::{CommandFactory, Parser, Subcommand};
use setup::Need;
use suite::Choice;

const NOTES: &str = "\
The page is made twice, with and without the vector instructions of WebAssembly (SIMD); its start
module takes the right one. serve makes the second after it has begun to serve, and not again.
A draft builds sooner, but the page is large and slow, in one piece, for browsers with SIMD alone, and
without the single file.
VOCED_SLOWNESS=4 runs the journeys as on a machine four times slower, where a test that depends on
being quick fails.
VOCED_WASM_TOOLCHAIN=debian compiles with Debian's packages even where rustup could.";

/// Builds, serves, tests and measures the page.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = NOTES)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make the page in dist/, and all of it in one file: dist/voced-whatif.html
    Build {
        /// Sooner built, large and slow
        #[arg(long)]
        draft: bool,
    },
    /// Build it, serve it, and build it again when a source changes
    Serve {
        /// The first of the ports to try
        #[arg(long, value_name = "N", default_value_t = 8080)]
        port: u16,
        /// The address to listen on
        #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
        host: IpAddr,
        /// Sooner built, large and slow
        #[arg(long)]
        draft: bool,
    },
    /// Format, lints and all tests, or only the parts named
    Test {
        /// Format, lints, tests without a browser
        #[arg(long)]
        native: bool,
        /// The Python package: built, installed and tested from Python
        #[arg(long)]
        python: bool,
        /// Lints and tests of the page's code, in a browser
        #[arg(long)]
        wasm: bool,
        /// What people do in the page, in a browser
        #[arg(long)]
        journeys: bool,
        /// Journeys through a page that is sooner built, but slower
        #[arg(long)]
        draft: bool,
        /// For the tests themselves: part of a name, --exact, --nocapture ...
        #[arg(last = true, value_name = "ARGUMENTS OF THE TESTS")]
        passed_on: Vec<String>,
    },
    /// Time the model, natively and in the browser, and a lever being dragged
    Bench {
        /// The page alone: its start, and a lever dragged in a fresh page and in one that is full
        #[arg(long)]
        page: bool,
        /// Many areas under a lever alone
        #[arg(long, conflicts_with = "page")]
        many: bool,
        /// The Python package alone: many areas and draws beside the same model in NumPy
        #[arg(long, conflicts_with_all = ["page", "many"])]
        python: bool,
    },
    /// Take pictures of the page, into target/screenshots
    Screenshots {
        /// Of a page that is sooner built
        #[arg(long)]
        draft: bool,
        /// These screens alone, such as explore
        screens: Vec<String>,
    },
    /// Say what is there of all that the commands need, and install the rest
    Setup,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Some(command) => run(command),
        None => Arguments::command().print_long_help().map_err(Into::into),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Build { draft } => {
            setup::missing(&Need::of_build(draft))?;
            let effort = effort(draft);
            bundle::build(effort, effort.variants())
        }
        Command::Serve { port, host, draft } => {
            setup::missing(&Need::of_build(draft))?;
            serving::serve(host, port, effort(draft))
        }
        Command::Test { native, python, wasm, journeys, draft, passed_on } => {
            let choice = Choice { native, python, wasm, journeys, draft, passed_on };
            setup::missing(&Need::of_tests(&choice))?;
            suite::run(&choice)
        }
        Command::Bench { python: true, .. } => {
            setup::missing(&[Need::Python])?;
            measuring::bench_python()
        }
        Command::Bench { page, many, python: false } => {
            setup::missing(&Need::of_driving(false))?;
            match (page, many) {
                (true, _) => measuring::bench_page("page"),
                (_, true) => measuring::bench_page("many"),
                (false, false) => measuring::bench(),
            }
        }
        Command::Screenshots { draft, screens } => {
            setup::missing(&Need::of_driving(draft))?;
            measuring::screenshots(effort(draft), &screens)
        }
        Command::Setup => setup::all(),
    }
}

fn effort(draft: bool) -> Effort {
    if draft { Effort::Draft } else { Effort::Release }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Arguments, Command};

    fn parse(line: &str) -> Result<Option<Command>, String> {
        Arguments::try_parse_from(line.split_whitespace())
            .map(|arguments| arguments.command)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_commands_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_known_line_is_read() {
        let lines = "xtask|xtask build|xtask build --draft|xtask serve --port 9000 --host 0.0.0.0 --draft|xtask test|\
                     xtask test --native --wasm --journeys --draft -- name --exact|xtask bench|xtask bench --page|xtask bench --python|xtask test --python -- -k batch|xtask bench --many|xtask screenshots|xtask screenshots --draft explore|\
                     xtask setup";
        for line in lines.split('|') {
            assert!(parse(line).is_ok(), "{line}");
        }
        let Ok(Some(Command::Test { passed_on, journeys: true, native: false, .. })) =
            parse("xtask test --journeys -- name --exact")
        else {
            panic!("the journeys alone");
        };
        assert_eq!(passed_on, ["name", "--exact"]);
    }

    #[test]
    fn a_wrong_line_is_told_what_was_meant() {
        for (line, hint) in [
            ("xtask tets", "'test'"),
            ("xtask build --drfat", "'--draft'"),
            ("xtask serve --port many", "--port"),
            ("xtask serve --host nowhere", "--host"),
            ("xtask test name", "--"),
        ] {
            let error = parse(line).expect_err(line);
            assert!(error.contains(hint), "{line}: {error}");
        }
    }
}
