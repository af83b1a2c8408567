//! Areas from a file, block by block: a file of any size takes the memory of one block.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::fs::{self, File};
use std::hash::{Hash, Hasher};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use voced_import::{Choices, Made, Missing, SetRun, read_set};
use voced_model::Lang;
use voced_scenario::{Area, AreaRef, Json};
use voced_tables::Book;

/// An area of the input, or why it is none.
pub struct Given {
    /// Where it stands: file and cell.
    pub place: String,
    /// Its name; may be empty.
    pub name: String,
    /// The area, or one line a fault.
    pub area: Result<AreaRef, Vec<String>>,
}

/// Records of a block.
const BLOCK: usize = 500;

/// Records that are looked at to find the headings.
const LOOKED_AT: usize = 60;

/// Areas that later rows may name as parents.
const LENDERS: usize = 20_000;

/// The longest record of a text, in lines: a quotation mark that is never closed takes no more.
const LINES: usize = 1000;

/// Where areas come from.
pub struct Areas {
    file: String,
    lang: Lang,
    choices: Choices,
    missing: Option<Arc<Area>>,
    source: Source,
    /// Areas that were read and may lend their values, by id and by name.
    lenders: HashMap<String, Arc<Area>>,
    /// Ids that were there, each with its place.
    seen: HashMap<u64, String>,
}

enum Source {
    /// A text, read as it goes.
    Text(TextSource),
    /// A book that was read at once.
    Book(Option<Box<Book>>),
    /// Area files.
    Files(std::vec::IntoIter<PathBuf>),
}

/// A text of records.
struct TextSource {
    reader: BufReader<File>,
    /// The headings, as they stand in the file.
    head: String,
    /// How many records they are.
    head_records: u32,
    /// The column of areas, counted from 0.
    column: u32,
    /// What was read beyond the last block.
    ahead: Vec<String>,
    /// The record that comes next, counted from 0.
    next: u32,
    is_done: bool,
}

impl Areas {
    /// Opens a table, a folder of area files or one area file.
    ///
    /// # Errors
    /// One line that says why it cannot be read.
    pub fn open(file: &str, choices: Choices, missing: Option<Arc<Area>>, lang: Lang) -> Result<Areas, Vec<String>> {
        let source = source(file, &choices, lang).map_err(|line| vec![format!("{file}: {line}")])?;
        let (lenders, seen) = (HashMap::new(), HashMap::new());
        Ok(Areas { file: file.to_owned(), lang, choices, missing, source, lenders, seen })
    }

    /// The next block; `None` at the end.
    ///
    /// # Errors
    /// One line that says why the rest cannot be read.
    pub fn block(&mut self) -> Result<Option<Vec<Given>>, Vec<String>> {
        let failed = |line: String| vec![format!("{}: {line}", self.file)];
        let book = match &mut self.source {
            Source::Files(files) => {
                let paths: Vec<PathBuf> = files.take(BLOCK).collect();
                let given = paths.iter().map(|path| area_file(path, self.lang)).collect::<Vec<_>>();
                return Ok((!given.is_empty()).then(|| self.once(given)));
            }
            Source::Book(book) => book.take().map(|book| *book),
            Source::Text(text) => match text.block().map_err(|error| failed(error.to_string()))? {
                None => None,
                Some((block, first)) => {
                    let read = voced_tables::read_text(&block);
                    let mut book = read.map_err(|refusal| failed(refusal.words(self.lang)))?;
                    // Rows are told by their numbers in the file.
                    for row in book.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows) {
                        if row.number >= text.head_records {
                            row.number = row.number - text.head_records + first;
                        }
                    }
                    Some(book)
                }
            },
        };
        let Some(book) = book else { return Ok(None) };
        let run = read_set(&book, &self.choices);
        if run.rows.is_empty() && !run.faults.is_empty() {
            return Err(run
                .faults
                .iter()
                .map(|fault| format!("{}: {}", self.file, fault.message(self.lang)))
                .collect());
        }
        let given = self.made(&run);
        Ok(Some(self.once(given)))
    }

    fn made(&mut self, run: &SetRun) -> Vec<Given> {
        let lender = |name: &str| {
            let ships = || Area::find_shipped(name).cloned().map(Arc::new);
            self.lenders.get(name).cloned().or_else(ships)
        };
        let missing = self.missing.clone();
        let made = run.areas(lender, missing.as_deref().map_or(Missing::National, Missing::CopyOf));
        let mut given = Vec::with_capacity(made.len());
        for (row, made) in run.rows.iter().zip(made) {
            if let Ok(area) = &made
                && self.lenders.len() < LENDERS
            {
                self.lenders.insert(row.id.clone(), area.clone());
                self.lenders.entry(row.name.clone()).or_insert_with(|| area.clone());
            }
            let place = format!("{}: {}", self.file, row.at.text(self.lang));
            given.push(Given { place, name: row.name.clone(), area: told(made, self.lang) });
        }
        given
    }

    /// An area whose id was there already is a fault.
    fn once(&mut self, mut given: Vec<Given>) -> Vec<Given> {
        for one in &mut given {
            let Ok(area) = &one.area else { continue };
            let mut hasher = DefaultHasher::new();
            area.area().id.hash(&mut hasher);
            let first = self.seen.entry(hasher.finish()).or_insert_with(|| one.place.clone());
            if *first != one.place {
                let id = &area.area().id;
                one.area = Err(vec![self.lang.pick(
                    format!("编号“{id}”与{first}重复；一个地区的各行须连在一起"),
                    format!("the id “{id}” is there already, in {first}; rows of one area have to stand together"),
                )]);
            }
        }
        given
    }
}

