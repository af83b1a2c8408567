// Reads scripts as Chromium 80 would: fails where one has later syntax, or calls what is later.
// Run by node: scripts.js <acorn> <kind>:<file>...; kinds are "module", "script" and "old", which may have only
// what every browser reads.
"use strict";

const fs = require("fs");

const [acorn, ...files] = process.argv.slice(2);
const { parse } = require(acorn);

// Members and globals that came after Chromium 80, as far as anyone may think of using them.
const lateMembers = new Set([
  "any", "at", "checkVisibility", "findLast", "findLastIndex", "fromAsync", "getSetCookie", "groupBy",
  "hasOwn", "isWellFormed", "randomUUID", "replaceAll", "replaceChildren", "requestSubmit", "setHTML",
  "toReversed", "toSorted", "toSpliced", "togglePopover", "toWellFormed", "withResolvers",
]);
const lateGlobals = new Set([
  "AggregateError", "FinalizationRegistry", "reportError", "scheduler", "structuredClone",
  "WeakRef",
]);

// Names that a script asks about with "typeof" before it uses them.
function asked(node, found = new Set()) {
  walk(node, (one) => {
    if (one.type === "UnaryExpression" && one.operator === "typeof" && one.argument.type === "Identifier") {
      found.add(one.argument.name);
    }
  });
  return found;
}

function walk(node, visit, parent) {
  visit(node, parent);
  for (const part of Object.values(node)) {
    for (const one of Array.isArray(part) ? part : [part]) {
      if (one && typeof one.type === "string") {
        walk(one, visit, node);
      }
    }
  }
}

function faults(source, kind) {
  const found = [];
  const sourceType = kind === "module" ? "module" : "script";
  const tree = parse(source, { ecmaVersion: kind === "old" ? 5 : 2020, sourceType, locations: true });
  const known = asked(tree);
  walk(tree, (node, parent) => {
    const say = (name) => found.push(`${node.loc.start.line}: ${name} came later`);
    if (node.type === "MemberExpression" && !node.computed && lateMembers.has(node.property.name)) {
      say(node.property.name);
    }
    const isMember = parent && parent.type === "MemberExpression" && parent.property === node && !parent.computed;
    if (node.type === "Identifier" && !isMember && lateGlobals.has(node.name) && !known.has(node.name)) {
      say(node.name);
    }
  });
  return found;
}

let failed = false;
for (const given of files) {
  const [, kind, file] = /^(\w+):(.*)$/.exec(given);
  try {
    for (const fault of faults(fs.readFileSync(file, "utf8"), kind)) {
      console.error(`${file}:${fault}`);
      failed = true;
    }
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
