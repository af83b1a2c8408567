//! The other thread of the page: a worker that runs the same module and answers questions.

use std::cell::Cell;

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

use super::{Message, Question, answer};
use crate::browser::parts::{Part, is_here};

#[wasm_bindgen]
extern "C" {
    /// Starts a worker that runs this module; the start module says how, because it alone knows the
    /// names of the files.
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = vocedThread)]
    fn start_worker(module: JsValue) -> Result<Worker, JsValue>;
}

/// A worker. It ends when this is dropped, whatever it does.
pub struct Thread {
    worker: Worker,
    /// Whether it was started with the later part of the page.
    has_later: bool,
    /// The set of areas that was sent to it last.
    set: Cell<Option<u64>>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(web_sys::Event)>,
}

impl Thread {
    /// Starts one; `None` where the browser does not let the page have any. `hear` gets what it sends,
    /// and `None` once it has come to grief.
    pub fn start(hear: impl Fn(Option<Message>) + Clone + 'static) -> Option<Thread> {
        let has_later = is_here(Part::Later);
        let worker = start_worker(wasm_bindgen::module()).ok()?;
        let fail = hear.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
            hear(postcard::from_bytes(&bytes).ok());
        });
        let failed = Closure::<dyn FnMut(web_sys::Event)>::new(move |_| fail(None));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Thread { worker, has_later, set: Cell::new(None), _heard: heard, _failed: failed })
    }

    /// Whether it has the parts of the page that an answer takes: those which the page had when it
    /// was started.
    pub fn can_answer(&self, question: &Question) -> bool {
        match question.part() {
            None => true,
            Some(Part::Later) => self.has_later,
            Some(Part::Take | Part::Bring) => false,
        }
    }

    /// Sends a question; `false` where it cannot be sent.
    pub fn send(&self, question: &Question) -> bool {
        let set = question.set().map(|set| set.key);
        let packed = if set.is_some() && set == self.set.get() {
            postcard::to_allocvec(&question.without_set()).ok()
        } else {
            postcard::to_allocvec(question).ok()
        };
        self.set.set(set.or(self.set.get()));
        packed.is_some_and(|bytes| self.worker.post_message(&Uint8Array::from(&bytes[..])).is_ok())
    }
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The worker's side: answers the question in `packed` and posts what there is to say. What cannot be
/// read is answered with nothing, which the page takes for a failure.
pub fn serve(packed: &[u8], post: &Function) {
    let send = |message: Option<&Message>| {
        let bytes = message.and_then(|message| postcard::to_allocvec(message).ok()).unwrap_or_default();
        // A worker that cannot post has lost its page.
        let _ = post.call1(&JsValue::NULL, &Uint8Array::from(&bytes[..]));
    };
    match postcard::from_bytes::<Question>(packed) {
        Ok(question) => {
            let answer = answer(&question, |share| send(Some(&Message::Progress(share))));
            send(answer.map(Message::Answer).as_ref());
        }
        Err(_) => send(None),
    }
}
