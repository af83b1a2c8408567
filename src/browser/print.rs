//! Printing, and which part of the page is printed.

use super::dom::window;

/// Opens the browser's window for printing.
pub fn print() {
    if let Some(window) = window() {
        // A browser that can not print shows nothing.
        let _ = window.print();
    }
}

/// Lets the style sheet print one part of the page alone.
pub fn print_only(part: &str) {
    if let Some(root) = window().and_then(|window| window.document()).and_then(|document| document.document_element()) {
        // Setting an attribute of the root fails only for names that are no names.
        let _ = root.set_attribute("data-print", part);
    }
}

/// Takes back what [`print_only`] set.
pub fn print_all() {
    if let Some(root) = window().and_then(|window| window.document()).and_then(|document| document.document_element()) {
        let _ = root.remove_attribute("data-print");
    }
}
