//! What was seen on a walk, and what was wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The smallest contrast of a kind, and where it was seen.
struct Least {
    ratio: f32,
    place: String,
}

/// What was seen, and what was wrong.
pub(super) struct Report {
    pub(super) looks: usize,
    pub(super) texts: usize,
    pub(super) controls: usize,
    pub(super) smallest_target_mm: f32,
    pub(super) smallest_primary_mm: f32,
    pub(super) smallest_gap_mm: f32,
    pub(super) smallest_capital_mm: f32,
    /// By mode and kind.
    contrasts: BTreeMap<(&'static str, &'static str), Least>,
    pub(super) offences: Vec<String>,
}

impl Report {
    pub(super) fn new() -> Report {
        Report {
            looks: 0,
            texts: 0,
            controls: 0,
            smallest_target_mm: f32::MAX,
            smallest_primary_mm: f32::MAX,
            smallest_gap_mm: f32::MAX,
            smallest_capital_mm: f32::MAX,
            contrasts: BTreeMap::new(),
            offences: Vec::new(),
        }
    }

    /// Notes how well something is seen.
    pub(super) fn contrast(
        &mut self,
        mode: &'static str,
        kind: &'static str,
        ratio: f32,
        place: impl FnOnce() -> String,
    ) {
        let known = self.contrasts.get(&(mode, kind));
        if known.is_none_or(|least| ratio < least.ratio) {
            let place = place();
            self.contrasts.insert((mode, kind), Least { ratio, place });
        }
    }

    pub(super) fn write(&self, name: &str) {
        let mut text = format!(
            "{name}: {} looks, {} texts, {} controls\n\
             smallest target {}, main button {} high, gap {}, capital {}\n",
            self.looks,
            self.texts,
            self.controls,
            millimetres(self.smallest_target_mm),
            millimetres(self.smallest_primary_mm),
            millimetres(self.smallest_gap_mm),
            millimetres(self.smallest_capital_mm),
        );
        for ((mode, kind), Least { ratio, place }) in &self.contrasts {
            writeln!(
                text,
                "smallest contrast in {mode}: {kind} {ratio:.2}, {place}"
            )
            .unwrap();
        }
        for offence in &self.offences {
            writeln!(text, "{offence}").unwrap();
        }
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../walk");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(format!("{name}.txt")), text).unwrap();
    }
}

/// A smallest length; "none" where there was nothing to measure.
fn millimetres(length_mm: f32) -> String {
    if length_mm == f32::MAX {
        return "none".to_owned();
    }
    format!("{length_mm:.2} mm")
}
