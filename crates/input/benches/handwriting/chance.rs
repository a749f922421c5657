//! Numbers by chance, the same ones every time.

/// SplitMix64, after Steele, Lea and Flood (2014).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 up to but not 1.
    fn even(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Around 0, with a deviation of 1 (Box and Muller).
    pub(crate) fn gauss(&mut self) -> f32 {
        let radius = (-2.0 * (1.0 - self.even()).ln()).sqrt();
        radius * (std::f32::consts::TAU * self.even()).cos()
    }

    pub(crate) fn coin(&mut self) -> bool {
        self.next() & 1 == 0
    }

    pub(crate) fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let other = (self.next() % (last as u64 + 1)) as usize;
            all.swap(last, other);
        }
    }
}
