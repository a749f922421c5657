//! The scanner's worker, through a pseudo-terminal and in memory.

use std::io::Write;
use std::time::Duration;

use linli_devices::port::{Flow, PortSettings};
use linli_devices::scanner::{
    ScannerEvent, ScannerSettings, ScannerStatus, ScannerWorker, SimulatedScanner,
};
use serialport::{SerialPort, TTYPort};

use crate::samples::Events;

fn settings() -> ScannerSettings {
    ScannerSettings {
        reopen_first: Duration::from_millis(20),
    }
}

fn is_scan(event: &ScannerEvent) -> bool {
    matches!(event, ScannerEvent::Scan(_))
}

fn scan(text: &str) -> ScannerEvent {
    ScannerEvent::Scan(text.into())
}

fn is_status(status: ScannerStatus) -> impl FnMut(&ScannerEvent) -> bool {
    move |event| *event == ScannerEvent::Status(status)
}

#[test]
fn a_serial_scanner_is_read_with_and_without_line_ends() {
    let (mut line, far_end) = TTYPort::pair().unwrap();
    let port = PortSettings::Serial {
        path: far_end.name().unwrap(),
        baud: 9600,
        flow: Flow::None,
    };
    let (tell, mut events) = Events::new();
    let _worker = ScannerWorker::start(port, settings(), tell);
    events.until(is_status(ScannerStatus::Ready));
    line.write_all("http://hall/t/一\r\n".as_bytes()).unwrap();
    assert_eq!(*events.until(is_scan), scan("http://hall/t/一"));
    line.write_all(b"no end, but silence").unwrap();
    assert_eq!(*events.until(is_scan), scan("no end, but silence"));
    line.write_all(b"\xff\x00\xfe\r%%NoRead\rA1\r").unwrap();
    assert_eq!(*events.until(is_scan), scan("A1"));
    assert_eq!(
        events.so_far()[3..],
        [ScannerEvent::Garbage(3), ScannerEvent::NoRead, scan("A1")]
    );
}

#[test]
fn an_unplugged_serial_scanner_is_told() {
    let (line, far_end) = TTYPort::pair().unwrap();
    let port = PortSettings::Serial {
        path: far_end.name().unwrap(),
        baud: 115_200,
        flow: Flow::None,
    };
    let (tell, mut events) = Events::new();
    let worker = ScannerWorker::start(port, settings(), tell);
    events.until(is_status(ScannerStatus::Ready));
    drop((line, far_end));
    events.until(is_status(ScannerStatus::Unplugged));
    assert_eq!(worker.status(), ScannerStatus::Unplugged);
}

#[test]
fn a_scanner_plugged_in_again_reads_on_and_half_a_code_is_forgotten() {
    let scanner = SimulatedScanner::new();
    let (tell, mut events) = Events::new();
    let _worker = ScannerWorker::start(scanner.clone(), settings(), tell);
    events.until(is_status(ScannerStatus::Ready));
    scanner.scan("A1");
    assert_eq!(*events.until(is_scan), scan("A1"));
    scanner.send(b"half a co");
    scanner.set_unplugged(true);
    events.until(is_status(ScannerStatus::Unplugged));
    scanner.set_unplugged(false);
    events.until(is_status(ScannerStatus::Ready));
    scanner.scan("A2");
    assert_eq!(*events.until(is_scan), scan("A2"));
}
