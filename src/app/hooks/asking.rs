//! Asks the engine whenever there is something new to ask.

use std::{cell::Cell, rc::Rc, time::Duration};

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use crate::app::{
    answer::Answer,
    host::{self, Host},
    model::Reading,
    state::{Action, Failure, State},
};

/// What a long answer says is read, indexed and drawn in tasks of their own: what the reader did
/// meanwhile comes between. An answer that is overtaken is not read to its end.
async fn reading(
    mut answer: Answer,
    text: Rc<str>,
    overtaken: &Cell<bool>,
) -> Result<Reading, Failure> {
    let long = answer.is_long();
    loop {
        match answer.read() {
            Ok(true) => break,
            Ok(false) if overtaken.get() => {
                return Err(Failure { code: "cancelled".into(), message: String::new() });
            }
            Ok(false) => sleep(Duration::ZERO).await,
            Err(error) => return Err(host::unexpected(&error.to_string().into())),
        }
    }
    if long {
        sleep(Duration::ZERO).await;
    }
    let reading = Reading::new(text, answer.into_report());
    if long {
        sleep(Duration::ZERO).await;
    }
    Ok(reading)
}

/// Sends the state's next question to the engine, after its pause: one at a time, so that the article
/// that the reader sees never waits for the others. A question that is overtaken during its pause is
/// not sent; one that is overtaken later may be taken back by the engine, and is asked again in its
/// turn. The reducer gives each answer to the article that asked, and drops it where that has asked
/// anew.
#[hook]
pub fn use_asking(host: &Host, state: &UseReducerHandle<State>) {
    let (host, dispatcher) = (host.clone(), state.dispatcher());
    let question = state.question();
    let request = question.as_ref().map(|question| question.request);
    use_effect_with(request, move |_| {
        let overtaken = Rc::new(Cell::new(false));
        if let Some(question) = question {
            let overtaken = overtaken.clone();
            spawn_local(async move {
                if question.pause > 0 {
                    sleep(Duration::from_millis(u64::from(question.pause))).await;
                }
                if overtaken.get() {
                    return;
                }
                let (request, text) = (question.request, question.text);
                let outcome = match host.annotate(&text, &question.options).await {
                    Ok(answer) => reading(answer, text, &overtaken).await,
                    Err(failure) => Err(failure),
                };
                dispatcher.dispatch(Action::Answered { request, outcome });
            });
        }
        move || overtaken.set(true)
    });
}
