//! `voced batch`: results of any number of areas under some scenarios, as one file.

mod areas;
mod journal;
mod out;

use std::collections::hash_map::DefaultHasher;
use std::fs::{self, File, OpenOptions};
use std::hash::{Hash, Hasher};
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};
use voced_analysis::many::Batch;
use voced_analysis::uncertainty::MAX_DRAWS;
use voced_import::Choices;
use voced_model::{Allowed, Lang, Quantity};
use voced_scenario::{Area, AreaRef, Changes, Problem, Scenario, named_quantity};

use self::areas::{Areas, Given};
use self::journal::{Beside, Journal};
use self::out::OutFormat;
use crate::arguments::{BatchOptions, ChangesOption, NATIONAL, OnError};
use crate::{BAD_INPUT, BAD_OUTPUT, scenario_file};

/// Exit code where some areas could not be done.
const SOME_FAILED: u8 = 3;

/// Areas that are computed before their rows are written.
const BLOCK: usize = 256;

/// Why a batch ended early.
enum Broken {
    /// Something given is wrong: one line a fault.
    Input(Vec<String>),
    /// The output cannot be written: why, in one line.
    Output(String),
    /// The disk takes no more rows.
    Disk(io::Error),
}

/// Does the batch, and says how it ended.
pub fn answer(options: &BatchOptions, lang: Lang) -> ExitCode {
    match run(options, lang) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(SOME_FAILED),
        Err(Broken::Input(lines)) => {
            lines.iter().for_each(|line| tell(line));
            ExitCode::from(BAD_INPUT)
        }
        Err(Broken::Output(line)) => {
            tell(&line);
            ExitCode::from(BAD_OUTPUT)
        }
        Err(Broken::Disk(error)) => {
            let partial = Beside::of(Path::new(&options.out)).partial;
            let kept = lang.pick("已完成的部分保留在", "what is done is kept in");
            let goes_on = lang.pick("腾出空间后用 --resume 继续", "--resume goes on from there");
            tell(&format!("{}: {error}; {kept} {}; {goes_on}", options.out, partial.display()));
            ExitCode::from(BAD_OUTPUT)
        }
    }
}

/// One line on standard error; where even that can not be written, the exit code still says it.
fn tell(line: &str) {
    let _ = writeln!(io::stderr(), "voced: {line}");
}

/// Does the batch and gives how many areas could not be done.
fn run(options: &BatchOptions, lang: Lang) -> Result<u64, Broken> {
    let batch = asked(options, lang).map_err(Broken::Input)?;
    let out = Path::new(&options.out);
    let format = OutFormat::of(out).ok_or_else(|| {
        let line = lang.pick("输出文件须以 .csv、.jsonl 或 .parquet 结尾", "has to end in .csv, .jsonl or .parquet");
        Broken::Input(vec![format!("{}: {line}", options.out)])
    })?;
    if out.exists() && !options.force {
        let line = lang.pick("已存在；加 --force 可替换", "is there already; --force replaces it");
        return Err(Broken::Input(vec![format!("{}: {line}", options.out)]));
    }
    let missing = match options.missing.as_str() {
        NATIONAL => None,
        other => Some(lender(other, lang).map_err(Broken::Input)?),
    };
    let choices = Choices { base_year: options.base_year, ..Choices::default() };
    let mut areas = Areas::open(&options.areas, choices, missing, lang).map_err(Broken::Input)?;
    let fingerprint =
        fingerprint(options, &batch).map_err(|error| Broken::Input(vec![format!("{}: {error}", options.areas)]))?;
    let beside = Beside::of(out);
    let (mut journal, mut partial) = begin(options, &beside, fingerprint, format, &batch, lang)?;
    let threads = options.threads.map_or_else(|| thread::available_parallelism().map_or(1, |n| n.get()), usize::from);
    let bar = bar(options);
    let mut done = 0_u64;
    while let Some(block) = areas.block().map_err(Broken::Input)? {
        for part in block.chunks(BLOCK) {
            done += part.len() as u64;
            // Done before the batch was broken off.
            if done <= journal.areas {
                continue;
            }
            let skip = part.len() - (done - journal.areas).min(part.len() as u64) as usize;
            write_part(&part[skip..], &batch, format, threads, options, &mut journal, &mut partial, lang)?;
            partial
                .flush()
                .and_then(|()| partial.get_ref().sync_data())
                .and_then(|()| beside.write(&journal))
                .map_err(Broken::Disk)?;
            bar.set_message(format!("{}", journal.areas));
            bar.tick();
        }
    }
    bar.finish_and_clear();
    drop(partial);
    finish(out, &beside, format, &batch).map_err(Broken::Disk)?;
    if journal.areas == 0 {
        return Err(Broken::Input(vec![format!(
            "{}: {}",
            options.areas,
            lang.pick("没有地区", "there are no areas in it")
        )]));
    }
    if journal.faulty > 0 {
        let (all, faulty) = (journal.areas, journal.faulty);
        let sound = all - faulty;
        tell(&lang.pick(
            format!("{all}个地区完成{sound}个，{faulty}个有问题，不在结果中"),
            format!("{sound} of {all} areas done; {faulty} with faults are not in the results"),
        ));
    }
    Ok(journal.faulty)
}

