//! The settings of the machine: one commented file, `packaging/linli.toml`. Everything about the hall
//! itself is in its database.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use jiff::civil::Time;
use linli_devices::port::PortSettings;
use linli_devices::printer::{Paper, PrintMode};
use linli_devices::speech::{EngineUse, Outlet, ReaderSettings};
use linli_input::pinyin::Fuzzy;
use serde::Deserialize;

use crate::app::Dusk;

/// The settings of one terminal.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where the hall is.
    pub hall: HallSettings,
    /// The glass.
    pub screen: ScreenSettings,
    /// The pages that this terminal serves.
    pub pages: PagesSettings,
    /// The printer; without this part there is none.
    pub printer: Option<PrinterSettings>,
    /// The scanner; without this part there is none.
    pub scanner: Option<ScannerSettings>,
    /// Writing on the glass.
    pub writing: WritingSettings,
    /// The voice that calls numbers.
    pub voice: VoiceSettings,
    /// The voice for one person.
    pub speech: SpeechSettings,
}

/// Where the hall is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HallSettings {
    /// The folder of the hall on this machine.
    pub folder: PathBuf,
    /// The address of the terminal that has the hall, when it is another one.
    pub remote: Option<String>,
    /// What this terminal shows to the other one, from `linli-admin enrol kiosk NAME`.
    pub token: Option<String>,
    /// The name of this terminal in the journal and on the counter page.
    pub name: String,
}

/// The glass.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ScreenSettings {
    /// From corner to corner, in inches.
    pub diagonal_inches: f32,
    /// From when the hall is dim and the screen takes its evening tone.
    pub evening_from: Time,
    /// Until when; the same as `evening_from`: never.
    pub evening_until: Time,
}

/// The pages that this terminal serves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PagesSettings {
    /// Address and port to listen at.
    pub listen: SocketAddr,
    /// What links in QR codes begin with; empty for this machine's own address.
    pub public_address: String,
}

/// The printer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrinterSettings {
    /// Where it is connected.
    pub port: PortSettings,
    /// The paper in it.
    #[serde(default)]
    pub paper: Paper,
    /// How slips are sent.
    #[serde(default)]
    pub mode: PrintMode,
    /// Whether it answers when asked how it is.
    #[serde(default = "yes")]
    pub answers: bool,
}

/// The scanner.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScannerSettings {
    /// Where it is connected.
    pub port: PortSettings,
}

/// The voice for the person at the terminal, when they ask for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SpeechSettings {
    /// Whether there is one.
    pub on: bool,
    /// A part of the name of a second sound device, which only the person hears.
    pub private_device: Option<String>,
    /// The loudest it may be through the loudspeaker, in percent of the recording.
    pub loudspeaker_volume: u8,
    /// The loudest it may be at somebody's ear, in percent of the recording.
    pub private_volume: u8,
    /// Speech Dispatcher, for what nobody has recorded.
    pub dispatcher: DispatcherSettings,
}

/// Speech Dispatcher.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DispatcherSettings {
    /// Whether it speaks where it is there.
    pub on: bool,
    /// Its socket; `None` where this user's programs look for it.
    pub socket: Option<PathBuf>,
    /// Where its sound is heard: that is set up in its own settings.
    pub outlet: Outlet,
    /// The languages that it says better than joined syllables.
    pub locales: Vec<String>,
}

impl Default for DispatcherSettings {
    fn default() -> DispatcherSettings {
        let usual = EngineUse::default();
        DispatcherSettings {
            on: true,
            socket: None,
            outlet: usual.outlet,
            locales: usual.locales,
        }
    }
}

/// The voice that calls numbers.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct VoiceSettings {
    /// Whether this terminal calls numbers aloud.
    pub on: bool,
    /// A folder with recordings of the hall's own, over the ones that come with Linli.
    pub own_recordings: Option<PathBuf>,
}

/// Writing on the glass.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WritingSettings {
    /// Sounds that people here take for one another when they spell.
    pub fuzzy_pinyin: Vec<FuzzySound>,
}

/// Two sounds that many people do not tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FuzzySound {
    /// z and zh.
    ZZh,
    /// c and ch.
    CCh,
    /// s and sh.
    SSh,
    /// an and ang, en and eng, in and ing.
    NNg,
    /// l and n.
    LN,
    /// f and h.
    FH,
}

impl WritingSettings {
    /// What the dictionary is to take for the same.
    pub fn fuzzy(&self) -> Fuzzy {
        let has = |sound| self.fuzzy_pinyin.contains(&sound);
        Fuzzy {
            z_zh: has(FuzzySound::ZZh),
            c_ch: has(FuzzySound::CCh),
            s_sh: has(FuzzySound::SSh),
            n_ng: has(FuzzySound::NNg),
            l_n: has(FuzzySound::LN),
            f_h: has(FuzzySound::FH),
        }
    }
}

