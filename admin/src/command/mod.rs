//! The commands.

mod enrol;
mod follow;
mod names;
mod script;
mod serve;
mod verify;

use std::io::{Read, Write};
use std::path::Path;

use linli_api::{AnyHall, RemoteHall};
use linli_hall::{Actor, Hall};
use serde::Serialize;
use serde_json::Value;

use crate::arguments::{Command, Order};
use crate::trouble::Trouble;

/// Does what is wanted.
pub(crate) fn run(order: Order) -> Result<(), Trouble> {
    if let Command::Names = order.command {
        return names::names();
    }
    let hall = open(order.hall.as_deref(), order.is_new, order.token)?;
    let owner = Actor::owner();
    match order.command {
        Command::Act {
            name,
            input,
            request,
        } => print(&hall.perform_named(&owner, request, &name, json(input)?)?),
        Command::Ask { name, input } => print(&hall.ask_named(&owner, &name, json(input)?)?),
        Command::Run { script } => script::run(&hall, &script),
        Command::EnrolMachine { role, name } => enrol::machine(&hall, role, name),
        Command::EnrolStaff {
            role,
            name,
            password_stdin,
        } => enrol::staff(&hall, role, name, password_stdin),
        Command::Verify => verify::verify(&hall),
        Command::Follow { after } => follow::follow(&hall, after),
        Command::Serve { listen } => serve::serve(hall, listen),
        Command::Names => names::names(),
    }
}

/// On the hall's own folder we are its owner; at an address we are who the token says.
fn open(hall: Option<&str>, is_new: bool, token: Option<String>) -> Result<AnyHall, Trouble> {
    let at = hall.ok_or_else(|| Trouble::usage("which hall? Give --hall DIR or --hall URL"))?;
    if at.contains("://") {
        return Ok(RemoteHall::at(at, token)?.into());
    }
    let folder = Path::new(at);
    // A mistyped folder must not quietly become a second hall.
    if !is_new && !folder.join("hall.db").is_file() {
        return Err(Trouble::usage(format!(
            "there is no hall in {at}; --new makes one"
        )));
    }
    Ok(Hall::open(folder)?.into())
}

/// JSON from the command line: nothing, the text itself, or `-` for standard input.
fn json(text: String) -> Result<Value, Trouble> {
    let text = match text.as_str() {
        "-" => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text)?;
            text
        }
        _ => text,
    };
    if text.trim().is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&text).map_err(|error| Trouble::usage(format!("this is no JSON: {error}")))
}

/// One line of JSON on standard output.
fn print(value: &impl Serialize) -> Result<(), Trouble> {
    let line = serde_json::to_string(value).map_err(|error| Trouble::Other(error.to_string()))?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()?;
    Ok(())
}
