//! What the heap keeps, and when it gives back.
//!
//! A terminal starts, draws a few screens and then stands for weeks: what starting took, and what a
//! model took that nobody needs any more, is given back to the system.
#![expect(unsafe_code, reason = "the C library's own settings have no safe door")]

/// Memory that is free at the top of the heap goes back to the system from this size on, in bytes.
#[cfg(target_env = "gnu")]
const TRIM_BYTES: i32 = 64 * 1024;
/// Heaps that threads share. The system's own choice is eight a core, each with its own holes.
#[cfg(target_env = "gnu")]
const HEAPS: i32 = 2;

/// Has the heap give back what is free at its top, from now on; before there is a second thread. On
/// software GL this is a tenth of the whole.
pub fn settle() {
    #[cfg(target_env = "gnu")]
    {
        // SAFETY: both settings take any positive number.
        let taken = unsafe {
            libc::mallopt(libc::M_TRIM_THRESHOLD, TRIM_BYTES) == 1
                && libc::mallopt(libc::M_ARENA_MAX, HEAPS) == 1
        };
        if !taken {
            eprintln!("linli-kiosk: the heap keeps its usual size");
        }
    }
}

/// Gives back what is free anywhere in the heaps, after something large was let go of.
pub fn give_back() {
    #[cfg(target_env = "gnu")]
    {
        // SAFETY: it looks at free memory alone, under the heaps' own locks.
        let given = unsafe { libc::malloc_trim(0) == 1 };
        tracing::debug!(given, "free memory");
    }
}
