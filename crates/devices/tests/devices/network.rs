//! The printer's worker over a network socket.

use std::io::{Read, Write};
use std::net::TcpListener;

use linli_devices::port::PortSettings;
use linli_devices::printer::escpos::decode;
use linli_devices::printer::{PrinterSettings, PrinterStatus, PrinterWorker};

use crate::printer::{is_end_of, is_status, job, settings};
use crate::samples::{Events, URL, read_qr};

#[test]
fn a_network_printer_gets_the_same_slip() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = PortSettings::Tcp {
        address: listener.local_addr().unwrap().to_string(),
    };
    let settings = PrinterSettings {
        answers: false,
        ..settings()
    };
    let (tell, mut events) = Events::new();
    let worker = PrinterWorker::start(port, settings, tell);
    let (mut socket, _) = listener.accept().unwrap();
    worker.print(job(1)).unwrap();
    events.until(is_end_of(1));
    drop(worker);
    let mut bytes = Vec::new();
    socket.read_to_end(&mut bytes).unwrap();
    let pages = decode(&bytes);
    assert_eq!(read_qr(&pages[0].picture(576)).as_deref(), Some(URL));
}

#[test]
fn a_network_printer_that_hangs_up_is_opened_again() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = PortSettings::Tcp {
        address: listener.local_addr().unwrap().to_string(),
    };
    let (tell, mut events) = Events::new();
    let _worker = PrinterWorker::start(port, settings(), tell);
    drop(listener.accept().unwrap());
    events.until(is_status(PrinterStatus::Unplugged));
    let (mut socket, _) = listener.accept().unwrap();
    // Now it answers whatever it is asked: on line, all well.
    let answering = std::thread::spawn(move || {
        let mut question = [0; 3];
        while socket.read_exact(&mut question).is_ok() {
            if socket.write_all(&[0x12]).is_err() {
                return;
            }
        }
    });
    events.until(is_status(PrinterStatus::Ready));
    drop(_worker);
    answering.join().unwrap();
}
