//! Bytes back to commands, in whatever pieces they arrive.

/// One command, as a printer understands it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `ESC @`.
    Init,
    /// `ESC J`: move the paper on by so many dots.
    Feed(u8),
    /// `GS v 0`: rows of raster.
    Band {
        /// Bytes of each row.
        row_bytes: usize,
        /// The rows, one after the other.
        bits: Vec<u8>,
    },
    /// `GS V`: cut.
    Cut,
    /// `GS r`: answer when all before is printed.
    Confirm,
    /// Bytes to print in the printer's own font.
    Text(Vec<u8>),
    /// End of a line of text.
    Line,
    /// A setting of the text mode: size, alignment, emphasis.
    Setting,
    /// A byte that makes no sense here.
    Unknown(u8),
}

/// Takes bytes as they come and gives whole commands.
#[derive(Debug, Clone, Default)]
pub struct Parser {
    pending: Vec<u8>,
}

/// What the front of the pending bytes turned out to be.
enum Front {
    /// A command of so many bytes.
    Whole(Command, usize),
    /// So many bytes that mean nothing.
    Skip(usize),
    /// More bytes are needed.
    Wait,
}

impl Parser {
    /// Takes bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.pending.extend_from_slice(bytes);
    }

    /// How many bytes are waiting to be understood.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// The next whole command, if there is one.
    pub fn next_command(&mut self) -> Option<Command> {
        loop {
            match front(&self.pending) {
                Front::Whole(command, length) => {
                    self.pending.drain(..length);
                    return Some(command);
                }
                Front::Skip(length) => {
                    self.pending.drain(..length);
                }
                Front::Wait => return None,
            }
        }
    }
}

fn front(bytes: &[u8]) -> Front {
    match bytes {
        [] => Front::Wait,
        [0x00 | b'\r', ..] => Front::Skip(1),
        [b'\n', ..] => Front::Whole(Command::Line, 1),
        [0x1B, rest @ ..] => escape(rest),
        [0x1D, rest @ ..] => group(rest),
        [0x1C, rest @ ..] => chinese(rest),
        [byte, ..] if *byte < 0x20 => Front::Whole(Command::Unknown(*byte), 1),
        _ => {
            let length = bytes
                .iter()
                .position(|byte| *byte < 0x20)
                .unwrap_or(bytes.len());
            Front::Whole(Command::Text(bytes[..length].to_vec()), length)
        }
    }
}

/// After `ESC`.
fn escape(rest: &[u8]) -> Front {
    match rest {
        [] => Front::Wait,
        [b'@', ..] => Front::Whole(Command::Init, 2),
        [b'2', ..] => Front::Whole(Command::Setting, 2),
        [b'J' | b'!' | b'a' | b'E' | b't' | b'3' | b'R' | b'd'] => Front::Wait,
        [b'J', dots, ..] => Front::Whole(Command::Feed(*dots), 3),
        [b'!' | b'a' | b'E' | b't' | b'3' | b'R', _, ..] => Front::Whole(Command::Setting, 3),
        [b'd', _, ..] => Front::Whole(Command::Line, 3),
        _ => Front::Whole(Command::Unknown(0x1B), 1),
    }
}

/// After `GS`.
fn group(rest: &[u8]) -> Front {
    match rest {
        [] | [b'V' | b'!' | b'r'] => Front::Wait,
        [b'V', 65 | 66 | 97 | 98, rest @ ..] => match rest {
            [] => Front::Wait,
            _ => Front::Whole(Command::Cut, 4),
        },
        [b'V', _, ..] => Front::Whole(Command::Cut, 3),
        [b'!', _, ..] => Front::Whole(Command::Setting, 3),
        [b'r', _, ..] => Front::Whole(Command::Confirm, 3),
        [b'v', rest @ ..] => raster(rest),
        _ => Front::Whole(Command::Unknown(0x1D), 1),
    }
}

/// After `GS v`.
fn raster(rest: &[u8]) -> Front {
    let [_, _, width_low, width_high, rows_low, rows_high, bits @ ..] = rest else {
        return Front::Wait;
    };
    let row_bytes = usize::from(u16::from_le_bytes([*width_low, *width_high]));
    let rows = usize::from(u16::from_le_bytes([*rows_low, *rows_high]));
    let Some(bits) = bits.get(..row_bytes * rows) else {
        return Front::Wait;
    };
    let band = Command::Band {
        row_bytes,
        bits: bits.to_vec(),
    };
    Front::Whole(band, 8 + row_bytes * rows)
}

/// After `FS`.
fn chinese(rest: &[u8]) -> Front {
    match rest {
        [] | [b'!'] => Front::Wait,
        [b'&' | b'.', ..] => Front::Whole(Command::Setting, 2),
        [b'!', _, ..] => Front::Whole(Command::Setting, 3),
        _ => Front::Whole(Command::Unknown(0x1C), 1),
    }
}
