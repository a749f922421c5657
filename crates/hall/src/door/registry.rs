//! Every action and question by its name: what the wire, the command line and the simulator use.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::Value;

use super::{Action, Actor, Hall, Question, RequestId, Right};
use crate::{Error, Result};

/// Called with an outcome as JSON.
pub type Reply = Box<dyn FnOnce(Result<Value>) + Send>;

/// One action, known by name.
pub struct ActionEntry {
    /// Its name.
    pub name: &'static str,
    /// The right it needs.
    pub needs: Right,
    /// Whether its outcome is shown once and must not be logged.
    pub shown_once: bool,
    /// Whether it prepares something, such as hashing a password: it may take its time.
    pub prepares: bool,
    /// Does it from JSON.
    pub submit: fn(&Hall, &Actor, RequestId, Value, Reply),
    /// The schema of its input.
    pub input: fn(&mut SchemaGenerator) -> Schema,
    /// The schema of its outcome.
    pub outcome: fn(&mut SchemaGenerator) -> Schema,
}

/// One question, known by name.
pub struct QuestionEntry {
    /// Its name.
    pub name: &'static str,
    /// The right it needs.
    pub needs: Right,
    /// Asks it from JSON.
    pub ask: fn(&Hall, &Actor, Value) -> Result<Value>,
    /// The schema of its input.
    pub input: fn(&mut SchemaGenerator) -> Schema,
    /// The schema of its answer.
    pub answer: fn(&mut SchemaGenerator) -> Schema,
}

/// A missing body means "nothing to say", which is what an action without fields wants.
fn or_empty(input: Value) -> Value {
    if input.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        input
    }
}

fn submit<A: Action>(hall: &Hall, actor: &Actor, request: RequestId, input: Value, reply: Reply) {
    match serde_json::from_value::<A>(or_empty(input)) {
        Err(error) => reply(Err(Error::bad_input(format!("{}: {error}", A::NAME)))),
        Ok(action) => hall.submit(actor, request, action, |outcome| {
            reply(outcome.and_then(|outcome| Ok(serde_json::to_value(outcome)?)));
        }),
    }
}

fn ask<Q: Question>(hall: &Hall, actor: &Actor, input: Value) -> Result<Value> {
    let question: Q = serde_json::from_value(or_empty(input))
        .map_err(|error| Error::bad_input(format!("{}: {error}", Q::NAME)))?;
    Ok(serde_json::to_value(hall.ask(actor, question)?)?)
}

fn schema<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

const fn action<A: Action>() -> ActionEntry {
    ActionEntry {
        name: A::NAME,
        needs: A::NEEDS,
        shown_once: A::SHOWN_ONCE,
        prepares: A::PREPARES,
        submit: submit::<A>,
        input: schema::<A>,
        outcome: schema::<A::Outcome>,
    }
}

const fn question<Q: Question>() -> QuestionEntry {
    QuestionEntry {
        name: Q::NAME,
        needs: Q::NEEDS,
        ask: ask::<Q>,
        input: schema::<Q>,
        answer: schema::<Q::Answer>,
    }
}

macro_rules! registry {
    (actions: $($action:path),+ ; questions: $($question:path),+ $(;)?) => {
        /// All actions.
        pub static ACTIONS: &[ActionEntry] = &[$(action::<$action>()),+];
        /// All questions.
        pub static QUESTIONS: &[QuestionEntry] = &[$(question::<$question>()),+];
    };
}

registry! {
    actions:
        crate::place::Set,
        crate::service::Set, crate::service::Retire,
        crate::hours::Set, crate::hours::SetDay,
        crate::counter::Set, crate::counter::Retire, crate::counter::Open, crate::counter::Pause, crate::counter::Close,
        crate::staff::Add, crate::staff::SetPassword, crate::staff::Retire, crate::staff::SignIn, crate::staff::SignOut,
        crate::device::Enrol, crate::device::Revoke, crate::device::Report,
        crate::notice::Set, crate::notice::Retire,
        crate::help::Call, crate::help::Answer,
        crate::message::Leave, crate::message::Answer, crate::message::ShowPhone,
        crate::ticket::Take, crate::ticket::Join,
        crate::ticket::CallNext, crate::ticket::Call, crate::ticket::Recall, crate::ticket::Start, crate::ticket::Finish,
        crate::ticket::NoShow, crate::ticket::Park, crate::ticket::Transfer, crate::ticket::Cancel, crate::ticket::Undo,
        crate::ticket::Leave, crate::ticket::Rate, crate::ticket::NotePrint, crate::ticket::Reprint,
        crate::day::Close;
    questions:
        crate::place::Show,
        crate::service::List, crate::service::Offer,
        crate::hours::Show,
        crate::counter::List,
        crate::staff::List,
        crate::device::List,
        crate::notice::List,
        crate::presence::Show,
        crate::ticket::Show, crate::ticket::Follow, crate::ticket::Unprinted,
        crate::queue::Board, crate::queue::Desk, crate::queue::Figures,
        crate::forecast::Score,
        crate::help::List,
        crate::message::List, crate::message::Follow,
        crate::journal::Last, crate::journal::Tail, crate::journal::Verify;
}

/// The action called `name`.
///
/// # Errors
/// If there is none.
pub fn find_action(name: &str) -> Result<&'static ActionEntry> {
    ACTIONS
        .iter()
        .find(|entry| entry.name == name)
        .ok_or_else(|| Error::UnknownName(name.to_owned()))
}

/// The question called `name`.
///
/// # Errors
/// If there is none.
pub fn find_question(name: &str) -> Result<&'static QuestionEntry> {
    QUESTIONS
        .iter()
        .find(|entry| entry.name == name)
        .ok_or_else(|| Error::UnknownName(name.to_owned()))
}

impl Hall {
    /// Does the action called `name` from JSON, and waits until it is durable.
    ///
    /// # Errors
    /// As [`Hall::perform`], and if there is no such action.
    pub fn perform_named(
        &self,
        actor: &Actor,
        request: RequestId,
        name: &str,
        input: Value,
    ) -> Result<Value> {
        let entry = find_action(name)?;
        let (tell, told) = std::sync::mpsc::sync_channel(1);
        (entry.submit)(
            self,
            actor,
            request,
            input,
            Box::new(move |outcome| {
                // The caller may have gone; what was done stays done.
                let _ = tell.send(outcome);
            }),
        );
        told.recv()
            .unwrap_or(Err(Error::Store(crate::StoreProblem::Stopped)))
    }

    /// Asks the question called `name` from JSON.
    ///
    /// # Errors
    /// As [`Hall::ask`], and if there is no such question.
    pub fn ask_named(&self, actor: &Actor, name: &str, input: Value) -> Result<Value> {
        (find_question(name)?.ask)(self, actor, input)
    }
}