impl Default for WritingSettings {
    fn default() -> WritingSettings {
        use FuzzySound::{CCh, NNg, SSh, ZZh};
        WritingSettings {
            fuzzy_pinyin: vec![ZZh, CCh, SSh, NNg],
        }
    }
}

fn yes() -> bool {
    true
}

impl Default for HallSettings {
    fn default() -> HallSettings {
        HallSettings {
            folder: "/var/lib/linli".into(),
            remote: None,
            token: None,
            name: "terminal".to_owned(),
        }
    }
}

impl ScreenSettings {
    /// When the hall is dim.
    pub fn dusk(&self) -> Dusk {
        Dusk {
            from: self.evening_from,
            until: self.evening_until,
        }
    }
}

impl Default for ScreenSettings {
    fn default() -> ScreenSettings {
        let dusk = Dusk::default();
        ScreenSettings {
            diagonal_inches: 21.5,
            evening_from: dusk.from,
            evening_until: dusk.until,
        }
    }
}

impl Default for PagesSettings {
    fn default() -> PagesSettings {
        PagesSettings {
            listen: SocketAddr::from(([0, 0, 0, 0], 7300)),
            public_address: String::new(),
        }
    }
}

impl Default for VoiceSettings {
    fn default() -> VoiceSettings {
        VoiceSettings {
            on: true,
            own_recordings: None,
        }
    }
}

impl Default for SpeechSettings {
    fn default() -> SpeechSettings {
        let usual = ReaderSettings::default();
        SpeechSettings {
            on: true,
            private_device: None,
            loudspeaker_volume: usual.loudspeaker_volume,
            private_volume: usual.private_volume,
            dispatcher: DispatcherSettings::default(),
        }
    }
}

/// The sizes of glass that a terminal can have, in inches. What lies outside is a slip of the pen.
const DIAGONALS: std::ops::RangeInclusive<f32> = 7.0..=100.0;

impl Settings {
    /// Reads the settings from a file.
    ///
    /// # Errors
    /// When the file cannot be read, or something in it is not understood; the message says where.
    pub fn read(file: &Path) -> anyhow::Result<Settings> {
        let text = fs::read_to_string(file)
            .with_context(|| format!("the settings {} cannot be read", file.display()))?;
        Settings::parse(&text).with_context(|| format!("in the settings {}", file.display()))
    }

    /// Reads the settings from a text.
    ///
    /// # Errors
    /// When something in it is not understood; the message says where.
    pub fn parse(text: &str) -> anyhow::Result<Settings> {
        let settings: Settings = toml::from_str(text)?;
        let inches = settings.screen.diagonal_inches;
        anyhow::ensure!(
            DIAGONALS.contains(&inches),
            "screen.diagonal_inches is {inches}; a terminal has {} to {} inches",
            DIAGONALS.start(),
            DIAGONALS.end()
        );
        let hall = &settings.hall;
        anyhow::ensure!(
            !hall.name.trim().is_empty(),
            "hall.name is empty; give this terminal a name, such as \"大门\""
        );
        anyhow::ensure!(
            hall.remote.is_some() == hall.token.is_some(),
            "hall.remote and hall.token belong together: the address of the other terminal, and what it gave this one"
        );
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKAGED: &str = include_str!("../../packaging/linli.toml");

    #[test]
    fn the_packaged_file_says_what_holds_without_it() {
        let packaged = Settings::parse(PACKAGED).unwrap();
        let unsaid = Settings::default();
        assert_eq!(packaged.pages.listen, unsaid.pages.listen);
        assert_eq!(packaged.hall.folder, unsaid.hall.folder);
        assert_eq!(
            packaged.screen.diagonal_inches,
            unsaid.screen.diagonal_inches
        );
        assert_eq!(packaged.screen.dusk(), unsaid.screen.dusk());
        assert_eq!(packaged.writing.fuzzy_pinyin, unsaid.writing.fuzzy_pinyin);
    }

    #[test]
    fn every_commented_example_of_the_packaged_file_is_understood() {
        // A line that begins with "#:" is an example that staff are told to take the marks from.
        let with_examples: String = PACKAGED
            .lines()
            .map(|line| format!("{}\n", line.strip_prefix("#: ").unwrap_or(line)))
            .collect();
        let settings = Settings::parse(&with_examples).unwrap();
        assert!(settings.printer.is_some() && settings.scanner.is_some());
    }

    #[test]
    fn a_misspelt_setting_is_named() {
        let error = Settings::parse("[screen]\ndiagonal_inch = 21.5\n").unwrap_err();
        assert!(format!("{error:#}").contains("diagonal_inch"), "{error:#}");
    }

    #[test]
    fn half_of_a_remote_hall_is_refused_with_the_other_half_named() {
        let error = Settings::parse("[hall]\nremote = \"http://192.168.1.20:7300\"\n").unwrap_err();
        assert!(format!("{error:#}").contains("hall.token"), "{error:#}");
    }
}
