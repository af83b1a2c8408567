//! Undo and redo: a list of values with a place in it.

/// How many steps are kept.
const DEPTH: usize = 200;

/// A value and the ones before and after it.
#[derive(Clone, Debug, PartialEq)]
pub struct History<T> {
    past: Vec<T>,
    present: T,
    future: Vec<T>,
}

impl<T: Clone + PartialEq> History<T> {
    /// A history of one value.
    pub fn new(present: T) -> Self {
        Self { past: Vec::new(), present, future: Vec::new() }
    }

    /// The value now.
    pub fn present(&self) -> &T {
        &self.present
    }

    /// A new value after the present one; what was undone is forgotten.
    pub fn push(&mut self, next: T) {
        if next == self.present {
            return;
        }
        self.past.push(std::mem::replace(&mut self.present, next));
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Another value in the place of the present one: a step of the same gesture.
    pub fn amend(&mut self, next: T) {
        self.present = next;
        self.future.clear();
    }

    /// One step back; `false` at the beginning.
    pub fn undo(&mut self) -> bool {
        let Some(last) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, last));
        true
    }

    /// One step forward again; `false` at the end.
    pub fn redo(&mut self) -> bool {
        let Some(next) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, next));
        true
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
