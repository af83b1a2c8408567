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
        /// Scenario file, or area file, which is projected as it is; `-` reads standard input
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
    /// Compute one number over the levels of two levers
    Grid(GridOptions),
    /// Say what moved a number from one scenario to another of the same area
    Attribute(AttributeOptions),
    /// Look for levels of one or several levers at which goals and limits are met
    Solve(SolveOptions),
    /// Fit inputs to what was observed of an area, and say what the observed values tell of each
    Calibrate(CalibrateOptions),
    /// Write a scenario as an Excel workbook whose every result is a formula on its inputs
    Export {
        /// Scenario file; `-` reads standard input
        file: String,
        /// The workbook to write, such as plan.xlsx; one that is there already is replaced
        workbook: PathBuf,
    },
    /// Read an exported workbook back: what was typed into its yellow cells becomes a scenario, and whatever else is
    /// different is said by cell on standard error
    Workbook {
        /// The workbook (.xlsx, .ods); `-` reads standard input
        file: String,
        /// The scenario file to write in place of printing it; the numbers that were changed are printed then
        #[arg(short, long, value_name = "SCENARIO.json")]
        out: Option<PathBuf>,
    },
    /// Compute any number of areas under some scenarios, as one file of rows
    Batch(BatchOptions),
    /// An area of one's own: a template to fill in, a check of a table, an area file made of it
    Area {
        /// What to do
        #[command(subcommand)]
        command: AreaCommand,
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
        #[arg(long = "region", value_name = "ID")]
        area: Option<String>,
        /// Table for people, JSON for programs
        #[arg(long, value_enum, default_value_t = ListFormat::Table)]
        format: ListFormat,
    },
}

/// What `voced area` does.
#[derive(Subcommand)]
pub enum AreaCommand {
    /// Write a template to fill in, as a workbook or as text with commas
    Template {
        /// The area that ships whose values stand beside the empty cells; national values where absent
        #[arg(long, value_name = "ID")]
        like: Option<String>,
        /// The file to write, such as county.xlsx or county.csv; one that is there already is replaced
        out: PathBuf,
    },
    /// Say how each number of a table would be read, what is odd and what is missing, without changing anything
    Check {
        /// Workbook (.xlsx, .xls), text with commas or tabs, or JSON; `-` reads standard input
        file: String,
        /// What the table does not say
        #[command(flatten)]
        choices: AreaChoices,
        /// Table for people, JSON for programs
        #[arg(long, value_enum, default_value_t = ListFormat::Table)]
        format: ListFormat,
    },
    /// Make an area file of a table
    Import {
        /// Workbook (.xlsx, .xls), text with commas or tabs, or JSON; `-` reads standard input
        file: String,
        /// The area file to write; one that is there already is replaced
        #[arg(short, long, value_name = "AREA.json")]
        out: PathBuf,
        /// What the table does not say
        #[command(flatten)]
        choices: AreaChoices,
        /// Id of the area; the name of the file it is written to where absent
        #[arg(long)]
        id: Option<String>,
        /// What becomes of values that the table does not have: `national`, or the id of an area that ships, whose
        /// values are copied and marked as copies
        #[arg(long, value_name = "national|ID", default_value = NATIONAL)]
        missing: String,
    },
}

/// What a table may leave open.
#[derive(Args)]
pub struct AreaChoices {
    /// The last observed year, in place of the table's own
    #[arg(long, value_name = "YEAR")]
    pub base_year: Option<i32>,
    /// The area's name; of several areas in a table, the one to read
    #[arg(long)]
    pub name: Option<String>,
}

/// Missing values stay with the general ones.
pub const NATIONAL: &str = "national";

/// What `voced calibrate` takes.
#[derive(Args)]
pub struct CalibrateOptions {
    /// An area that ships, by id, or a scenario file; `-` reads standard input
    pub scenario: String,
    /// Ids of the inputs to fit, with commas between
    #[arg(long, value_name = "ID", value_delimiter = ',', required = true, num_args = 1..)]
    pub inputs: Vec<String>,
    /// Table for people, JSON for programs
    #[arg(long, value_enum, default_value_t = ListFormat::Json)]
    pub format: ListFormat,
}

