//! Runs a program over blocks of draws.

use std::cell::Cell;

use super::node::Op;
use super::program::{Program, Step};
use crate::lanes::{WIDTH, Wide};
use crate::scalar::{Compare, Scalar};

/// The most draws of a block: enough that reading a step costs little beside doing it, few enough that the registers
/// stay in the processor's nearest memory.
pub const BLOCK: usize = 64;

/// The lanes of a full block.
const FULL: usize = BLOCK / WIDTH;

/// Where a program takes levels from and brings results to, a block at a time.
pub trait Feed {
    /// Fills a block with the levels of a place.
    fn level(&mut self, place: usize, block: &mut [Wide]);

    /// Takes the result of a place.
    fn keep(&mut self, place: usize, block: &[Wide]);
}

/// A program and the registers it runs in.
#[derive(Debug)]
pub struct Machine {
    program: Program,
    room: Vec<Wide>,
}

impl Machine {
    /// Makes room for a program.
    pub fn new(program: Program) -> Machine {
        let mut room = vec![Wide::splat(0.0); program.registers * FULL];
        for (register, number) in room.chunks_exact_mut(FULL).zip(&program.numbers) {
            register.fill(Wide::splat(*number));
        }
        Machine { program, room }
    }

    /// What it runs.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// Runs a block of up to [`BLOCK`] draws; blocks are filled and handed out in whole lanes. No heap is used here.
    pub fn run<F: Feed>(&mut self, draws: usize, feed: &mut F) {
        run(&self.program.steps, &mut self.room, draws.div_ceil(WIDTH).min(FULL), feed);
    }
}

/// Does the steps one after the other: on a processor that has them with vectors of four numbers, each of which is
/// computed as one alone.
#[cfg_attr(target_arch = "x86_64", multiversion::multiversion(targets("x86_64+avx2")))]
fn run<F: Feed>(steps: &[Step], room: &mut [Wide], lanes: usize, feed: &mut F) {
    let block = |register: u32| register as usize * FULL..register as usize * FULL + lanes;
    for step in steps {
        match *step {
            Step::Level { place, out } => feed.level(place, &mut room[block(out)]),
            Step::Keep { place, of } => feed.keep(place, &room[block(of)]),
            _ => {
                let cells = Cell::from_mut(&mut *room).as_slice_of_cells();
                step.run(|register| &cells[block(register)]);
            }
        }
    }
}

impl Step {
    #[inline(always)]
    fn run<'a>(&self, register: impl Fn(u32) -> &'a [Cell<Wide>]) {
        match *self {
            Step::Join { op, out, left, right } => {
                let (out, left, right) = (register(out), register(left), register(right));
                match op {
                    Op::Add => both(out, left, right, |left, right| left + right),
                    Op::Sub => both(out, left, right, |left, right| left - right),
                    Op::Mul => both(out, left, right, |left, right| left * right),
                    Op::Div => both(out, left, right, |left, right| left / right),
                    Op::Min => both(out, left, right, Scalar::min),
                    _ => both(out, left, right, Scalar::max),
                }
            }
            Step::JoinNumber { op, out, left, right } => {
                let (out, left, right) = (register(out), register(left), Wide::splat(right));
                match op {
                    Op::Add => each(out, left, |left| left + right),
                    Op::Mul => each(out, left, |left| left * right),
                    Op::Div => each(out, left, |left| left / right),
                    Op::Min => each(out, left, |left| left.min(right)),
                    _ => each(out, left, |left| left.max(right)),
                }
            }
            Step::Floor { out, of } => each(register(out), register(of), Wide::floor),
            Step::Choose { compare, out, of } => {
                let (out, of) = (register(out), of.map(register));
                match compare {
                    Compare::Below => choose(out, of, Compare::Below),
                    Compare::AtMost => choose(out, of, Compare::AtMost),
                    Compare::Equal => choose(out, of, Compare::Equal),
                }
            }
            Step::Level { .. } | Step::Keep { .. } => {}
        }
    }
}

#[inline(always)]
fn each(out: &[Cell<Wide>], of: &[Cell<Wide>], join: impl Fn(Wide) -> Wide) {
    for (out, of) in out.iter().zip(of) {
        out.set(join(of.get()));
    }
}

#[inline(always)]
fn both(out: &[Cell<Wide>], left: &[Cell<Wide>], right: &[Cell<Wide>], join: impl Fn(Wide, Wide) -> Wide) {
    for ((out, left), right) in out.iter().zip(left).zip(right) {
        out.set(join(left.get(), right.get()));
    }
}

#[inline(always)]
fn choose(out: &[Cell<Wide>], [left, right, yes, no]: [&[Cell<Wide>]; 4], compare: Compare) {
    for ((((out, left), right), yes), no) in out.iter().zip(left).zip(right).zip(yes).zip(no) {
        out.set(Wide::select(left.get(), compare, right.get(), yes.get(), no.get()));
    }
}
