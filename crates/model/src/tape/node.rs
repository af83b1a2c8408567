//! What is written down: operations and the nodes they work on.

use std::cell::{Ref, RefCell};

use crate::scalar::{Compare, Scalar};

/// An operation. Those up to `Max` join two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    Add,
    Sub,
    Mul,
    Div,
    Min,
    Max,
    Floor,
    /// The third number or the fourth, as the first compares with the second.
    Choose(Compare),
    /// A level that each draw gives.
    Level,
    /// A number that no draw moves.
    Constant,
}

impl Op {
    /// Two numbers joined.
    pub(super) fn join<S: Scalar>(self, left: S, right: S) -> S {
        match self {
            Op::Add => left + right,
            Op::Sub => left - right,
            Op::Mul => left * right,
            Op::Div => left / right,
            Op::Min => left.min(right),
            _ => left.max(right),
        }
    }
}

/// An operation on earlier nodes; a constant and a level hold their bits or their place there instead. What is not
/// used is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) op: Op,
    pub(super) of: [u32; 4],
}

impl Node {
    pub(super) fn constant(value: f64) -> Node {
        let bits = value.to_bits();
        Node { op: Op::Constant, of: [bits as u32, (bits >> 32) as u32, 0, 0] }
    }

    /// The number of a constant.
    pub(super) fn value(&self) -> f64 {
        f64::from_bits(u64::from(self.of[1]) << 32 | u64::from(self.of[0]))
    }

    /// The nodes it works on.
    pub(super) fn operands(&self) -> &[u32] {
        let count = match self.op {
            Op::Level | Op::Constant => 0,
            Op::Floor => 1,
            Op::Choose(_) => 4,
            _ => 2,
        };
        &self.of[..count]
    }

    /// The same with the number of a sum or product on the right.
    pub(super) fn turned(self, nodes: &[Node]) -> Node {
        let [left, right, ..] = self.of;
        let turns = matches!(self.op, Op::Add | Op::Mul) && nodes[left as usize].op == Op::Constant;
        if turns { Node { of: [right, left, 0, 0], ..self } } else { self }
    }

    fn hash(&self) -> usize {
        let op = match self.op {
            Op::Choose(compare) => 16 + compare as u64,
            Op::Add => 0,
            Op::Sub => 1,
            Op::Mul => 2,
            Op::Div => 3,
            Op::Min => 4,
            Op::Max => 5,
            Op::Floor => 6,
            Op::Level => 7,
            Op::Constant => 8,
        };
        let spread =
            |hash: u64, part: &u32| (hash ^ u64::from(*part)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        self.of.iter().fold(op, spread) as usize
    }
}

/// Where the operations of a run are written, equal ones once.
#[derive(Debug, Default)]
pub struct Tape {
    written: RefCell<Written>,
}

#[derive(Debug, Default)]
struct Written {
    nodes: Vec<Node>,
    /// Places of nodes by their hashes, at most half full; 0 is free, and places count from 1.
    places: Vec<u32>,
}

impl Tape {
    /// The place of a node, written down unless it is there.
    pub(super) fn write(&self, node: Node) -> u32 {
        let mut written = self.written.borrow_mut();
        let Written { nodes, places } = &mut *written;
        if places.len() <= 2 * nodes.len() {
            places.clear();
            places.resize((4 * nodes.len()).next_power_of_two().max(4096), 0);
            for (place, node) in (1..).zip(nodes.iter()) {
                let free = slot(places, node.hash(), |_| false);
                places[free] = place;
            }
        }
        let found = slot(places, node.hash(), |place| nodes[place] == node);
        if places[found] == 0 {
            nodes.push(node);
            places[found] = nodes.len() as u32;
        }
        places[found] - 1
    }

    /// All that is written.
    pub(super) fn nodes(&self) -> Ref<'_, [Node]> {
        Ref::map(self.written.borrow(), |written| &written.nodes[..])
    }
}

/// The first slot from a hash on that is free or holds what is looked for.
fn slot(places: &[u32], hash: usize, is_it: impl Fn(usize) -> bool) -> usize {
    let mask = places.len() - 1;
    let mut at = hash & mask;
    while places[at] != 0 && !is_it(places[at] as usize - 1) {
        at = (at + 1) & mask;
    }
    at
}
