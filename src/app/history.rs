//! Undo and redo: a list of values with a place in it.

use std::rc::Rc;

/// How many steps are kept.
const DEPTH: usize = 200;

/// A value and the ones before and after it. A clone copies three pointers; the lists of pointers are copied
/// when a step is added or walked, the values never.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Rc<Vec<Rc<T>>>,
    present: Rc<T>,
    future: Rc<Vec<Rc<T>>>,
}

impl<T: PartialEq> PartialEq for History<T> {
    fn eq(&self, other: &Self) -> bool {
        let one = |left: &Rc<T>, right: &Rc<T>| Rc::ptr_eq(left, right) || left == right;
        let all = |left: &Rc<Vec<Rc<T>>>, right: &Rc<Vec<Rc<T>>>| {
            Rc::ptr_eq(left, right)
                || left.len() == right.len() && left.iter().zip(right.iter()).all(|(left, right)| one(left, right))
        };
        one(&self.present, &other.present) && all(&self.past, &other.past) && all(&self.future, &other.future)
    }
}

impl<T: PartialEq> History<T> {
    /// A history of one value.
    pub fn new(present: T) -> Self {
        Self { past: Rc::default(), present: Rc::new(present), future: Rc::default() }
    }

    /// The value now.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// A new value after the present one; what was undone is forgotten.
    pub fn push(&mut self, next: T) {
        if next == *self.present {
            return;
        }
        let past = Rc::make_mut(&mut self.past);
        past.push(std::mem::replace(&mut self.present, Rc::new(next)));
        if past.len() > DEPTH {
            past.remove(0);
        }
        self.forget_future();
    }

    /// Another value in the place of the present one: a step of the same gesture.
    pub fn amend(&mut self, next: T) {
        self.relabel(next);
        self.forget_future();
    }

    fn forget_future(&mut self) {
        if !self.future.is_empty() {
            self.future = Rc::default();
        }
    }

    /// One step back; `false` at the beginning.
    pub fn undo(&mut self) -> bool {
        if !self.can_undo() {
            return false;
        }
        let Some(last) = Rc::make_mut(&mut self.past).pop() else { return false };
        Rc::make_mut(&mut self.future).push(std::mem::replace(&mut self.present, last));
        true
    }

    /// One step forward again; `false` at the end.
    pub fn redo(&mut self) -> bool {
        if !self.can_redo() {
            return false;
        }
        let Some(next) = Rc::make_mut(&mut self.future).pop() else { return false };
        Rc::make_mut(&mut self.past).push(std::mem::replace(&mut self.present, next));
        true
    }

    /// The values from the first to the last that can be done again, all of one list.
    pub fn steps(&self) -> impl Iterator<Item = &T> {
        let future = self.future.iter().rev();
        self.past.iter().chain([&self.present]).chain(future).map(Rc::as_ref)
    }

    /// Where the value now stands among the steps.
    pub fn place(&self) -> usize {
        self.past.len()
    }

    /// Walks to a step; `false` where there is none or it is the one now.
    pub fn walk_to(&mut self, place: usize) -> bool {
        let mut moved = false;
        while self.place() > place && self.undo() {
            moved = true;
        }
        while self.place() < place && self.redo() {
            moved = true;
        }
        moved
    }

    /// A history of steps that were there before; `None` where the place is none of them.
    pub fn of_steps(steps: Vec<T>, place: usize) -> Option<Self> {
        if place >= steps.len() {
            return None;
        }
        let mut past: Vec<Rc<T>> = steps.into_iter().map(Rc::new).collect();
        let mut future = past.split_off(place + 1);
        future.reverse();
        let present = past.pop()?;
        let surplus = past.len().saturating_sub(DEPTH);
        past.drain(..surplus);
        Some(Self { past: Rc::new(past), present, future: Rc::new(future) })
    }

    /// Another value in the place of the present one that is no step of its own, such as another name.
    pub fn relabel(&mut self, present: T) {
        self.present = Rc::new(present);
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_back_and_forth() {
        let mut history = History::new(1);
        history.push(2);
        history.push(3);
        assert!(history.undo() && history.undo() && !history.undo());
        assert_eq!(*history.present(), 1);
        assert!(history.redo());
        assert_eq!(*history.present(), 2);
        history.push(9);
        assert!(!history.can_redo());
        assert!(history.undo());
        assert_eq!(*history.present(), 2);
    }

    #[test]
    fn a_gesture_is_one_step() {
        let mut history = History::new(1);
        history.push(2);
        history.amend(3);
        history.amend(4);
        assert!(history.undo());
        assert_eq!(*history.present(), 1);
    }

    #[test]
    fn any_step_can_be_walked_to_and_the_others_stay() {
        let mut history = History::of_steps(vec![1, 2, 3, 4], 2).expect("a place among them");
        assert_eq!((*history.present(), history.place()), (3, 2));
        assert!(history.walk_to(0) && !history.walk_to(0));
        assert_eq!(*history.present(), 1);
        assert!(history.walk_to(3));
        assert_eq!(history.steps().copied().collect::<Vec<_>>(), [1, 2, 3, 4]);
        history.relabel(9);
        assert!(history.walk_to(1) && history.can_redo());
        assert_eq!(history.steps().copied().collect::<Vec<_>>(), [1, 2, 3, 9]);
        // Beyond the last step it is the last one.
        assert!(history.walk_to(77));
        assert_eq!(*history.present(), 9);
        assert_eq!(History::of_steps(vec![1], 1), None);
        assert_eq!(History::<i32>::of_steps(Vec::new(), 0), None);
    }

    #[test]
    fn the_same_value_is_no_step() {
        let mut history = History::new(1);
        history.push(1);
        assert!(!history.can_undo());
    }

    #[test]
    fn the_list_stays_short() {
        let mut history = History::new(0);
        (1..=DEPTH + 50).for_each(|value| history.push(value));
        let mut steps = 0;
        while history.undo() {
            steps += 1;
        }
        assert_eq!(steps, DEPTH);
    }
}
