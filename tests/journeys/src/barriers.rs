//! Barriers for people with disabilities, as axe-core finds them in the page as it is.

use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::Page;

/// Runs the rules of WCAG 2.2 AA and below, and axe-core's own good practice.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ['violations'] }).then(
      (results) => done({ found: results.violations }),
      (error) => done({ failure: String(error) }),
    );";

#[derive(Deserialize)]
#[serde(untagged)]
enum Report {
    Found { found: Vec<Violation> },
    Failed { failure: String },
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    impact: Option<String>,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: Option<String>,
}

impl Page {
    /// What axe-core finds in the page as it is now, small things too, one text each: the rule, then each
    /// element with what to change.
    ///
    /// # Errors
    /// When axe-core can not be run.
    pub async fn barriers(&self) -> Result<Vec<String>> {
        let loaded: bool = self.run("return typeof window.axe === 'object'").await?;
        if !loaded {
            let axe = self.axe();
            let script = fs::read_to_string(axe).with_context(|| format!("can not read {}", axe.display()))?;
            // The driver's scripts run beside the page's policy, which would not let this one in.
            self.driver().execute(script, Vec::new()).await.context("axe-core does not load")?;
        }
        let answer = self.driver().execute_async(RUN, Vec::new()).await.context("axe-core does not run")?;
        match answer.convert().context("axe-core's answer is not understood")? {
            Report::Found { found } => Ok(found.iter().map(told).collect()),
            Report::Failed { failure } => bail!("axe-core failed: {failure}"),
        }
    }

    /// Fails when axe-core finds anything.
    ///
    /// # Errors
    /// With what it finds.
    pub async fn expect_no_barriers(&self) -> Result<()> {
        let barriers = self.barriers().await?;
        if !barriers.is_empty() {
            bail!("barriers for people with disabilities:\n{}", barriers.join("\n"));
        }
        Ok(())
    }
}

fn told(violation: &Violation) -> String {
    let impact = violation.impact.as_deref().unwrap_or("unrated");
    let mut text = format!("{impact}: {} ({})", violation.help, violation.id);
    for node in &violation.nodes {
        text.push_str(&format!("\n  {}", node.html));
        for line in node.summary.iter().flat_map(|summary| summary.lines()) {
            text.push_str(&format!("\n    {}", line.trim()));
        }
    }
    text
}
