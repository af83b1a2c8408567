//! The template.

/// Names of the sheet with the example, in both languages.
const EXAMPLE: [&str; 2] = ["填写示例", "Example"];
/// Names of the sheet of help, in both languages.
const HELP: [&str; 2] = ["填写说明", "Help"];

/// Whether a sheet is the example of our template.
pub(crate) fn is_example(name: &str) -> bool {
    EXAMPLE.contains(&name)
}

/// Whether a sheet is the help of our template.
pub(crate) fn is_help(name: &str) -> bool {
    HELP.contains(&name)
}
