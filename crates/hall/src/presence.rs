//! The presence code: proof that a phone is in the hall. It is shown on the terminal, changes
//! every five minutes, and the one before it is accepted too.

use hmac::{Hmac, KeyInit, Mac};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::place::Secret;
use crate::{Question, Result, Right, View, limits};

/// Asks for the code of now.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
pub struct Show {}

/// The code of now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Code {
    /// Six digits.
    pub code: String,
    /// It is shown for so many seconds more.
    pub secs_left: i64,
}

impl Question for Show {
    type Answer = Code;
    const NAME: &'static str = "presence.show";
    const NEEDS: Right = Right::Board;

    fn answer(&self, view: &View<'_>) -> Result<Code> {
        let secs = view.now().as_second();
        let code = code(
            &view.settings()?.secret,
            secs.div_euclid(limits::PRESENCE_SECS),
        );
        Ok(Code {
            code,
            secs_left: limits::PRESENCE_SECS - secs.rem_euclid(limits::PRESENCE_SECS),
        })
    }
}

/// Whether `shown` is the code of now or the one before.
pub(crate) fn is_right(view: &View<'_>, shown: &str) -> Result<bool> {
    let step = view.now().as_second().div_euclid(limits::PRESENCE_SECS);
    let settings = view.settings()?;
    Ok([step, step - 1]
        .into_iter()
        .any(|step| code(&settings.secret, step) == shown.trim()))
}

fn code(secret: &Secret, step: i64) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.0).expect("any key length fits HMAC");
    mac.update(b"presence");
    mac.update(&step.to_le_bytes());
    let digest: [u8; 32] = mac.finalize().into_bytes().into();
    let number = u32::from_le_bytes([digest[0], digest[1], digest[2], digest[3]]) % 1_000_000;
    format!("{number:06}")
}