/// What `voced uncertainty` takes.
#[derive(Args)]
pub struct UncertaintyOptions {
    /// Scenario file; `-` reads standard input
    pub file: String,
    /// How many draws
    #[arg(long, default_value_t = voced_analysis::uncertainty::DEFAULT_DRAWS)]
    pub draws: u32,
    /// Where the draws begin, in place of the scenario's own seed
    #[arg(long)]
    pub seed: Option<u32>,
    /// Only these quantities, by id; every one where none is named
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub quantity: Vec<String>,
    /// Also count the draws of every year in bins
    #[arg(long)]
    pub histograms: bool,
    /// Also weigh draws by how well they agree with what was observed of the area
    #[arg(long)]
    pub conditioned: bool,
    /// Also draw this scenario file, the same draws through both, and tell how sure the differences from it are
    #[arg(long, value_name = "FILE", conflicts_with = "conditioned")]
    pub against: Option<String>,
    /// Also write every draw to this CSV file
    #[arg(long, value_name = "CSV")]
    pub draws_out: Option<String>,
    /// Table for people, JSON for programs
    #[arg(long, value_enum, default_value_t = ListFormat::Json)]
    pub format: ListFormat,
}

/// What `voced batch` takes.
#[derive(Args)]
pub struct BatchOptions {
    /// A table with a row an area or with rows of area, indicator, year and value (.csv, .tsv, .xlsx, .xls, .ods), an
    /// area file, or a folder of area files; text in UTF-8 may be of any size
    pub areas: String,
    /// Scenario files whose changes every area follows; an area file stands for no change
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    pub scenarios: Vec<String>,
    /// Whether every area arrives at the scenario's levels, or changes its own values by as much
    #[arg(long, value_enum, default_value_t = ChangesOption::Absolute)]
    pub changes: ChangesOption,
    /// Also percentiles over so many draws of every uncertain input
    #[arg(long)]
    pub draws: Option<u32>,
    /// Only these quantities, by id; every one where none is named
    #[arg(long, value_name = "ID", num_args = 1..)]
    pub quantities: Vec<String>,
    /// Only this year or these years, such as 2020-2025
    #[arg(long)]
    pub years: Option<String>,
    /// Where values come from that an area lacks and no parent of it has: `national`, or an area that ships
    #[arg(long, value_name = "AREA", default_value = NATIONAL)]
    pub missing: String,
    /// The base year of all areas, where the table has none
    #[arg(long, value_name = "YEAR")]
    pub base_year: Option<i32>,
    /// What happens at an area that cannot be done
    #[arg(long, value_enum, default_value_t = OnError::Skip)]
    pub on_error: OnError,
    /// Go on with a batch that was broken off
    #[arg(long)]
    pub resume: bool,
    /// Replace files that are there
    #[arg(long, conflicts_with = "resume")]
    pub force: bool,
    /// How many threads; as many as there are processors where none is given. The results do not depend on it
    #[arg(long)]
    pub threads: Option<u16>,
    /// Show no progress
    #[arg(long)]
    pub quiet: bool,
    /// The file to write: .csv, .jsonl or .parquet
    #[arg(short, long, value_name = "OUT")]
    pub out: String,
}

/// How changes are understood in other areas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChangesOption {
    /// Every area reaches the same level
    Absolute,
    /// Every area changes by as much: shares by points, all else by a factor
    Relative,
}

/// What happens at a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OnError {
    /// Nothing more is done, and exit code 2
    Stop,
    /// The area is left out, told, and exit code 3 at the end
    Skip,
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

