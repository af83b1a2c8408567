//! What there is to say of a file: why there is no book of it, or what should be known of the reading.

use voced_model::text::{Lang, Words};

use crate::limits;

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is larger than what is read.
    TooLarge,
    /// It unpacks to more than what is read.
    Bomb,
    /// It holds more cells than are read.
    TooManyCells,
    /// It opens with a password only.
    Password,
    /// It is a workbook in the binary form of Excel (XLSB).
    Xlsb,
    /// It is something else: what, in words.
    Other(Words),
    /// It is damaged: where or how, for those who look into it.
    Damaged(String),
    /// It is text in an encoding that is not known.
    Encoding,
}

impl Refusal {
    /// In plain words, with what can be done.
    pub fn words(&self, lang: Lang) -> String {
        let megabytes = limits::FILE >> 20;
        match self {
            Refusal::Empty => lang.pick("文件是空的。", "The file is empty.").to_owned(),
            Refusal::TooLarge => lang.pick(
                format!("文件超过 {megabytes} MB，读不了。请只保留需要的工作表后再试。"),
                format!("The file is larger than {megabytes} MB. Keep the sheets that matter and try again."),
            ),
            Refusal::Bomb => lang.pick(
                format!("文件解压后超过 {} MB，读不了。", limits::UNPACKED >> 20),
                format!("Unpacked, the file is larger than {} MB.", limits::UNPACKED >> 20),
            ),
            Refusal::TooManyCells => lang.pick(
                format!("文件的单元格超过 {} 万个，读不了。请只保留需要的工作表后再试。", limits::CELLS / 10_000),
                format!("The file has more than {} cells. Keep the sheets that matter and try again.", limits::CELLS),
            ),
            Refusal::Password => lang
                .pick(
                    "文件有打开密码。请在 WPS 或 Excel 中去掉密码，另存后再试。",
                    "The file opens with a password only. Take the password off in WPS or Excel, save it and try again.",
                )
                .to_owned(),
            Refusal::Xlsb => lang
                .pick(
                    "这是二进制工作簿（.xlsb）。请在 WPS 或 Excel 中另存为 .xlsx 后再试。",
                    "This is a binary workbook (.xlsb). Save it as .xlsx in WPS or Excel and try again.",
                )
                .to_owned(),
            Refusal::Other(what) => lang.pick(
                format!("这是{}，不是表格。可以读 XLSX、XLS、ODS、CSV。", what.zh),
                format!("This is {}, not a table. XLSX, XLS, ODS and CSV can be read.", what.en),
            ),
            Refusal::Damaged(how) => lang.pick(
                format!("文件已损坏，读不了（{how}）。请在 WPS 或 Excel 中打开，另存后再试。"),
                format!("The file is damaged ({how}). Open it in WPS or Excel, save it and try again."),
            ),
            Refusal::Encoding => lang
                .pick(
                    "看不懂文件的文字编码。请另存为 UTF-8 编码的 CSV 或 .xlsx 后再试。",
                    "The encoding of the text is not known. Save it as CSV in UTF-8 or as .xlsx and try again.",
                )
                .to_owned(),
        }
    }
}

/// What should be known of a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// It holds macros, which were not looked at.
    Macros,
    /// It is called otherwise than what it is: what it is.
    CalledOtherwise(Words),
    /// Text that is not UTF-8 was taken for GB18030.
    TakenForGb18030,
    /// Some characters could not be read.
    UnknownCharacters,
    /// Formulas without a stored result: how many.
    NoResults(usize),
}

impl Note {
    /// In plain words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Note::Macros => lang
                .pick("文件含有宏，没有运行，也没有读取。", "The file holds macros; they were neither run nor read.")
                .to_owned(),
            Note::CalledOtherwise(what) => lang.pick(
                format!("文件其实是{}，已按此读取。", what.zh),
                format!("The file really is {}, and was read as such.", what.en),
            ),
            Note::TakenForGb18030 => lang
                .pick("文件不是 UTF-8 编码，已按 GB18030（含 GBK）读取。", "The text is not UTF-8; it was read as GB18030 (GBK).")
                .to_owned(),
            Note::UnknownCharacters => lang
                .pick("有些字符读不出来，已用 � 代替。", "Some characters could not be read and are shown as �.")
                .to_owned(),
            Note::NoResults(count) => lang.pick(
                format!("有 {count} 个公式没有保存结果，按空白处理。请在 WPS 或 Excel 中打开并保存一次。"),
                format!("{count} formulas hold no stored result and count as blank. Open the file in WPS or Excel and save it once."),
            ),
        }
    }
}
