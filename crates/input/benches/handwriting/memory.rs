//! How much memory this process holds.

/// Resident and proportional memory, as Linux reckons it.
pub(crate) fn now() -> String {
    let Ok(text) = std::fs::read_to_string("/proc/self/smaps_rollup") else {
        return "unknown here".to_owned();
    };
    let mib = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        let kib = line.and_then(|l| l.split_whitespace().nth(1)?.parse::<f64>().ok());
        kib.unwrap_or(0.0) / 1024.0
    };
    format!(
        "{:.1} MiB resident, {:.1} MiB proportional",
        mib("Rss:"),
        mib("Pss:")
    )
}
