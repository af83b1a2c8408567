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

    /// The values from the first to the last that can be done again, all of one list.
    pub fn steps(&self) -> impl Iterator<Item = &T> {
        self.past.iter().chain([&self.present]).chain(self.future.iter().rev())
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
    pub fn of_steps(mut steps: Vec<T>, place: usize) -> Option<Self> {
        if place >= steps.len() {
            return None;
        }
        let mut future = steps.split_off(place + 1);
        future.reverse();
        let present = steps.pop()?;
        let surplus = steps.len().saturating_sub(DEPTH);
        steps.drain(..surplus);
        Some(Self { past: steps, present, future })
    }

    /// Another value in the place of the present one that is no step of its own, such as another name.
    pub fn relabel(&mut self, present: T) {
        self.present = present;
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
