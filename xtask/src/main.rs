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
mod serving;
mod suite;
mod toolchain;
mod workspace;

use std::net::{IpAddr, Ipv4Addr};
use std::process::ExitCode;
use std::str::FromStr;

use anyhow::{Context, Result, anyhow};
use bundle::Effort;
use suite::Choice;

const USAGE: &str = "\
cargo xtask <command>

  build [--draft]           make the page in dist/, and all of it in one file: dist/voced-whatif.html
  serve [--port N] [--host ADDRESS] [--draft]
                            build it, serve it, and build it again when a source changes
  test [--native] [--wasm] [--journeys [--draft]] [-- ARGUMENTS OF THE TESTS]
                            format, lints and all tests, or only the parts named
  bench                     time the model, natively and in the browser, and a lever being dragged
  screenshots               pictures of the page in target/screenshots

The page is made twice, with and without the vector instructions of WebAssembly (SIMD); its start
module takes the right one. serve makes the second after it has begun to serve, and not again.
--draft builds sooner, but the page is large and slow, in one piece, for browsers with SIMD alone, and
without the single file.
VOCED_SLOWNESS=4 runs the journeys as on a machine four times slower, where a test that depends on
being quick fails.
VOCED_WASM_TOOLCHAIN=debian compiles with Debian's packages even where rustup could.";

const PORT: u16 = 8080;

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match command.as_str() {
        "build" => {
            let effort = effort(&rest)?;
            bundle::build(effort, effort.variants())
        }
        "serve" => serve(&rest),
        "test" => suite::run(&choice(&rest)?),
        "bench" => none(&rest).and_then(|()| measuring::bench()),
        "screenshots" => none(&rest).and_then(|()| measuring::screenshots()),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(unknown(other)),
    }
}

fn effort(arguments: &[String]) -> Result<Effort> {
    match arguments {
        [] => Ok(Effort::Release),
        [draft] if draft == "--draft" => Ok(Effort::Draft),
        [other, ..] => Err(unknown(other)),
    }
}

fn serve(arguments: &[String]) -> Result<()> {
    let mut host = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let mut port = PORT;
    let mut effort = Effort::Release;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--host" => host = value("--host", arguments.next())?,
            "--port" => port = value("--port", arguments.next())?,
            "--draft" => effort = Effort::Draft,
            other => return Err(unknown(other)),
        }
    }
    serving::serve(host, port, effort)
}

fn choice(arguments: &[String]) -> Result<Choice> {
    let mut choice = Choice::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--native" => choice.native = true,
            "--wasm" => choice.wasm = true,
            "--journeys" => choice.journeys = true,
            "--draft" => choice.draft = true,
            "--" => choice.passed_on = arguments.by_ref().cloned().collect(),
            other => return Err(unknown(other)),
        }
    }
    Ok(choice)
}

fn value<T: FromStr>(name: &str, text: Option<&String>) -> Result<T> {
    let text = text.with_context(|| format!("{name} needs a value"))?;
    text.parse().map_err(|_| anyhow!("{name} does not take \"{text}\""))
}

fn none(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => Ok(()),
        [other, ..] => Err(unknown(other)),
    }
}

fn unknown(argument: &str) -> anyhow::Error {
    anyhow!("\"{argument}\" is not known here\n\n{USAGE}")
}
