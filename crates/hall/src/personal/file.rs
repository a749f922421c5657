//! The file that the key is kept in, beside the hall's.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::Key;
use crate::{Entropy, Result, store};

/// Bytes of the key.
const BYTES: usize = 32;

/// The key in `file`; a new one if there is none. Only one program at a time may ask: a second
/// one would make a second key.
pub(crate) fn key_in(file: &Path, entropy: &dyn Entropy) -> Result<Key> {
    match fs::read(file) {
        Ok(found) => match <[u8; BYTES]>::try_from(found) {
            Ok(bytes) => {
                store::restrict(file)?;
                return Ok(Key::new(bytes));
            }
            // The hall goes on, with what the lost key had sealed unreadable. Nothing is thrown
            // away: somebody may still know what became of the file.
            Err(_) => {
                let aside = file.with_extension("key.damaged");
                fs::rename(file, &aside)?;
                let kept = aside.display();
                tracing::error!(%kept, "the key for personal data is damaged; a new one is made");
            }
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    let mut bytes = [0; BYTES];
    entropy.fill(&mut bytes);
    write(file, &bytes)?;
    Ok(Key::new(bytes))
}

/// Writes the key so that it is there whole or not at all, and durable before anything is sealed
/// with it.
fn write(file: &Path, bytes: &[u8; BYTES]) -> Result<()> {
    let draft = file.with_extension("key.new");
    let mut out = File::create(&draft)?;
    store::restrict(&draft)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    fs::rename(&draft, file)?;
    if let Some(folder) = file.parent().filter(|folder| folder.is_dir()) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
