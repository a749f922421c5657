//! The people who work here: names, roles, passwords, sign-in.

mod add;
mod list;
mod password;
mod retire;
mod sign_in;
mod sign_out;

pub use add::Add;
pub use list::{List, Member};
pub use password::SetPassword;
pub use retire::Retire;
pub use sign_in::{SignIn, SignedIn};
pub use sign_out::SignOut;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use crate::{Error, Result, StoreProblem, limits};

/// Argon2id with the parameters that the crate recommends (OWASP's), in PHC form.
fn hash(password: &str) -> Result<String> {
    let chars = password.chars().count();
    if !(limits::PASSWORD_CHARS_MIN..=limits::PASSWORD_CHARS_MAX).contains(&chars) {
        return Err(Error::bad_input(format!(
            "a password has {} to {} characters",
            limits::PASSWORD_CHARS_MIN,
            limits::PASSWORD_CHARS_MAX
        )));
    }
    let hash = Argon2::default().hash_password(password.as_bytes());
    let hash = hash.map_err(|error| Error::Store(StoreProblem::Other(error.to_string())))?;
    Ok(hash.to_string())
}

/// Whether the password fits. Takes as long for a wrong one.
fn fits(password: &str, hash: &str) -> bool {
    password.chars().count() <= limits::PASSWORD_CHARS_MAX
        && PasswordHash::new(hash).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok()
        })
}