fn told(made: Made, lang: Lang) -> Result<AreaRef, Vec<String>> {
    made.map(AreaRef::Own).map_err(|faults| faults.iter().map(|fault| fault.message(lang)).collect())
}

fn area_file(path: &Path, lang: Lang) -> Given {
    let place = path.display().to_string();
    let read = || -> Result<Area, Vec<String>> {
        let cause = lang.pick("无法读取", "can not be read");
        let text = fs::read_to_string(path).map_err(|error| vec![format!("{cause}: {error}")])?;
        let json = Json::parse(&text).map_err(|fault| vec![fault.message(lang)])?;
        Area::from_json(&json).map_err(|faults| faults.iter().map(|fault| fault.message(lang)).collect())
    };
    match read() {
        Ok(area) => Given { place, name: area.name.get(lang).to_owned(), area: Ok(AreaRef::Own(Arc::new(area))) },
        Err(faults) => Given { place, name: String::new(), area: Err(faults) },
    }
}

fn source(file: &str, choices: &Choices, lang: Lang) -> Result<Source, String> {
    let unreadable = |error: std::io::Error| format!("{}: {error}", lang.pick("无法读取", "can not be read"));
    let path = Path::new(file);
    if path.is_dir() {
        let entries = fs::read_dir(path).map_err(unreadable)?;
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
        files.sort();
        if files.is_empty() {
            return Err(lang.pick("没有地区文件（.json）", "there are no area files (.json) in it").to_owned());
        }
        return Ok(Source::Files(files.into_iter()));
    }
    let mut start = Vec::new();
    File::open(path).map_err(unreadable)?.take(1 << 16).read_to_end(&mut start).map_err(unreadable)?;
    let text = start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start);
    if text.trim_ascii_start().first() == Some(&b'{') {
        return Ok(Source::Files(vec![path.to_owned()].into_iter()));
    }
    if is_plain_text(text) && !text.trim_ascii_start().starts_with(b"<") {
        let reader = BufReader::with_capacity(1 << 20, File::open(path).map_err(unreadable)?);
        return TextSource::new(reader, choices).map(Source::Text).map_err(unreadable);
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    let book = voced_tables::read(&bytes).map_err(|refusal| refusal.words(lang))?;
    Ok(Source::Book(Some(Box::new(book))))
}

/// Whether bytes begin as text in UTF-8; a character may be cut at the end.
fn is_plain_text(bytes: &[u8]) -> bool {
    let is_utf8 = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    is_utf8 && !bytes.contains(&0)
}

impl TextSource {
    fn new(reader: BufReader<File>, choices: &Choices) -> std::io::Result<TextSource> {
        let (head, ahead) = (String::new(), Vec::new());
        let mut source = TextSource { reader, head, head_records: 0, column: 0, ahead, next: 0, is_done: false };
        let mut first = Vec::new();
        while first.len() < LOOKED_AT {
            match source.record()? {
                Some(record) => first.push(record),
                None => break,
            }
        }
        // The headings end where the first area stands.
        let begin = voced_tables::read_text(&first.concat()).ok().and_then(|book| {
            let run = read_set(&book, choices);
            run.rows.first().map(|row| row.at.place)
        });
        if let Some(place) = begin {
            let rest = first.split_off((place.row as usize).min(first.len()));
            (source.head, source.head_records, source.column) = (first.concat(), place.row, place.column);
            (source.next, source.ahead) = (place.row, rest);
        } else {
            source.ahead = first;
        }
        Ok(source)
    }

    /// The next record: a line, or several where a quoted cell holds ends of lines.
    fn record(&mut self) -> std::io::Result<Option<String>> {
        let mut record = Vec::new();
        for _ in 0..LINES {
            if self.reader.read_until(b'\n', &mut record)? == 0 {
                break;
            }
            if record.iter().filter(|byte| **byte == b'"').count().is_multiple_of(2) {
                break;
            }
        }
        if record.is_empty() {
            return Ok(None);
        }
        if !record.ends_with(b"\n") {
            record.push(b'\n');
        }
        let text = String::from_utf8_lossy(&record).into_owned();
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }

    /// The next block with the headings before it, and the number of its first record. Rows of one area stay together.
    fn block(&mut self) -> std::io::Result<Option<(String, u32)>> {
        let mut records = std::mem::take(&mut self.ahead);
        while !self.is_done && records.len() < BLOCK {
            match self.record()? {
                Some(record) => records.push(record),
                None => self.is_done = true,
            }
        }
        let mut last = records.last().map(|record| self.area_of(record)).unwrap_or_default();
        while !self.is_done {
            let Some(record) = self.record()? else {
                self.is_done = true;
                break;
            };
            let area = self.area_of(&record);
            if area == last || area.is_empty() {
                last = if area.is_empty() { last } else { area };
                records.push(record);
            } else {
                self.ahead.push(record);
                break;
            }
        }
        if records.is_empty() {
            return Ok(None);
        }
        let first = self.next;
        self.next += records.len() as u32;
        Ok(Some((format!("{}{}", self.head, records.concat()), first)))
    }

    /// What a record has in the column of areas.
    fn area_of(&self, record: &str) -> String {
        let Ok(book) = voced_tables::read_text(&format!("{}{record}", last_line(&self.head))) else {
            return String::new();
        };
        let cells = book.sheets.first().and_then(|sheet| sheet.rows.last()).map(|row| &row.cells);
        let found = cells.into_iter().flatten().find(|(column, _)| *column == self.column);
        found.map(|(_, cell)| format!("{:?}", cell.content)).unwrap_or_default()
    }
}

/// The last line of the headings: it shows what stands between cells.
fn last_line(head: &str) -> &str {
    head.trim_end_matches('\n').rsplit_once('\n').map_or(head, |(_, last)| last)
}
