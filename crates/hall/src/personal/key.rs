//! Sealing short texts, and opening them again.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

use super::Text;
use crate::Entropy;

/// Bytes that name the key at the head of a sealed text.
const ID: usize = 4;
/// Bytes of a nonce: so many that random ones never meet.
const NONCE: usize = 24;

/// What a text is: `message.phone`. It stands under the seal, so that a text that was moved to
/// another field does not open there.
#[derive(Clone, Copy)]
pub(crate) struct Field(pub(crate) &'static str);

/// The hall's key for personal data.
pub(crate) struct Key {
    id: [u8; ID],
    cipher: XChaCha20Poly1305,
}

impl Key {
    /// The key of these bytes.
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        let digest: [u8; 32] = Sha256::new()
            .chain_update(b"the id of a hall's key")
            .chain_update(bytes)
            .finalize()
            .into();
        let [a, b, c, d, ..] = digest;
        Self {
            id: [a, b, c, d],
            cipher: XChaCha20Poly1305::new(&bytes.into()),
        }
    }

    /// A key that is kept nowhere.
    pub(crate) fn drawn(entropy: &dyn Entropy) -> Self {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        Self::new(bytes)
    }

    /// `text` as it is written to the file: the key's id, a nonce, and the text under its seal.
    pub(crate) fn seal(&self, field: Field, text: &str, entropy: &dyn Entropy) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        let payload = Payload {
            msg: text.as_bytes(),
            aad: field.0.as_bytes(),
        };
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.expect("a text in memory is shorter than the cipher's 256 GiB");
        [&self.id[..], &nonce, &sealed].concat()
    }

    /// The text that was sealed for `field`.
    pub(crate) fn open(&self, field: Field, sealed: &[u8]) -> Text {
        self.opened(field, sealed)
            .map_or(Text::Unreadable, Text::Readable)
    }

    /// Whether `sealed` was sealed with this key, as far as its head says.
    pub(crate) fn sealed(&self, sealed: &[u8]) -> bool {
        sealed.starts_with(&self.id)
    }

    fn opened(&self, field: Field, sealed: &[u8]) -> Option<String> {
        let rest = sealed.strip_prefix(&self.id)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE)?;
        let nonce = XNonce::try_from(nonce).ok()?;
        let payload = Payload {
            msg: sealed,
            aad: field.0.as_bytes(),
        };
        String::from_utf8(self.cipher.decrypt(&nonce, payload).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededEntropy;

    const WORDS: Field = Field("message.words");
    const PHONE: Field = Field("message.phone");

    #[test]
    fn a_text_opens_in_its_own_field_and_under_its_own_key_only() {
        let entropy = SeededEntropy::new(7);
        let (key, other) = (Key::drawn(&entropy), Key::drawn(&entropy));
        let sealed = key.seal(PHONE, "13812345678", &entropy);
        assert_eq!(
            key.open(PHONE, &sealed),
            Text::Readable("13812345678".to_owned())
        );
        assert_eq!(key.open(WORDS, &sealed), Text::Unreadable);
        assert_eq!(other.open(PHONE, &sealed), Text::Unreadable);
        assert!(key.sealed(&sealed) && !other.sealed(&sealed));
    }

    #[test]
    fn whatever_bit_is_altered_or_cut_off_the_text_does_not_open() {
        let entropy = SeededEntropy::new(7);
        let key = Key::drawn(&entropy);
        let sealed = key.seal(WORDS, "路灯不亮", &entropy);
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert_eq!(key.open(WORDS, &altered), Text::Unreadable, "byte {at}");
            assert_eq!(key.open(WORDS, &sealed[..at]), Text::Unreadable, "{at}");
        }
    }

    #[test]
    fn the_same_text_never_looks_the_same() {
        let entropy = SeededEntropy::new(7);
        let key = Key::drawn(&entropy);
        let seal = || key.seal(WORDS, "路灯不亮", &entropy);
        assert_ne!(seal(), seal());
    }
}
