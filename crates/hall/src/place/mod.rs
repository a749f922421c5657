//! The hall itself: its name, its time zone and how it works.

mod set;
mod show;

pub use set::Set;
pub use show::Show;

use jiff::tz::TimeZone;
use rusqlite::Connection;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Entropy, Error, Names, Result};

/// What a hall is called and how it works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Facts {
    /// Its name.
    pub names: Names,
    /// Its time zone, such as `Asia/Shanghai` (IANA).
    pub time_zone: String,
    /// A line of greeting for the idle screen.
    pub greeting: Names,
    /// Whom to turn to, on the help screen.
    pub help: Names,
    /// The language that screens return to.
    pub locale: String,
    /// The languages that calls are spoken in, in this order.
    pub voices: Vec<String>,
    /// At most so many priority tickets are called in a row while others wait.
    pub priority_in_a_row: u32,
    /// What happens to somebody who does not come when called.
    pub no_show: NoShowRule,
    /// After so many calls in vain a ticket is set aside as a no-show.
    pub no_show_limit: u32,
    /// Those who hold a number are served for so long after closing, in minutes.
    pub closing_grace_mins: u32,
    /// Loudness of calls by hour of the day, 0 to 100.
    pub volume: Vec<Volume>,
}

/// Loudness from an hour of the day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Volume {
    /// From this hour on, 0 to 23.
    pub from_hour: u8,
    /// 0 to 100.
    pub percent: u8,
}

/// What happens to somebody who does not come when called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum NoShowRule {
    /// They wait again, so many places back.
    Back {
        /// How many are let past.
        places: u32,
    },
    /// They are parked until they turn up.
    Park,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            names: Names::zh("居民会客厅").en("Community Hall"),
            time_zone: "Asia/Shanghai".to_owned(),
            greeting: Names::default(),
            help: Names::default(),
            locale: "zh-CN".to_owned(),
            voices: vec!["zh-CN".to_owned()],
            priority_in_a_row: 2,
            no_show: NoShowRule::Back { places: 3 },
            no_show_limit: 2,
            closing_grace_mins: 60,
            volume: vec![Volume {
                from_hour: 0,
                percent: 80,
            }],
        }
    }
}

/// The key that this hall signs its links with.
#[derive(Clone)]
pub(crate) struct Secret(pub(crate) [u8; 32]);

/// Gives a new file its facts and its secret.
pub(crate) fn found(db: &Connection, entropy: &dyn Entropy) -> Result<()> {
    let mut secret = [0; 32];
    entropy.fill(&mut secret);
    let facts = serde_json::to_string(&Facts::default())?;
    db.execute(
        "INSERT INTO place (id, facts, secret) VALUES (1, ?1, ?2) ON CONFLICT DO NOTHING",
        (facts, secret),
    )?;
    Ok(())
}

/// The facts and the secret as they are in the file.
pub(crate) fn read(db: &Connection) -> Result<(Facts, Secret)> {
    let (facts, secret) = db
        .prepare_cached("SELECT facts, secret FROM place")?
        .query_row([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    Ok((serde_json::from_str(&facts)?, Secret(secret)))
}

pub(crate) fn named_zone(name: &str) -> Result<TimeZone> {
    TimeZone::get(name).map_err(|_| Error::bad_input(format!("no time zone is called {name}")))
}
