//! What the disk can do by itself.

use std::fs::{File, create_dir_all};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::load::Times;

/// Appends a page and syncs, one after the other, for two seconds: what one commit after the
/// other could reach at best.
pub(crate) fn syncs(root: &Path) -> Times {
    create_dir_all(root).expect("a folder for the figures");
    let path = root.join("sync");
    let mut file = File::create(&path).expect("a file");
    let page = [0x5a; 4096];
    let mut times = Times::default();
    let until = Instant::now() + Duration::from_secs(2);
    while Instant::now() < until {
        times.time(|| {
            file.write_all(&page).expect("a page");
            file.sync_data().expect("a sync");
        });
    }
    drop(std::fs::remove_file(path));
    times
}
