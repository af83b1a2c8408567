//! LibreOffice as an independent reader of the formulas.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Makes LibreOffice compute every formula when it opens a file: by itself it would keep what the file
/// says the results are.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#;

/// The workbooks as LibreOffice saves them after computing them anew. One start serves all.
pub fn recalculated(test: &str, books: &[Vec<u8>]) -> Vec<Vec<u8>> {
    saved_as("xlsx:Calc MS Excel 2007 XML", test, books)
}

/// The same in a format of its list: the ending, and where there are several of one ending the name.
pub fn saved_as(format: &str, test: &str, books: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}-{}", std::process::id()));
    let (profile, out) = (folder.join("profile"), folder.join("out"));
    fs::create_dir_all(profile.join("user")).expect("a folder for the settings");
    fs::write(profile.join("user/registrymodifications.xcu"), SETTINGS).expect("the settings");
    let files: Vec<PathBuf> = (0..books.len()).map(|i| folder.join(format!("{i}.xlsx"))).collect();
    for (file, book) in files.iter().zip(books) {
        fs::write(file, book).expect("a workbook");
    }
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(&out)
        .args(&files)
        .stdin(Stdio::null())
        .output();
    let output = match run {
        Ok(output) => output,
        Err(error) => panic!(
            "LibreOffice can not be run ({error}): `cargo xtask test --native` installs it on Debian, elsewhere \
             install LibreOffice Calc so that `soffice` is found"
        ),
    };
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let ending = format.split(':').next().expect("an ending");
    let saved = files.iter().map(|file| fs::read(out.join(file.with_extension(ending).file_name().expect("named"))));
    let saved = saved.map(|file| file.unwrap_or_else(|error| panic!("LibreOffice saved nothing: {error}\n{said}")));
    let saved = saved.collect();
    fs::remove_dir_all(&folder).expect("the folder is ours");
    saved
}
