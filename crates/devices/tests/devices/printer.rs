//! The printer's worker, through pseudo-terminals, sockets and in memory.

use std::time::{Duration, Instant};

use linli_devices::port::{OpenPort, Port, PortError, PortSettings};
use linli_devices::printer::{
    Content, JobId, Limits, Paper, PrintJob, PrintMode, PrinterEvent, PrinterSettings,
    PrinterStatus, PrinterSwitches, PrinterWorker, PtyPrinter, Reason, SimulatedPrinter, Slip,
};

use crate::samples::{self, Events, PATIENCE, URL, read_qr, save_png};

pub(crate) fn settings() -> PrinterSettings {
    PrinterSettings {
        limits: Limits {
            job: PATIENCE,
            ask_every: Duration::from_millis(50),
            reopen_first: Duration::from_millis(20),
            ..Limits::default()
        },
        ..PrinterSettings::simulated(Paper::Mm80, samples::fonts())
    }
}

pub(crate) fn job(id: u64) -> PrintJob {
    PrintJob {
        id: JobId(id),
        content: Content::Slip(Box::new(samples::chinese_slip())),
    }
}

pub(crate) fn is_end_of(id: u64) -> impl FnMut(&PrinterEvent) -> bool {
    move |event| match event {
        PrinterEvent::Printed(ended) => ended.0 == id,
        PrinterEvent::Failed { id: ended, .. } | PrinterEvent::Unsure { id: ended, .. } => {
            ended.0 == id
        }
        _ => false,
    }
}

pub(crate) fn is_status(status: PrinterStatus) -> impl FnMut(&PrinterEvent) -> bool {
    move |event| *event == PrinterEvent::Status(status)
}

#[test]
fn a_slip_goes_through_a_serial_line_and_its_code_is_read_from_the_paper() {
    let printer = PtyPrinter::start(PrinterSwitches::default()).unwrap();
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(printer.port(), settings(), tell);
    events.until(is_status(PrinterStatus::Ready));
    worker.print(job(1)).unwrap();
    assert_eq!(*events.until(is_end_of(1)), PrinterEvent::Printed(JobId(1)));
    let picture = printer.next_page(PATIENCE).unwrap().picture(576);
    save_png(&picture, "through-serial-line");
    assert_eq!(read_qr(&picture).as_deref(), Some(URL));
    assert_eq!(
        events.so_far(),
        [
            PrinterEvent::Status(PrinterStatus::Ready),
            PrinterEvent::Printing(JobId(1)),
            PrinterEvent::Printed(JobId(1)),
        ]
    );
}

#[test]
fn a_printer_without_paper_says_so_at_once_and_nothing_is_sent() {
    let printer = PtyPrinter::start(PrinterSwitches {
        out_of_paper: true,
        ..PrinterSwitches::default()
    })
    .unwrap();
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(printer.port(), settings(), tell);
    events.until(is_status(PrinterStatus::PaperOut));
    assert_eq!(worker.status(), PrinterStatus::PaperOut);
    worker.print(job(1)).unwrap();
    let failed = PrinterEvent::Failed {
        id: JobId(1),
        reason: Reason::Printer(PrinterStatus::PaperOut),
    };
    assert_eq!(*events.until(is_end_of(1)), failed);
    printer.set_switches(PrinterSwitches::default());
    events.until(is_status(PrinterStatus::Ready));
    assert!(printer.hanging().is_empty() && printer.slips() == 0);
}

#[test]
fn paper_that_runs_out_in_the_middle_leaves_one_torn_slip_and_never_a_second_number() {
    let printer = PtyPrinter::start(PrinterSwitches {
        dots_left: Some(300),
        ..PrinterSwitches::default()
    })
    .unwrap();
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(printer.port(), settings(), tell);
    worker.print(job(1)).unwrap();
    let unsure = PrinterEvent::Unsure {
        id: JobId(1),
        reason: Reason::Printer(PrinterStatus::PaperOut),
    };
    assert_eq!(*events.until(is_end_of(1)), unsure);

    printer.set_switches(PrinterSwitches::default());
    events.until(is_status(PrinterStatus::Ready));
    assert_eq!(printer.slips(), 0, "the slip is not repeated by itself");

    worker.print(job(2)).unwrap();
    assert_eq!(*events.until(is_end_of(2)), PrinterEvent::Printed(JobId(2)));
    let torn = printer.next_page(PATIENCE).unwrap().picture(576);
    let whole = printer.next_page(PATIENCE).unwrap().picture(576);
    assert_eq!(read_qr(&torn), None);
    assert_eq!(read_qr(&whole).as_deref(), Some(URL));
}

/// A port whose cable is pulled after so many bytes.
struct Breaking {
    inner: SimulatedPrinter,
    bytes_left: usize,
}

