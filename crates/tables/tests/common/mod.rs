//! Files of tests, what is in them, and damaged copies of them.

#![allow(dead_code, reason = "every test takes what it needs")]

use voced_tables::{Book, Content, Percent, Place, Sheet};

/// The bytes of a file.
pub fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a file of the tests")
}

/// The book of a file.
pub fn book(name: &str) -> Book {
    voced_tables::read(&file(name)).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

/// Every cell of a sheet in a line: its name, what it holds, `%` where shown in percent, `=` where it is a formula.
pub fn cells(sheet: &Sheet) -> Vec<String> {
    let rows = sheet.rows.iter();
    rows.flat_map(|row| row.cells.iter().map(|(column, cell)| (Place { row: row.number, column: *column }, cell)))
        .map(|(place, cell)| {
            let content = match &cell.content {
                Content::Blank => String::new(),
                Content::Text(text) => format!("{text:?}"),
                Content::Number(number) => number.to_string(),
                Content::Date(date) => format!("{}-{:02}-{:02}", date.year, date.month, date.day),
                Content::Truth(truth) => truth.to_string(),
                Content::Error(error) => error.clone(),
            };
            let percent = if cell.percent == Percent::Yes { "%" } else { "" };
            let formula = cell.formula.as_ref().map(|formula| format!(" ={formula}")).unwrap_or_default();
            format!("{place} {content}{percent}{formula}")
        })
        .collect()
}

/// The merged ranges of a sheet, as `A1:B2`.
pub fn merged(sheet: &Sheet) -> Vec<String> {
    sheet.merged.iter().map(|range| format!("{}:{}", range.first, range.last)).collect()
}

/// Numbers that look random and are the same every time (xorshift).
pub struct Dice(pub u64);

impl Dice {
    /// A number below another one.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    /// A copy with some of it changed, cut out, put in twice or put elsewhere.
    pub fn damage(&mut self, file: &[u8]) -> Vec<u8> {
        let mut file = file.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(file.len());
            let length = self.below(64).min(file.len() - at);
            match self.below(8) {
                0 => file.truncate(at),
                1 => drop(file.drain(at..at + length)),
                2 => {
                    let piece = file[at..at + length].to_vec();
                    let to = self.below(file.len());
                    file.splice(to..to, piece);
                }
                3 => {
                    let extreme = [0x00, 0x01, 0x7f, 0x80, 0xff][self.below(5)];
                    file[at..at + length.min(8)].fill(extreme);
                }
                4 => {
                    let other = self.below(file.len());
                    file.swap(at, other);
                }
                _ => file[at] = self.below(256) as u8,
            }
            if file.is_empty() {
                break;
            }
        }
        file
    }
}

/// Reads so many damaged copies of a file; a panic is a failure, and so is a reading that takes long.
pub fn survive(name: &str, copies: usize) {
    survive_bytes(name, &file(name), copies);
}

/// The same for bytes.
pub fn survive_bytes(name: &str, whole: &[u8], copies: usize) {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for copy in 0..copies {
        let damaged = dice.damage(whole);
        let start = std::time::Instant::now();
        let _ = std::hint::black_box(voced_tables::read(&damaged));
        let taken = start.elapsed();
        assert!(taken.as_secs() < 2, "{name}, copy {copy}: {taken:?}");
    }
}
