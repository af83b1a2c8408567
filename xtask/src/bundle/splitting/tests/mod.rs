//! Small modules, cut into parts that are really run, in an interpreter.

mod linking;
mod running;

use wasmi::{Engine, Instance, Linker, Module, Store};

/// Parts joined one after the other, as the start module joins them.
struct Joined {
    store: Store<Vec<i32>>,
    linker: Linker<Vec<i32>>,
    parts: Vec<Instance>,
}

impl Joined {
    /// Nothing yet. What the parts tell through `js.tell` is the store's own data.
    fn new() -> Self {
        let engine = Engine::default();
        let mut linker = Linker::new(&engine);
        let tell = |mut caller: wasmi::Caller<Vec<i32>>, number: i32| caller.data_mut().push(number);
        linker.func_wrap("js", "tell", tell).expect("the name is free");
        Self { store: Store::new(&engine, Vec::new()), linker, parts: Vec::new() }
    }

    fn join(&mut self, part: &[u8]) {
        let module = Module::new(self.store.engine(), part).expect("a part is a module");
        let joined = self.linker.instantiate_and_start(&mut self.store, &module);
        let part = joined.expect("a part finds all that it imports");
        let place = self.parts.len().to_string();
        self.linker.instance(&mut self.store, &place, part).expect("the place is free");
        self.parts.push(part);
    }

    /// Calls an export of the first part; `None` where it traps.
    fn call(&mut self, name: &str, argument: i32) -> Option<i32> {
        let function = self.parts[0].get_typed_func::<i32, i32>(&self.store, name).expect("an export of this kind");
        function.call(&mut self.store, argument).ok()
    }
}