struct BreakingPort {
    inner: Box<dyn Port>,
    printer: SimulatedPrinter,
    bytes_left: usize,
}

impl OpenPort for Breaking {
    fn open(&mut self) -> Result<Box<dyn Port>, PortError> {
        Ok(Box::new(BreakingPort {
            inner: self.inner.open()?,
            printer: self.inner.clone(),
            bytes_left: std::mem::replace(&mut self.bytes_left, usize::MAX),
        }))
    }

    fn name(&self) -> String {
        "breaking".into()
    }
}

impl Port for BreakingPort {
    fn write(&mut self, bytes: &[u8], wait: Duration) -> Result<usize, PortError> {
        // Questions are three bytes, and do not count.
        if bytes.len() <= 3 {
            return self.inner.write(bytes, wait);
        }
        let bytes = &bytes[..bytes.len().min(self.bytes_left)];
        let count = self.inner.write(bytes, wait);
        self.bytes_left -= *count.as_ref().unwrap_or(&0);
        if self.bytes_left == 0 {
            self.printer.set_switches(PrinterSwitches {
                unplugged: true,
                ..PrinterSwitches::default()
            });
        }
        count
    }

    fn read(&mut self, buffer: &mut [u8], wait: Duration) -> Result<usize, PortError> {
        self.inner.read(buffer, wait)
    }
}

#[test]
fn a_cable_pulled_anywhere_in_a_slip_never_spoils_the_next_one() {
    for bytes_left in [20, 500, 3000, 9000, 20_000] {
        let printer = SimulatedPrinter::new(Paper::Mm80);
        let port = Breaking {
            inner: printer.clone(),
            bytes_left,
        };
        let (tell, mut events) = Events::new();
        let worker = PrinterWorker::start(port, settings(), tell);
        worker.print(job(1)).unwrap();
        let unsure = PrinterEvent::Unsure {
            id: JobId(1),
            reason: Reason::Printer(PrinterStatus::Unplugged),
        };
        assert_eq!(
            *events.until(is_end_of(1)),
            unsure,
            "after {bytes_left} bytes"
        );
        assert_eq!(worker.status(), PrinterStatus::Unplugged);

        printer.set_switches(PrinterSwitches::default());
        events.until(is_status(PrinterStatus::Ready));
        worker.print(job(2)).unwrap();
        assert_eq!(*events.until(is_end_of(2)), PrinterEvent::Printed(JobId(2)));
        assert_eq!(printer.slips(), 2, "the torn piece, then the whole slip");
        assert_eq!(read_qr(&printer.last_slip().unwrap()).as_deref(), Some(URL));
        assert!(
            printer.last_page().unwrap().lines().is_empty(),
            "no dots came out as letters"
        );
    }
}

#[test]
fn an_unplugged_serial_printer_is_told_and_its_slips_fail_at_once() {
    let printer = PtyPrinter::start(PrinterSwitches::default()).unwrap();
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(printer.port(), settings(), tell);
    events.until(is_status(PrinterStatus::Ready));
    drop(printer);
    events.until(is_status(PrinterStatus::Unplugged));
    worker.print(job(1)).unwrap();
    let failed = PrinterEvent::Failed {
        id: JobId(1),
        reason: Reason::Printer(PrinterStatus::Unplugged),
    };
    assert_eq!(*events.until(is_end_of(1)), failed);
}

#[test]
fn a_printer_that_never_answers_is_silent_and_gets_no_slip() {
    let printer = PtyPrinter::start(PrinterSwitches {
        deaf: true,
        ..PrinterSwitches::default()
    })
    .unwrap();
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(printer.port(), settings(), tell);
    events.until(is_status(PrinterStatus::Silent));
    worker.print(job(1)).unwrap();
    let failed = PrinterEvent::Failed {
        id: JobId(1),
        reason: Reason::Printer(PrinterStatus::Silent),
    };
    assert_eq!(*events.until(is_end_of(1)), failed);
    assert!(printer.hanging().is_empty());
}

#[test]
fn a_printer_that_cannot_answer_prints_when_the_settings_say_so() {
    let printer = PtyPrinter::start(PrinterSwitches {
        deaf: true,
        ..PrinterSwitches::default()
    })
    .unwrap();
    let (tell, mut events) = Events::new();
    let settings = PrinterSettings {
        answers: false,
        ..settings()
    };
    let worker = PrinterWorker::start(printer.port(), settings, tell);
    worker.print(job(1)).unwrap();
    assert_eq!(*events.until(is_end_of(1)), PrinterEvent::Printed(JobId(1)));
    let picture = printer.next_page(PATIENCE).unwrap().picture(576);
    assert_eq!(read_qr(&picture).as_deref(), Some(URL));
}

