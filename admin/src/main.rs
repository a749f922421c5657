//! The staff's tool, on the command line: every action and question of a hall, by its name.

mod arguments;
mod command;
mod trouble;

use std::process::ExitCode;

fn main() -> ExitCode {
    let order = match arguments::read(lexopt::Parser::from_env()) {
        Ok(order) => order,
        Err(trouble) => return trouble.tell(),
    };
    match command::run(order) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => trouble.tell(),
    }
}