/// What `voced grid` takes.
#[derive(Args)]
pub struct GridOptions {
    /// Scenario file; `-` reads standard input
    pub file: String,
    /// Id of the input from left to right
    #[arg(long, value_name = "ID")]
    pub x: String,
    /// Id of the input from one row to the next
    #[arg(long, value_name = "ID")]
    pub y: String,
    /// Id of the quantity, as in the results of `voced run`
    #[arg(long, value_name = "ID")]
    pub quantity: String,
    /// Year, such as 2025
    #[arg(long)]
    pub year: i32,
    /// First and last level of the input from left to right, such as 0.3, 30% or 4500万; what makes sense for
    /// the area where absent
    #[arg(long, num_args = 2, value_names = ["FIRST", "LAST"], allow_negative_numbers = true)]
    pub x_ends: Option<Vec<String>>,
    /// First and last level of the other input
    #[arg(long, num_args = 2, value_names = ["FIRST", "LAST"], allow_negative_numbers = true)]
    pub y_ends: Option<Vec<String>>,
    /// How many levels from left to right
    #[arg(long, default_value_t = 8)]
    pub columns: u32,
    /// How many rows
    #[arg(long, default_value_t = 8)]
    pub rows: u32,
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
    /// Sentences or a table for people, JSON for programs
    #[arg(long, value_enum, default_value_t = AccountFormat::Json)]
    pub format: AccountFormat,
}

/// What `voced solve` takes.
///
/// One lever and one number: --lever ID --quantity ID --year YEAR --op OP --value GOAL.
/// Several of either: --lever once for each lever and --goal once for each goal or limit.
/// A question of the list: --preset ID.
#[derive(Args)]
pub struct SolveOptions {
    /// Scenario file; `-` reads standard input
    pub file: String,
    /// Id of an input that may move; with --goal or --highest also with its range: ID=MIN..MAX
    #[arg(long, value_name = "ID[=MIN..MAX]")]
    pub lever: Vec<String>,
    /// A goal or limit: 'METRIC OP VALUE', 'METRIC@YEAR OP VALUE' or 'METRIC@every OP VALUE', where METRIC
    /// is a quantity, an input or deliverable:ID; or 'target:ID', a target of the area's plan
    #[arg(long, value_name = "GOAL", conflicts_with_all = ["quantity", "year", "op", "value", "min", "max"])]
    pub goal: Vec<String>,
    /// Look for the highest level of this lever that keeps every goal, in place of the smallest change
    #[arg(long, value_name = "ID", requires = "goal", conflicts_with = "lowest")]
    pub highest: Option<String>,
    /// Look for the lowest level of this lever that keeps every goal
    #[arg(long, value_name = "ID", requires = "goal")]
    pub lowest: Option<String>,
    /// A question of the list: 'ratio' (20 students per teacher), 'plan_teachers' (the plan's number of
    /// teachers), 'close_gap' (surcharge shares), 'meet_plan' (every target without a deficit) or
    /// 'highest_share' (what places and staff can carry)
    #[arg(long, value_name = "ID", conflicts_with_all = ["lever", "goal", "quantity", "year", "op", "value", "min", "max"])]
    pub preset: Option<String>,
    /// Id of the quantity that is to meet the goal
    #[arg(long, value_name = "ID", required_unless_present_any = ["goal", "preset"])]
    pub quantity: Option<String>,
    /// Year, such as 2025
    #[arg(long, required_unless_present_any = ["goal", "preset"])]
    pub year: Option<i32>,
    /// How it is held against the goal: '>=', '<=', '=' or 'about'
    #[arg(long, required_unless_present_any = ["goal", "preset"])]
    pub op: Option<String>,
    /// The goal, in the quantity's unit, such as 300, 0.4, 40% or 4500万
    #[arg(long, allow_negative_numbers = true, required_unless_present_any = ["goal", "preset"])]
    pub value: Option<String>,
    /// The least level allowed; the input's own bound where absent
    #[arg(long, allow_negative_numbers = true)]
    pub min: Option<String>,
    /// The largest level allowed; the input's own bound where absent
    #[arg(long, allow_negative_numbers = true)]
    pub max: Option<String>,
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

impl From<Language> for voced_model::Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => voced_model::Lang::Zh,
            Language::En => voced_model::Lang::En,
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

/// How causes are written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AccountFormat {
    /// A paragraph
    Text,
    /// Aligned columns
    Table,
    /// A JSON document
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
