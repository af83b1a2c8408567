//! What a screen leaves behind unfinished, for when its reader comes back to it.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// Room for one thing of each kind, which only its screen knows. It lasts as long as the page, and equals only itself.
#[derive(Clone, Default)]
pub struct Unfinished(Rc<RefCell<Vec<Rc<dyn Any>>>>);

impl PartialEq for Unfinished {
    fn eq(&self, other: &Unfinished) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Unfinished {
    /// Leaves something in the place of what was there of its kind.
    pub fn leave<T: 'static>(&self, what: T) {
        let mut left = self.0.borrow_mut();
        left.retain(|known| !known.is::<T>());
        left.push(Rc::new(what));
    }

    /// What was left, where it is of this kind.
    pub fn left<T: Clone + 'static>(&self) -> Option<T> {
        self.0.borrow().iter().find_map(|known| known.downcast_ref()).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::Unfinished;

    #[test]
    fn what_is_left_comes_back_to_whom_it_belongs() {
        let unfinished = Unfinished::default();
        assert_eq!(unfinished.left::<String>(), None);
        unfinished.clone().leave("a table".to_owned());
        assert_eq!(unfinished.left::<String>().as_deref(), Some("a table"));
        assert_eq!(unfinished.left::<i32>(), None);
        unfinished.leave(7);
        unfinished.leave("another".to_owned());
        assert_eq!((unfinished.left::<i32>(), unfinished.left::<String>().as_deref()), (Some(7), Some("another")));
    }
}