#[test]
fn line_noise_between_the_answers_is_passed_over() {
    let printer = PtyPrinter::start(PrinterSwitches {
        babbling: true,
        near_end: true,
        cannot_confirm: true,
        ..PrinterSwitches::default()
    })
    .unwrap();
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(printer.port(), settings(), tell);
    events.until(is_status(PrinterStatus::PaperNearEnd));
    worker.print(job(1)).unwrap();
    assert_eq!(*events.until(is_end_of(1)), PrinterEvent::Printed(JobId(1)));
    let picture = printer.next_page(PATIENCE).unwrap().picture(576);
    assert_eq!(read_qr(&picture).as_deref(), Some(URL));
}

/// A line that takes what fits into the operating system and nobody reads.
#[test]
fn a_printer_that_stops_taking_bytes_does_not_stop_the_worker() {
    let (_line, far_end) = serialport::TTYPort::pair().unwrap();
    let path = serialport::SerialPort::name(&far_end).unwrap();
    let port = PortSettings::Serial {
        path,
        baud: 115_200,
        flow: linli_devices::port::Flow::RtsCts,
    };
    let settings = PrinterSettings {
        answers: false,
        limits: Limits {
            job: Duration::from_millis(300),
            ..settings().limits
        },
        ..settings()
    };
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(port, settings, tell);
    worker.print(job(1)).unwrap();
    let unsure = PrinterEvent::Unsure {
        id: JobId(1),
        reason: Reason::TooSlow,
    };
    assert_eq!(*events.until(is_end_of(1)), unsure);
    let started = Instant::now();
    drop(worker);
    assert!(started.elapsed() < PATIENCE / 3, "it stops when asked");
}

#[test]
fn an_open_cover_is_told_and_a_closed_one_as_well() {
    let printer = SimulatedPrinter::new(Paper::Mm58);
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(printer.clone(), settings(), tell);
    events.until(is_status(PrinterStatus::Ready));
    printer.set_switches(PrinterSwitches {
        cover_open: true,
        ..PrinterSwitches::default()
    });
    events.until(is_status(PrinterStatus::CoverOpen));
    printer.set_switches(PrinterSwitches::default());
    events.until(is_status(PrinterStatus::Ready));
    drop(worker);
}

#[test]
fn a_slow_line_gets_text_instead_of_a_picture() {
    let printer = SimulatedPrinter::new(Paper::Mm80);
    let (tell, mut events) = Events::new();
    let settings = PrinterSettings {
        baud: Some(9600),
        mode: PrintMode::Auto,
        ..settings()
    };
    let worker = PrinterWorker::start(printer.clone(), settings, tell);
    worker.print(job(1)).unwrap();
    assert_eq!(*events.until(is_end_of(1)), PrinterEvent::Printed(JobId(1)));
    let page = printer.last_page().unwrap();
    assert!(page.lines().iter().any(|line| line == "A012"));
    assert_eq!(read_qr(&page.picture(576)).as_deref(), Some(URL));
}

#[test]
fn a_slip_that_cannot_be_drawn_fails_with_its_reason() {
    let printer = SimulatedPrinter::new(Paper::Mm80);
    let (tell, mut events) = Events::new();
    let no_fonts = PrinterSettings {
        fonts: "/nowhere".into(),
        ..settings()
    };
    let worker = PrinterWorker::start(printer.clone(), no_fonts, tell);
    worker.print(job(1)).unwrap();
    let failed = PrinterEvent::Failed {
        id: JobId(1),
        reason: Reason::NoFonts,
    };
    assert_eq!(*events.until(is_end_of(1)), failed);
    let too_long = Slip {
        footer: "长".repeat(5000),
        ..Slip::default()
    };
    worker
        .print(PrintJob {
            id: JobId(2),
            content: Content::Slip(Box::new(too_long)),
        })
        .unwrap();
    events.until(is_end_of(2));
    assert!(printer.hanging().is_empty());
}

#[test]
fn the_settings_of_a_port_are_plain_to_read() {
    let text = r#"
        [port]
        kind = "serial"
        path = "/dev/ttyUSB0"
        baud = 9600
        flow = "xon_xoff"
    "#;
    #[derive(serde::Deserialize)]
    struct Machine {
        port: PortSettings,
    }
    let machine: Machine = toml::from_str(text).unwrap();
    assert_eq!(machine.port.baud(), Some(9600));
    assert_eq!(machine.port.name(), "/dev/ttyUSB0");
}

#[test]
fn events_have_plain_names_on_the_wire() {
    let event = PrinterEvent::Unsure {
        id: JobId(7),
        reason: Reason::Printer(PrinterStatus::PaperOut),
    };
    let text = serde_json::to_string(&event).unwrap();
    assert_eq!(
        text,
        r#"{"unsure":{"id":7,"reason":{"printer":"paper_out"}}}"#
    );
    assert_eq!(serde_json::from_str::<PrinterEvent>(&text).unwrap(), event);
}
