//! The operations that were asked for, in an order and with registers.

use super::node::{Node, Op, Tape};
use super::recorded::Recorded;
use crate::scalar::Compare;

/// One instruction: what is done with registers, each of which holds a block of draws.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Fetches the level of a place.
    Level {
        place: usize,
        out: u32,
    },
    /// Joins two registers.
    Join {
        op: Op,
        out: u32,
        left: u32,
        right: u32,
    },
    /// Joins a register and a number.
    JoinNumber {
        op: Op,
        out: u32,
        left: u32,
        right: f64,
    },
    Floor {
        out: u32,
        of: u32,
    },
    Choose {
        compare: Compare,
        out: u32,
        of: [u32; 4],
    },
    /// Hands out a register as the result of a place.
    Keep {
        place: usize,
        of: u32,
    },
}

/// What computes some numbers of a [`Tape`]: nothing that they do not need, and each thing once.
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub(super) steps: Vec<Step>,
    /// Numbers that stand in the first registers from the beginning.
    pub(super) numbers: Vec<f64>,
    /// How many registers there are.
    pub(super) registers: usize,
    /// The results that no draw moves.
    known: Vec<Option<f64>>,
}

impl Program {
    /// The program of these results, by their places.
    pub fn of(tape: &Tape, asked: &[Recorded<'_>]) -> Program {
        let nodes = tape.nodes();
        let mut writer = Writer::new(&nodes, asked);
        // In the order of the equations, year by year, so that little is kept for long.
        for node in 0..nodes.len() {
            while let Some(place) = writer.asked[node].pop() {
                writer.compute(node);
                writer.keep(node, place);
            }
        }
        let known = asked.iter().map(|number| number.known()).collect();
        Program { steps: writer.steps, numbers: writer.numbers, registers: writer.registers as usize, known }
    }

    /// The result of a place that no draw moves.
    pub fn known(&self, place: usize) -> Option<f64> {
        self.known.get(place).copied().flatten()
    }

    /// How many operations are done for each draw.
    pub fn len(&self) -> usize {
        self.steps.iter().filter(|step| !matches!(step, Step::Level { .. } | Step::Keep { .. })).count()
    }

    /// Whether nothing is to be done: no draw moves any result by an operation.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places of the levels that are fetched.
    pub fn levels(&self) -> impl Iterator<Item = usize> {
        self.steps.iter().filter_map(|step| match step {
            Step::Level { place, .. } => Some(*place),
            _ => None,
        })
    }
}

/// Writes steps and gives registers, which are free again after their last use.
struct Writer<'a> {
    nodes: &'a [Node],
    /// The places of the results that each node is.
    asked: Vec<Vec<usize>>,
    /// How often each node is still read.
    reads: Vec<u32>,
    /// The register of each node that was computed.
    of: Vec<Option<u32>>,
    free: Vec<u32>,
    registers: u32,
    steps: Vec<Step>,
    numbers: Vec<f64>,
}

impl<'a> Writer<'a> {
    fn new(nodes: &'a [Node], asked: &[Recorded<'_>]) -> Writer<'a> {
        let mut writer = Writer {
            nodes,
            asked: vec![Vec::new(); nodes.len()],
            reads: vec![0; nodes.len()],
            of: vec![None; nodes.len()],
            free: Vec::new(),
            registers: 0,
            steps: Vec::new(),
            numbers: Vec::new(),
        };
        for (place, node) in asked.iter().enumerate().filter_map(|(place, number)| Some((place, number.node()?))) {
            writer.asked[node].push(place);
            writer.reads[node] += 1;
        }
        // A node stands after those it works on.
        for (place, node) in nodes.iter().enumerate().rev().filter(|(_, node)| node.op != Op::Constant) {
            if writer.reads[place] > 0 {
                node.operands().iter().for_each(|of| writer.reads[*of as usize] += 1);
            }
        }
        // Numbers that are not the right one of two stand in registers for good.
        for (place, node) in nodes.iter().enumerate().filter(|(place, _)| writer.reads[*place] > 0) {
            let node = node.turned(nodes);
            let right = if let Op::Choose(_) = node.op { 4 } else { 1 };
            for of in node.operands().iter().take(right) {
                let number = &nodes[*of as usize];
                if number.op == Op::Constant && writer.of[*of as usize].is_none() {
                    writer.of[*of as usize] = Some(writer.registers);
                    writer.registers += 1;
                    writer.numbers.push(number.value());
                }
            }
            debug_assert!(node.operands().iter().all(|of| (*of as usize) < place));
        }
        writer
    }

    /// Writes what a node needs and is not there, and the node itself.
    fn compute(&mut self, node: usize) {
        let mut waiting = vec![node];
        while let Some(node) = waiting.last().copied() {
            let is_there = |of: usize| self.of[of].is_some() || self.nodes[of].op == Op::Constant;
            if is_there(node) {
                waiting.pop();
                continue;
            }
            let missing = self.nodes[node].operands().iter().find(|of| !is_there(**of as usize));
            match missing {
                Some(of) => waiting.push(*of as usize),
                None => self.write(node),
            }
        }
    }

    fn write(&mut self, node: usize) {
        let Node { op, of } = self.nodes[node].turned(self.nodes);
        let register = |of: u32| self.of[of as usize].unwrap_or(0);
        let number = |of: u32| Some(&self.nodes[of as usize]).filter(|node| node.op == Op::Constant).map(Node::value);
        let [left, right] = [register(of[0]), register(of[1])];
        let mut step = match op {
            Op::Level => Step::Level { place: of[0] as usize, out: 0 },
            Op::Floor => Step::Floor { out: 0, of: left },
            Op::Choose(compare) => Step::Choose { compare, out: 0, of: of.map(register) },
            _ => match number(of[1]) {
                // A number taken away is its opposite added, to the bit.
                Some(right) if op == Op::Sub => Step::JoinNumber { op: Op::Add, out: 0, left, right: -right },
                Some(right) => Step::JoinNumber { op, out: 0, left, right },
                None => Step::Join { op, out: 0, left, right },
            },
        };
        for operand in self.nodes[node].operands() {
            self.read(*operand as usize);
        }
        let register = self.free.pop().unwrap_or_else(|| {
            self.registers += 1;
            self.registers - 1
        });
        self.of[node] = Some(register);
        *step.out() = register;
        self.steps.push(step);
    }

    /// One reading less of a node; after its last its register is free.
    fn read(&mut self, node: usize) {
        self.reads[node] -= 1;
        if self.reads[node] == 0
            && self.nodes[node].op != Op::Constant
            && let Some(register) = self.of[node]
        {
            self.free.push(register);
        }
    }

    fn keep(&mut self, node: usize, place: usize) {
        self.steps.push(Step::Keep { place, of: self.of[node].unwrap_or(0) });
        self.read(node);
    }
}

impl Step {
    fn out(&mut self) -> &mut u32 {
        match self {
            Step::Level { out, .. }
            | Step::Join { out, .. }
            | Step::JoinNumber { out, .. }
            | Step::Floor { out, .. }
            | Step::Choose { out, .. } => out,
            Step::Keep { of, .. } => of,
        }
    }
}
