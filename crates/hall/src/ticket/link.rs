//! The link on a slip: whoever holds it may see, leave and rate that one ticket.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::place::Secret;
use crate::{Refusal, Result, TicketId};

/// Bytes of the signature that are kept: 128 bits cannot be guessed.
const SIGNATURE: usize = 16;

fn mac(secret: &Secret, id: TicketId) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret.0).expect("any key length fits HMAC");
    mac.update(b"ticket");
    mac.update(&id.0.to_be_bytes());
    mac
}

/// The token of a ticket: its id and a signature, 32 characters.
pub(super) fn token(secret: &Secret, id: TicketId) -> String {
    let digest: [u8; 32] = mac(secret, id).finalize().into_bytes().into();
    let mut raw = id.0.to_be_bytes().to_vec();
    raw.extend_from_slice(&digest[..SIGNATURE]);
    URL_SAFE_NO_PAD.encode(raw)
}

/// The ticket that `token` was made for.
pub(super) fn opened(secret: &Secret, token: &str) -> Result<TicketId> {
    let raw = URL_SAFE_NO_PAD
        .decode(token)
        .map_err(|_| Refusal::BadLink)?;
    let (id, signature) = raw.split_at_checked(8).ok_or(Refusal::BadLink)?;
    let id = TicketId(i64::from_be_bytes(
        id.try_into().map_err(|_| Refusal::BadLink)?,
    ));
    if signature.len() != SIGNATURE {
        return Err(Refusal::BadLink.into());
    }
    mac(secret, id)
        .verify_truncated_left(signature)
        .map_err(|_| Refusal::BadLink)?;
    Ok(id)
}