/// Computes some areas and writes their rows; faulty ones are told.
#[expect(clippy::too_many_arguments, reason = "the state of one batch")]
fn write_part(
    part: &[Given],
    batch: &Batch,
    format: OutFormat,
    threads: usize,
    options: &BatchOptions,
    journal: &mut Journal,
    partial: &mut BufWriter<File>,
    lang: Lang,
) -> Result<(), Broken> {
    let sound: Vec<AreaRef> = part.iter().filter_map(|given| given.area.as_ref().ok()).cloned().collect();
    let mut computed = batch.areas(&sound, threads).into_iter();
    for given in part {
        let named =
            if given.name.is_empty() { given.place.clone() } else { format!("{} ({})", given.place, given.name) };
        let rows = match &given.area {
            Err(faults) => Err(faults.clone()),
            Ok(area) => match computed.next() {
                Some(Ok((rows, notes))) => {
                    for (scenario, note) in notes {
                        tell(&format!("{named}: {}: {}", batch.scenarios[scenario].0, note.text(lang)));
                    }
                    Ok((area, rows))
                }
                Some(Err(faults)) => {
                    let line = |(scenario, fault): (usize, voced_scenario::Fault)| {
                        format!("{}: {}", batch.scenarios[scenario].0, fault.message(lang))
                    };
                    Err(faults.into_iter().map(line).collect())
                }
                None => Err(Vec::new()),
            },
        };
        journal.areas += 1;
        match rows {
            Ok((area, rows)) => {
                let lines = out::lines(format, batch, area, &rows);
                let written = lines.and_then(|lines| partial.write_all(&lines).map(|()| lines.len()));
                let size = written.map_err(Broken::Disk)?;
                journal.bytes += size as u64;
            }
            Err(faults) => {
                let lines: Vec<String> = faults.iter().map(|fault| format!("{named}: {fault}")).collect();
                if options.on_error == OnError::Stop {
                    return Err(Broken::Input(lines));
                }
                journal.faulty += 1;
                lines.iter().for_each(|line| tell(line));
            }
        }
    }
    Ok(())
}

/// What is to be computed, judged before anything is written.
fn asked(options: &BatchOptions, lang: Lang) -> Result<Batch, Vec<String>> {
    let mut lines = Vec::new();
    let mut scenarios: Vec<(String, Scenario)> = Vec::new();
    for file in &options.scenarios {
        let stem = Path::new(file).file_stem().map_or_else(|| file.clone(), |stem| stem.to_string_lossy().into_owned());
        if scenarios.iter().any(|(known, _)| *known == stem) {
            lines.push(lang.pick(
                format!("{file}：有两个方案文件同名“{stem}”"),
                format!("{file}: two scenario files are called “{stem}”"),
            ));
        }
        match scenario_file::open(file, lang) {
            Ok(resolved) => scenarios.push((stem, resolved.scenario)),
            Err(faults) => lines.extend(faults),
        }
    }
    let mut quantities: Vec<Quantity> = Vec::new();
    for id in options.quantities.iter().flat_map(|ids| ids.split(',')) {
        match named_quantity("--quantities", id.trim()) {
            Ok(quantity) if quantities.contains(&quantity) => {}
            Ok(quantity) => quantities.push(quantity),
            Err(fault) => lines.push(fault.message(lang)),
        }
    }
    if options.quantities.is_empty() {
        quantities = Quantity::ALL.to_vec();
    }
    let years = match options.years.as_deref().map(years) {
        None => None,
        Some(Some(years)) => Some(years),
        Some(None) => {
            lines.push(lang.pick("--years：请写作 2025 或 2020-2025", "--years: give 2025 or 2020-2025").to_owned());
            None
        }
    };
    if let Some(draws) = options.draws {
        let allowed = Allowed { min: 1.0, max: f64::from(MAX_DRAWS), whole: true, unit: None };
        let problem = Problem::of(&allowed, f64::from(draws));
        lines.extend(problem.map(|problem: Problem| voced_scenario::Fault::new("--draws", problem).message(lang)));
    }
    let changes = match options.changes {
        ChangesOption::Absolute => Changes::Absolute,
        ChangesOption::Relative => Changes::Relative,
    };
    let batch = Batch { scenarios, changes, quantities, years, draws: options.draws };
    if lines.is_empty() { Ok(batch) } else { Err(lines) }
}

