//! The command line, read.

use std::net::SocketAddr;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value, ValueExt};
use linli_hall::{RequestId, Role};

use crate::trouble::Trouble;

const HELP: &str = include_str!("help.txt");
/// The address of a hall served at home.
const LISTEN: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 7300);

/// What is wanted, of which hall.
pub(crate) struct Order {
    /// A folder or an address; not needed to list names.
    pub(crate) hall: Option<String>,
    /// Make the hall if there is none.
    pub(crate) is_new: bool,
    /// Who we are, for an address.
    pub(crate) token: Option<String>,
    /// What to do.
    pub(crate) command: Command,
}

/// What to do.
pub(crate) enum Command {
    Act {
        name: String,
        input: String,
        request: RequestId,
    },
    Ask {
        name: String,
        input: String,
    },
    Run {
        script: PathBuf,
    },
    EnrolMachine {
        role: Role,
        name: String,
    },
    EnrolStaff {
        role: Role,
        name: String,
        password_stdin: bool,
    },
    Verify,
    Follow {
        after: Option<u64>,
    },
    Serve {
        listen: SocketAddr,
    },
    Names,
}

#[derive(Default)]
struct Options {
    hall: Option<String>,
    is_new: bool,
    token: Option<String>,
    request: Option<RequestId>,
    role: Option<Role>,
    password_stdin: bool,
    listen: Option<SocketAddr>,
}

/// Reads the command line and, for what it leaves out, the environment.
pub(crate) fn read(mut line: lexopt::Parser) -> Result<Order, Trouble> {
    let mut options = Options::default();
    let mut words = Vec::new();
    while let Some(argument) = line.next()? {
        match argument {
            Long("hall") => options.hall = Some(line.value()?.string()?),
            Long("new") => options.is_new = true,
            Long("token") => options.token = Some(line.value()?.string()?),
            Long("request") => options.request = Some(RequestId::parse(&line.value()?.string()?)?),
            Long("role") => options.role = Some(role(&line.value()?.string()?)?),
            Long("password-stdin") => options.password_stdin = true,
            Long("listen") => options.listen = Some(line.value()?.parse()?),
            Short('h') | Long("help") => return Err(Trouble::Wanted(HELP.to_owned())),
            Short('V') | Long("version") => {
                return Err(Trouble::Wanted(format!(
                    "linli-admin {}\n",
                    env!("CARGO_PKG_VERSION")
                )));
            }
            Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let hall = options.hall.take().or_else(|| set("LINLI_HALL"));
    let token = options.token.take().or_else(|| set("LINLI_TOKEN"));
    let is_new = options.is_new;
    Ok(Order {
        hall,
        is_new,
        token,
        command: command(words, options)?,
    })
}

fn command(words: Vec<String>, options: Options) -> Result<Command, Trouble> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let owned = str::to_owned;
    Ok(match *words.as_slice() {
        ["act", name, ref input @ ..] if input.len() <= 1 => {
            let input = input
                .first()
                .map_or_else(String::new, |&input| owned(input));
            Command::Act {
                name: owned(name),
                input,
                request: options.request.unwrap_or_else(RequestId::fresh),
            }
        }
        ["ask", name, ref input @ ..] if input.len() <= 1 => Command::Ask {
            name: owned(name),
            input: input
                .first()
                .map_or_else(String::new, |&input| owned(input)),
        },
        ["run", script] => Command::Run {
            script: script.into(),
        },
        ["enrol", "kiosk", name] => Command::EnrolMachine {
            role: Role::Kiosk,
            name: owned(name),
        },
        ["enrol", "board", name] => Command::EnrolMachine {
            role: Role::Board,
            name: owned(name),
        },
        ["enrol", "counter", name] => Command::EnrolMachine {
            role: Role::Clerk,
            name: owned(name),
        },
        ["enrol", "staff", name] => Command::EnrolStaff {
            role: options.role.unwrap_or(Role::Clerk),
            name: owned(name),
            password_stdin: options.password_stdin,
        },
        ["verify"] => Command::Verify,
        ["follow"] => Command::Follow { after: None },
        ["follow", after] => {
            Command::Follow {
                after: Some(after.parse().map_err(|_| {
                    Trouble::usage(format!("{after} is not the number of an entry"))
                })?),
            }
        }
        ["serve"] => Command::Serve {
            listen: options.listen.unwrap_or(LISTEN),
        },
        ["names"] => Command::Names,
        [] => return Err(Trouble::usage("a command is missing")),
        _ => {
            return Err(Trouble::usage(format!(
                "this is not a command: {}",
                words.join(" ")
            )));
        }
    })
}

fn role(name: &str) -> Result<Role, Trouble> {
    Role::named(name).ok_or_else(|| Trouble::usage(format!("there is no role {name}")))
}
