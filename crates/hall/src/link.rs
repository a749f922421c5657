//! The links that residents hold: whoever has one may see the one thing that it was made for.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::place::Secret;
use crate::{MessageId, Refusal, Result, TicketId};

/// Bytes of the signature that are kept: 128 bits cannot be guessed.
const SIGNATURE: usize = 16;

/// A thing that links are made for. What it is stands under the signature, so that the link of one
/// kind of thing never opens another kind.
pub(crate) trait Linked: Sized {
    /// What it is, unlike that of any other.
    const KIND: &'static str;

    /// The thing of that number.
    fn numbered(number: i64) -> Self;

    /// Its number.
    fn number(&self) -> i64;
}

macro_rules! linked {
    ($($id:ident $kind:literal)*) => {$(
        impl Linked for $id {
            const KIND: &'static str = $kind;

            fn numbered(number: i64) -> Self {
                Self(number)
            }

            fn number(&self) -> i64 {
                self.0
            }
        }
    )*};
}

linked! {
    TicketId "ticket"
    MessageId "message"
}

fn mac<T: Linked>(secret: &Secret, number: i64) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.0).expect("any key length fits HMAC");
    mac.update(T::KIND.as_bytes());
    mac.update(&number.to_be_bytes());
    mac
}

/// The token of a thing: its number and a signature, 32 characters.
pub(crate) fn token<T: Linked>(secret: &Secret, of: T) -> String {
    let number = of.number();
    let digest: [u8; 32] = mac::<T>(secret, number).finalize().into_bytes().into();
    let mut raw = number.to_be_bytes().to_vec();
    raw.extend_from_slice(&digest[..SIGNATURE]);
    URL_SAFE_NO_PAD.encode(raw)
}

/// The thing that `token` was made for.
pub(crate) fn opened<T: Linked>(secret: &Secret, token: &str) -> Result<T> {
    let raw = URL_SAFE_NO_PAD
        .decode(token)
        .map_err(|_| Refusal::BadLink)?;
    let (number, signature) = raw.split_at_checked(8).ok_or(Refusal::BadLink)?;
    let number = i64::from_be_bytes(number.try_into().map_err(|_| Refusal::BadLink)?);
    if signature.len() != SIGNATURE {
        return Err(Refusal::BadLink.into());
    }
    mac::<T>(secret, number)
        .verify_truncated_left(signature)
        .map_err(|_| Refusal::BadLink)?;
    Ok(T::numbered(number))
}
