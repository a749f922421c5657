//! What went wrong, in words and as an exit code.

use std::io::ErrorKind;
use std::process::ExitCode;

use linli_hall::Error;
use linli_texts::Lang;

/// Why the program ends before its work is done.
pub(crate) enum Trouble {
    /// The command line asked for this text alone.
    Wanted(String),
    /// The command line is not right.
    Usage(String),
    /// The hall said no, or could not be reached.
    Hall(Error),
    /// Something else failed.
    Other(String),
    /// Whoever read our output has read enough.
    NobodyReads,
}

impl Trouble {
    pub(crate) fn usage(words: impl Into<String>) -> Self {
        Self::Usage(words.into())
    }

    /// Says it, and gives the exit code.
    pub(crate) fn tell(self) -> ExitCode {
        match self {
            Self::Wanted(text) => print!("{text}"),
            Self::NobodyReads => {}
            Self::Usage(words) => {
                eprintln!("linli-admin: {words}\nlinli-admin --help tells what can be done.");
                return ExitCode::from(2);
            }
            Self::Hall(error) => {
                eprintln!("{}\n({error})", linli_texts::error(language(), &error));
                return ExitCode::from(code(&error));
            }
            Self::Other(words) => {
                eprintln!("linli-admin: {words}");
                return ExitCode::from(3);
            }
        }
        ExitCode::SUCCESS
    }
}

fn code(error: &Error) -> u8 {
    match error {
        Error::Store(_) | Error::Unreachable(_) | Error::Overloaded => 3,
        Error::Refused(_)
        | Error::NotAllowed { .. }
        | Error::BadInput(_)
        | Error::UnknownName(_) => 1,
    }
}

/// The language of whoever types, by POSIX: `LC_ALL`, `LC_MESSAGES`, `LANG`. English in the C locale.
fn language() -> Lang {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    let tag = set
        .into_iter()
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    let tag = tag
        .split(['.', '@'])
        .next()
        .unwrap_or_default()
        .replace('_', "-");
    Lang::closest(&tag).unwrap_or(Lang::EN)
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Hall(error)
    }
}

impl From<lexopt::Error> for Trouble {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe {
            Self::NobodyReads
        } else {
            Self::Other(error.to_string())
        }
    }
}
