//! The figures as a table.

use std::time::Duration;

use crate::load::Times;

/// One measurement.
pub(crate) struct Row {
    what: String,
    per_second: f64,
    p50: Duration,
    p99: Duration,
    max: Duration,
    cpu: Option<Duration>,
}

impl Row {
    fn of(what: &str, times: Times) -> Self {
        Self {
            what: what.to_owned(),
            per_second: times.per_second(),
            p50: times.at(0.50),
            p99: times.at(0.99),
            max: times.at(1.0),
            cpu: times.cpu_each(),
        }
    }

    fn line(&self) -> String {
        let cpu = self
            .cpu
            .map_or_else(String::new, |cpu| cpu.as_micros().to_string());
        let millis = |time: Duration| time.as_secs_f64() * 1000.0;
        format!(
            "{:<62} {:>9.0} {:>9.3} {:>9.3} {:>9.3} {cpu:>9}",
            self.what,
            self.per_second,
            millis(self.p50),
            millis(self.p99),
            millis(self.max)
        )
    }
}

/// All of them.
pub(crate) struct Table {
    rows: Vec<Row>,
    /// Measures only what has one of these in its name; all if there are none.
    filters: Vec<String>,
}

impl Table {
    /// As the command line wants it.
    pub(crate) fn wanted() -> Self {
        let filters = std::env::args()
            .skip(1)
            .filter(|word| !word.starts_with('-'));
        Self {
            rows: Vec::new(),
            filters: filters.collect(),
        }
    }

    /// Whether anything of a hall with this history may be wanted.
    pub(crate) fn wants(&self, history: &str) -> bool {
        let ending = |text: &str| {
            let endings = ["no history", "tickets of history"];
            endings.into_iter().find(|ending| text.ends_with(ending))
        };
        let may_mean = |filter: &String| match ending(filter) {
            Some(named) => Some(named) == ending(history),
            None => true,
        };
        self.filters.is_empty() || self.filters.iter().any(may_mean)
    }

    /// Measures, if it is wanted.
    pub(crate) fn measure(&mut self, what: &str, measure: impl FnOnce() -> Times) {
        if self.filters.is_empty() || self.filters.iter().any(|filter| what.contains(filter)) {
            let row = Row::of(what, measure());
            eprintln!("{}", row.line());
            self.rows.push(row);
        }
    }

    pub(crate) fn print(&self) {
        println!(
            "\n{:<62} {:>9} {:>9} {:>9} {:>9} {:>9}",
            "", "a second", "p50 ms", "p99 ms", "max ms", "CPU µs"
        );
        for row in &self.rows {
            println!("{}", row.line());
        }
    }
}
