//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// What-if simulator for vocational education (职教推演).
///
/// Exit code 2 means that something given is wrong: one line a fault on standard error, nothing on
/// standard output.
#[derive(Parser)]
#[command(name = "voced", version)]
pub struct Arguments {
    /// Language of messages and tables (English where none is given) and of workbooks (Chinese)
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Language>,

    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// One thing to do.
#[derive(Subcommand)]
pub enum Command {
    /// Project a scenario file and print every result
    Run {
        /// Scenario file; `-` reads standard input
        file: String,
        /// `csv` is one row a quantity and one column a year, in UTF-8 as Excel and WPS open it
        #[arg(long, value_enum, default_value_t = ResultFormat::Json)]
        format: ResultFormat,
    },
    /// Say where a number of a projection comes from, down to the inputs and their sources
    Explain {
        /// Scenario file; `-` reads standard input
        file: String,
        /// Id of the quantity, as in the results of `voced run`
        quantity: String,
        /// Year, such as 2023
        year: i32,
        /// How many steps down the quantities of the formula are opened too
        #[arg(long, default_value_t = 0)]
        depth: usize,
    },
    /// Say how sure a projection is: percentiles over draws of every uncertain input
    Uncertainty(UncertaintyOptions),
    /// Say which uncertain input carries a number: each at its low and high end alone
    Sensitivity(SensitivityOptions),
    /// Say what moved a number from one scenario to another of the same area
    Attribute(AttributeOptions),
    /// Look for the level of one lever at which one number meets a goal
    Solve(SolveOptions),
    /// Write a scenario as an Excel workbook whose every result is a formula on its inputs
    Export {
        /// Scenario file; `-` reads standard input
        file: String,
        /// The workbook to write, such as plan.xlsx; one that is there already is replaced
        workbook: PathBuf,
    },
    /// List the areas that ship
    Regions {
        /// Table for people, JSON for programs
        #[arg(long, value_enum, default_value_t = ListFormat::Table)]
        format: ListFormat,
    },
    /// List every input of the model
    Inputs {
        /// Table for people, JSON for programs, Markdown for the documentation
        #[arg(long, value_enum, default_value_t = InputFormat::Table)]
        format: InputFormat,
    },
    /// List the statements of the plans and what each became
    Statements {
        /// Only those of one area
        #[arg(long, value_name = "ID")]
        region: Option<String>,
        /// Table for people, JSON for programs
        #[arg(long, value_enum, default_value_t = ListFormat::Table)]
        format: ListFormat,
    },
}

/// What `voced uncertainty` takes.
#[derive(Args)]
pub struct UncertaintyOptions {
    /// Scenario file; `-` reads standard input
    pub file: String,
    /// How many draws
    #[arg(long, default_value_t = voced_sim::uncertainty::DEFAULT_DRAWS)]
    pub draws: u32,
    /// Where the draws begin, in place of the scenario's own seed
    #[arg(long)]
    pub seed: Option<u32>,
    /// Only these quantities, by id; every one where none is named
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub quantity: Vec<String>,
    /// Also write every draw to this CSV file
    #[arg(long, value_name = "CSV")]
    pub draws_out: Option<String>,
    /// Table for people, JSON for programs
    #[arg(long, value_enum, default_value_t = ListFormat::Json)]
    pub format: ListFormat,
}

/// What `voced sensitivity` takes.
#[derive(Args)]
pub struct SensitivityOptions {
    /// Scenario file; `-` reads standard input
    pub file: String,
    /// Id of the quantity, as in the results of `voced run`
    pub quantity: String,
    /// Year, such as 2023
    pub year: i32,
    /// Also estimate Sobol indices, from so many rows of draws (each as many runs as there are
    /// uncertain inputs, and two)
    #[arg(long, value_name = "ROWS")]
    pub sobol: Option<u32>,
    /// Table for people, JSON for programs
    #[arg(long, value_enum, default_value_t = ListFormat::Json)]
    pub format: ListFormat,
}

/// What `voced attribute` takes.
#[derive(Args)]
pub struct AttributeOptions {
    /// Scenario file to begin with; `-` reads standard input
    pub from: String,
    /// Scenario file to arrive at
    pub to: String,
    /// Id of the quantity, as in the results of `voced run`
    pub quantity: String,
    /// Year, such as 2023
    pub year: i32,
    /// Table for people, JSON for programs
    #[arg(long, value_enum, default_value_t = ListFormat::Json)]
    pub format: ListFormat,
}

/// What `voced solve` takes.
#[derive(Args)]
pub struct SolveOptions {
    /// Scenario file; `-` reads standard input
    pub file: String,
    /// Id of the input that may move
    #[arg(long, value_name = "ID")]
    pub lever: String,
    /// Id of the quantity that is to meet the goal
    #[arg(long, value_name = "ID")]
    pub quantity: String,
    /// Year, such as 2025
    #[arg(long)]
    pub year: i32,
    /// How it is held against the goal: '>=', '<=', '=' or 'about'
    #[arg(long)]
    pub op: String,
    /// The goal, in the quantity's unit
    #[arg(long, allow_negative_numbers = true)]
    pub value: f64,
    /// The least level allowed; the input's own bound where absent
    #[arg(long, allow_negative_numbers = true)]
    pub min: Option<f64>,
    /// The largest level allowed; the input's own bound where absent
    #[arg(long, allow_negative_numbers = true)]
    pub max: Option<f64>,
    /// Table for people, JSON for programs
    #[arg(long, value_enum, default_value_t = ListFormat::Json)]
    pub format: ListFormat,
}

/// A language of the product.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Simplified Chinese
    Zh,
    /// English
    En,
}

impl From<Language> for voced_sim::Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => voced_sim::Lang::Zh,
            Language::En => voced_sim::Lang::En,
        }
    }
}

/// How results are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ResultFormat {
    /// The result document
    Json,
    /// A table for spreadsheets
    Csv,
}

/// How lists are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Aligned columns
    Table,
    /// A JSON list
    Json,
}

/// How the list of inputs is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// Aligned columns
    Table,
    /// A JSON list
    Json,
    /// The page of the documentation, in both languages
    Markdown,
}