/// `2025` or `2020-2025`.
fn years(text: &str) -> Option<RangeInclusive<i32>> {
    let year = |text: &str| text.trim().parse::<i32>().ok().filter(|year| (1900..=2200).contains(year));
    match text.split_once(['-', '–']) {
        None => year(text).map(|year| year..=year),
        Some((from, to)) => Some(year(from)?..=year(to)?).filter(|years| !years.is_empty()),
    }
}

/// The area that missing values come from.
fn lender(id: &str, lang: Lang) -> Result<Arc<Area>, Vec<String>> {
    crate::area_template::shipped("--missing", id, lang).cloned().map(Arc::new)
}

/// What tells a batch from others: its areas, scenarios and options, byte by byte.
fn fingerprint(options: &BatchOptions, batch: &Batch) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    voced_model::equations::MODEL_VERSION.hash(&mut hasher);
    for (name, scenario) in &batch.scenarios {
        (name, scenario.to_json().to_string()).hash(&mut hasher);
    }
    let ids: Vec<&str> = batch.quantities.iter().map(|quantity| quantity.id()).collect();
    (ids, &batch.years, batch.draws, batch.changes).hash(&mut hasher);
    (&options.missing, options.base_year, OutFormat::of(Path::new(&options.out)).map(|format| format as u8))
        .hash(&mut hasher);
    let path = Path::new(&options.areas);
    if path.is_dir() {
        let mut names: Vec<_> = fs::read_dir(path)?.flatten().map(|entry| entry.path()).collect();
        names.sort();
        for name in names.iter().filter(|name| name.is_file()) {
            (name, fs::read(name)?).hash(&mut hasher);
        }
    } else {
        let mut file = File::open(path)?;
        let mut buffer = vec![0; 1 << 20];
        loop {
            let size = file.read(&mut buffer)?;
            if size == 0 {
                break;
            }
            hasher.write(&buffer[..size]);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The journal and the file of rows: new ones, or those that a broken batch left.
fn begin(
    options: &BatchOptions,
    beside: &Beside,
    fingerprint: String,
    format: OutFormat,
    batch: &Batch,
    lang: Lang,
) -> Result<(Journal, BufWriter<File>), Broken> {
    let name = beside.partial.display();
    let failed = |error: io::Error| Broken::Output(format!("{name}: {error}"));
    let known = beside.read().filter(|_| beside.partial.exists());
    if options.resume {
        let Some(journal) = known else {
            let line = lang.pick("没有可以继续的批次", "there is no batch to go on with");
            return Err(Broken::Input(vec![format!("{name}: {line}")]));
        };
        if journal.fingerprint != fingerprint {
            let line = lang.pick(
                "属于另一批次（地区、方案或选项不同）",
                "is of another batch (other areas, scenarios or options)",
            );
            return Err(Broken::Input(vec![format!("{name}: {line}")]));
        }
        let file = OpenOptions::new().append(true).open(&beside.partial).map_err(failed)?;
        // What was written after the journal is written again.
        file.set_len(journal.bytes).map_err(failed)?;
        return Ok((journal, BufWriter::new(file)));
    }
    if known.is_some() && !options.force {
        let line = lang.pick(
            "是未完成的批次；加 --resume 继续，或加 --force 重来",
            "is a batch that was broken off; --resume goes on with it, --force begins anew",
        );
        return Err(Broken::Input(vec![format!("{name}: {line}")]));
    }
    let mut file = BufWriter::new(File::create(&beside.partial).map_err(failed)?);
    let head = out::head(format, batch.draws.is_some());
    file.write_all(&head).and_then(|()| file.flush()).map_err(failed)?;
    let journal = Journal { fingerprint, areas: 0, faulty: 0, bytes: head.len() as u64 };
    beside.write(&journal).map_err(failed)?;
    Ok((journal, file))
}

/// Puts the finished file in its place and takes away what was beside it.
fn finish(out: &Path, beside: &Beside, format: OutFormat, batch: &Batch) -> io::Result<()> {
    if format == OutFormat::Parquet {
        let mut packed = beside.partial.as_os_str().to_owned();
        packed.push(".parquet");
        out::parquet(&beside.partial, Path::new(&packed), batch.draws.is_some())?;
        fs::rename(&packed, out)?;
        fs::remove_file(&beside.partial)?;
    } else {
        fs::rename(&beside.partial, out)?;
    }
    fs::remove_file(&beside.progress)
}

/// A line that moves, where somebody sees it.
fn bar(options: &BatchOptions) -> ProgressBar {
    if options.quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} areas, {elapsed}") {
        bar.set_style(style);
    }
    bar
}
