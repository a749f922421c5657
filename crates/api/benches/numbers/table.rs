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
    pub(crate) fn of(what: &str, times: Times) -> Self {
        let row = Self {
            what: what.to_owned(),
            per_second: times.per_second(),
            p50: times.at(0.50),
            p99: times.at(0.99),
            max: times.at(1.0),
            cpu: times.cpu_each(),
        };
        eprintln!("{}", row.line());
        row
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
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

impl Table {
    pub(crate) fn add(&mut self, row: Row) {
        self.rows.push(row);
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
