//! Machines and staff.

use linli_api::AnyHall;
use linli_hall::{Actor, Entropy, RequestId, Role, SystemEntropy, device, staff};
use serde_json::json;

use super::print;
use crate::trouble::Trouble;

/// Random bytes of a password that is made here: twelve characters.
const PASSWORD_BYTES: usize = 9;

pub(super) fn machine(hall: &AnyHall, role: Role, name: String) -> Result<(), Trouble> {
    let enrol = device::Enrol {
        role,
        name: name.clone(),
    };
    let enrolled = hall.perform(&Actor::owner(), RequestId::fresh(), enrol)?;
    eprintln!("This token is shown once. Keep it where only the machine can read it.");
    print(&json!({ "role": role, "name": name, "token": enrolled.token }))
}

pub(super) fn staff(
    hall: &AnyHall,
    role: Role,
    name: String,
    from_stdin: bool,
) -> Result<(), Trouble> {
    let given = if from_stdin {
        Some(first_line()?)
    } else {
        std::env::var("LINLI_PASSWORD").ok()
    };
    let is_made = given.is_none();
    let password = given.unwrap_or_else(|| SystemEntropy.token(PASSWORD_BYTES));
    let add = staff::Add::new(name.clone(), role, password.clone());
    let id = hall.perform(&Actor::owner(), RequestId::fresh(), add)?;
    let mut said = json!({ "role": role, "name": name, "staff": id });
    if is_made {
        eprintln!("This password is shown once.");
        said["password"] = password.into();
    }
    print(&said)
}

fn first_line() -> Result<String, Trouble> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
