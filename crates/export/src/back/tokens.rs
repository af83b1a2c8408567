//! Formulas in their parts, so that two spellings of one formula are seen to be the same: spreadsheet programs write
//! spaces, capitals, `$`, names of sheets and powers of ten in their own ways.

use voced_tables::Place;

/// A part of a formula.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A cell.
    Cell(Reference),
    /// A number.
    Number(f64),
    /// Text in quotes.
    Text(String),
    /// A function or another word, in capitals.
    Word(String),
    /// A sign.
    Sign(char),
}

/// A cell that a formula names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reference {
    /// The sheet's name; `None` for the formula's own.
    pub(crate) sheet: Option<String>,
    /// Where it is.
    pub(crate) place: Place,
    /// Whether row and column stay when the formula is copied.
    pub(crate) fixed: (bool, bool),
}

impl Reference {
    /// The cell that a copy of the formula names so many rows and columns away; `None` beyond the sheet.
    pub(crate) fn moved(&self, (rows, columns): (i64, i64)) -> Option<Reference> {
        let along = |at: u32, by: i64, fixed: bool| {
            if fixed { Some(at) } else { i64::from(at).checked_add(by).and_then(|at| u32::try_from(at).ok()) }
        };
        let place = Place {
            row: along(self.place.row, rows, self.fixed.0)?,
            column: along(self.place.column, columns, self.fixed.1)?,
        };
        Some(Reference { place, ..self.clone() })
    }
}

/// The parts of a formula as XLSX or OpenDocument write it.
pub(crate) fn tokens(formula: &str) -> Vec<Token> {
    let mut reader = Reader { left: formula.trim_start().trim_start_matches('='), tokens: Vec::new() };
    while reader.step() {}
    of_ranges(reader.tokens)
}

/// The second cell of a range is on the sheet of the first.
fn of_ranges(mut tokens: Vec<Token>) -> Vec<Token> {
    let mut before: Option<String> = None;
    let mut is_range = false;
    for token in &mut tokens {
        match token {
            Token::Cell(cell) => {
                if is_range && cell.sheet.is_none() {
                    cell.sheet.clone_from(&before);
                }
                before.clone_from(&cell.sheet);
                is_range = false;
            }
            Token::Sign(':') => is_range = true,
            _ => {
                before = None;
                is_range = false;
            }
        }
    }
    tokens
}

struct Reader<'t> {
    left: &'t str,
    tokens: Vec<Token>,
}

/// What names of functions, sheets and cells consist of.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '\\' | '?')
}

impl Reader<'_> {
    /// Reads one part; `false` at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.left.chars().next() else { return false };
        match first {
            _ if first.is_whitespace() => self.skip(first),
            '"' => {
                let text = self.quoted('"');
                self.tokens.push(Token::Text(text));
            }
            '\'' => {
                let name = self.quoted('\'');
                self.behind_name(name);
            }
            '[' => self.bracketed(),
            '#' => self.error(),
            '0'..='9' => self.number(),
            '.' if self.left.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) => self.number(),
            _ if is_of_word(first) => self.word(),
            ';' => {
                self.skip(first);
                self.tokens.push(Token::Sign(','));
            }
            _ => {
                self.skip(first);
                self.tokens.push(Token::Sign(first));
            }
        }
        true
    }

    fn skip(&mut self, c: char) {
        self.left = self.left.strip_prefix(c).unwrap_or_default();
    }

    /// Takes so many bytes, which end between two characters.
    fn take(&mut self, end: usize) -> &str {
        let (taken, left) = self.left.split_at_checked(end).unwrap_or((self.left, ""));
        self.left = left;
        taken
    }

    /// Text between quotes; a doubled one is one of the text.
    fn quoted(&mut self, quote: char) -> String {
        self.skip(quote);
        let mut text = String::new();
        let mut left = self.left.char_indices().peekable();
        let mut end = self.left.len();
        while let Some((at, c)) = left.next() {
            if c == quote && left.next_if(|(_, next)| *next == quote).is_none() {
                end = at + c.len_utf8();
                break;
            }
            text.push(c);
        }
        self.take(end);
        text
    }

    /// A name in quotes: of a sheet, where a cell follows.
    fn behind_name(&mut self, name: String) {
        if self.left.starts_with('!') {
            self.skip('!');
            self.cell_of(name);
        } else {
            self.tokens.push(Token::Word(name));
        }
    }

    /// The cell behind the name of a sheet.
    fn cell_of(&mut self, sheet: String) {
        let end = self.left.find(|c| !is_of_word(c)).unwrap_or(self.left.len());
        let word = self.take(end).to_owned();
        match cell(&word) {
            Some(cell) => self.tokens.push(Token::Cell(Reference { sheet: Some(sheet), ..cell })),
            None => self.tokens.push(Token::Word(format!("{sheet}!{word}"))),
        }
    }

    /// A reference as OpenDocument has it: `[.E12]`, `[$Levers.$D$9]`, `[.E1:.G1]`. Anything else stays a word.
    fn bracketed(&mut self) {
        let mut in_name = false;
        let end = self.left.find(|c| {
            in_name ^= c == '\'';
            c == ']' && !in_name
        });
        let whole = self.take(end.map_or(self.left.len(), |end| end + 1)).to_owned();
        let inner = whole.trim_start_matches('[').trim_end_matches(']');
        let cells: Option<Vec<Reference>> = inner.split(':').map(dotted).collect();
        match cells.as_deref() {
            Some([one]) => self.tokens.push(Token::Cell(one.clone())),
            Some([first, last]) => {
                let (first, last) = (Token::Cell(first.clone()), Token::Cell(last.clone()));
                self.tokens.extend([first, Token::Sign(':'), last]);
            }
            _ => self.tokens.push(Token::Word(whole)),
        }
    }

    /// `#REF!`, `#N/A`.
    fn error(&mut self) {
        let end = self.left.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '#' | '/' | '!' | '?')));
        let word = self.take(end.unwrap_or(self.left.len())).to_ascii_uppercase();
        self.tokens.push(Token::Word(word));
    }

    fn number(&mut self) {
        let digits = |text: &str| text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
        let mut end = digits(self.left);
        let rest = self.left.get(end..).unwrap_or_default();
        if let Some(power) = rest.strip_prefix(['e', 'E']) {
            let unsigned = power.strip_prefix(['+', '-']).unwrap_or(power);
            let count = unsigned.len() - unsigned.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if count > 0 {
                end += rest.len() - unsigned.len() + count;
            }
        }
        let text = self.take(end).to_owned();
        self.tokens.push(text.parse().map_or(Token::Word(text), Token::Number));
    }

    /// A cell, a function, or the name of a sheet.
    fn word(&mut self) {
        let end = self.left.find(|c| !is_of_word(c)).unwrap_or(self.left.len());
        let word = self.take(end).to_owned();
        if self.left.starts_with('!') {
            self.skip('!');
            self.cell_of(word.trim_start_matches('$').to_owned());
        } else if let Some(cell) = cell(&word) {
            self.tokens.push(Token::Cell(cell));
        } else {
            // What newer functions are called in files that older programs open too.
            let word = word.to_uppercase();
            let word = word.trim_start_matches("_XLFN.").trim_start_matches("_XLWS.");
            self.tokens.push(Token::Word(word.to_owned()));
        }
    }
}

