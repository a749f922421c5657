//! The three kinds of real port, as the machine's settings name them.

use std::fs::OpenOptions;
use std::io::IsTerminal;
use std::net::{TcpStream, ToSocketAddrs};
use std::os::unix::fs::OpenOptionsExt;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serialport::{ErrorKind, FlowControl, TTYPort};

use super::polled::Polled;
use super::{OpenPort, Port, PortError};

/// A network printer that does not answer within this is not there.
pub const CONNECT_WAIT: Duration = Duration::from_secs(3);

/// `O_NONBLOCK | O_NOCTTY` on Linux (asm-generic/fcntl.h): do not wait for a carrier, do not
/// make a serial line our terminal.
const OPEN_FLAGS: i32 = 0o4000 | 0o400;

/// How a serial device says "not so fast".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// It never does.
    None,
    /// By the RTS and CTS wires: what most receipt printers do (their DTR is wired to our CTS).
    #[default]
    RtsCts,
    /// By the XON and XOFF bytes.
    XonXoff,
}

/// Where a device is, as written in the machine's settings.
///
/// ```toml
/// port = { kind = "serial", path = "/dev/serial/by-id/usb-printer", baud = 115200, flow = "rts_cts" }
/// port = { kind = "tcp", address = "192.168.1.50:9100" }
/// port = { kind = "file", path = "/dev/usb/lp0" }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PortSettings {
    /// A serial line, 8 data bits, no parity, 1 stop bit.
    Serial {
        /// The device; a name under `/dev/serial/by-id` stays the same after replugging.
        path: String,
        /// Bits a second.
        baud: u32,
        /// How the device slows us down.
        #[serde(default)]
        flow: Flow,
    },
    /// A printer on the network, usually at port 9100.
    Tcp {
        /// `host:port`.
        address: String,
    },
    /// A device file that takes bytes as they are, such as `/dev/usb/lp0`.
    File {
        /// The file.
        path: String,
    },
}

impl PortSettings {
    /// Bits a second, where the line is the bottleneck: serial ports only.
    pub fn baud(&self) -> Option<u32> {
        match self {
            PortSettings::Serial { baud, .. } => Some(*baud),
            PortSettings::Tcp { .. } | PortSettings::File { .. } => None,
        }
    }
}

impl OpenPort for PortSettings {
    fn open(&mut self) -> Result<Box<dyn Port>, PortError> {
        match self {
            PortSettings::Serial { path, baud, flow } => open_serial(path, *baud, *flow),
            PortSettings::Tcp { address } => open_tcp(address),
            PortSettings::File { path } => Ok(Box::new(Polled::new(open_file(path)?, None))),
        }
    }

    fn name(&self) -> String {
        match self {
            PortSettings::Serial { path, .. } | PortSettings::File { path } => path.clone(),
            PortSettings::Tcp { address } => address.clone(),
        }
    }
}

fn open_file(path: &str) -> Result<std::fs::File, PortError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).custom_flags(OPEN_FLAGS);
    Ok(options.open(path)?)
}

fn open_serial(path: &str, baud: u32, flow: Flow) -> Result<Box<dyn Port>, PortError> {
    // Our own descriptor comes first: the settings lock the device against whoever comes later.
    let file = open_file(path)?;
    // Some USB printers are called serial in the settings and are none (ENOTTY): they have no
    // speed to set, and take bytes all the same.
    let settings = if file.is_terminal() {
        Some(set_up_serial(path, baud, flow)?)
    } else {
        None
    };
    Ok(Box::new(Polled::new(file, settings)))
}

fn set_up_serial(path: &str, baud: u32, flow: Flow) -> Result<TTYPort, PortError> {
    let flow = match flow {
        Flow::None => FlowControl::None,
        Flow::RtsCts => FlowControl::Hardware,
        Flow::XonXoff => FlowControl::Software,
    };
    let builder = serialport::new(path, baud)
        .flow_control(flow)
        // Left open for us by `open_file`, so that writes never block.
        .timeout(Duration::ZERO);
    let port = TTYPort::open(&builder).map_err(|error| match error.kind {
        ErrorKind::NoDevice => PortError::Busy,
        ErrorKind::Io(kind) => std::io::Error::new(kind, error.description).into(),
        ErrorKind::InvalidInput | ErrorKind::Unknown => PortError::Other(error.description),
    })?;
    Ok(port)
}

fn open_tcp(address: &str) -> Result<Box<dyn Port>, PortError> {
    let mut last = PortError::NotFound;
    for address in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, CONNECT_WAIT) {
            Ok(stream) => {
                // Status questions are three bytes and must not wait for company.
                stream.set_nodelay(true)?;
                stream.set_nonblocking(true)?;
                return Ok(Box::new(Polled::new(stream, None)));
            }
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
                last = PortError::Busy;
            }
            Err(error) => last = error.into(),
        }
    }
    Err(match last {
        PortError::TimedOut => PortError::NotFound,
        other => other,
    })
}