/// A cell's name with its `$`.
fn cell(word: &str) -> Option<Reference> {
    let column_fixed = word.starts_with('$');
    let row_fixed = word.get(1..).is_some_and(|rest| rest.contains('$'));
    Some(Reference { sheet: None, place: Place::find(word)?, fixed: (row_fixed, column_fixed) })
}

/// A cell as OpenDocument names it: sheet, point, cell.
fn dotted(text: &str) -> Option<Reference> {
    let (sheet, word) = text.rsplit_once('.')?;
    let sheet = sheet.trim_start_matches('$');
    let sheet = sheet.strip_prefix('\'').and_then(|name| name.strip_suffix('\'')).unwrap_or(sheet).replace("''", "'");
    Some(Reference { sheet: (!sheet.is_empty()).then_some(sheet), ..cell(word)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_formula_have_the_same_parts() {
        let same = [
            ("IF(E34=0,NA(),E35/E34)", "=if( E34 = 0 ; NA ( ) ; E35 / E34 )"),
            ("IF(E34=0,NA(),E35/E34)", "IF([.E34]=0;NA();[.E35]/[.E34])"),
            ("E10-0.000000001", "E10-1E-09"),
            ("IFERROR(ABS(M5),0)", "_xlfn.IFERROR(ABS(M5),0)"),
            ("COUNTIF(Targets!I5:I40,\"met\")", "COUNTIF('Targets'!I5:I40, \"met\")"),
            ("COUNTIF(Targets!I5:I40,\"a\"\"b\")", "COUNTIF([$Targets.I5:.I40];\"a\"\"b\")"),
            ("可调项!E12*2", "$可调项!E12*2.0"),
        ];
        for (one, other) in same {
            assert_eq!(tokens(one), tokens(other), "{one}");
        }
        let fixed = tokens("Levers!$D$9")[0].clone();
        let Token::Cell(cell) = &fixed else { panic!("{fixed:?}") };
        assert_eq!(
            (cell.sheet.as_deref(), cell.place.to_string(), cell.fixed),
            (Some("Levers"), "D9".to_owned(), (true, true))
        );
    }

    #[test]
    fn different_formulas_have_different_parts() {
        let different = [
            ("E34*2", "E34*2.1"),
            ("E34*2", "E35*2"),
            ("Levers!E34", "E34"),
            ("\"met\"", "\"Met\""),
            ("E1+E2", "E1-E2"),
            ("E1", "#REF!"),
            ("Levers!E1", "Levers!#REF!"),
            ("MIN(E1,E2)", "MAX(E1,E2)"),
            ("E34=0", "E34<=0"),
        ];
        for (one, other) in different {
            assert_ne!(tokens(one), tokens(other), "{one}");
        }
    }

    #[test]
    fn copies_name_cells_beside_unless_they_are_fixed() {
        let moved = |text: &str| {
            let Some(Token::Cell(cell)) = tokens(text).into_iter().next() else { panic!("{text}") };
            cell.moved((1, 2)).map(|cell| cell.place.to_string())
        };
        assert_eq!(moved("B7").as_deref(), Some("D8"));
        assert_eq!(moved("$B7").as_deref(), Some("B8"));
        assert_eq!(moved("B$7").as_deref(), Some("D7"));
        assert_eq!(moved("$B$7").as_deref(), Some("B7"));
    }

    #[test]
    fn odd_text_ends() {
        for text in
            ["", "=", "'", "\"", "[", "['", "1e", "1.2.3", ".", "$", "#", "A1:", "'a''b'!", "x!", "字!字", "[.]"]
        {
            let _ = tokens(text);
        }
    }
}
