//! What links on slips and screens begin with.

use std::net::{IpAddr, SocketAddr, UdpSocket};

/// Where a route is asked for; nothing is ever sent there (RFC 5737 keeps this address for examples).
const SOMEWHERE: &str = "192.0.2.1:9";

/// The address that phones in the house reach the pages at: the one of the settings, else this
/// machine's own on the local network.
pub fn public_address(set: Option<&str>, listen: SocketAddr) -> String {
    if let Some(address) = set.map(str::trim).filter(|address| !address.is_empty()) {
        return address.trim_end_matches('/').to_owned();
    }
    let host = if listen.ip().is_loopback() {
        "localhost".to_owned()
    } else if listen.ip().is_unspecified() {
        own_address().map_or_else(|| "localhost".to_owned(), bracketed)
    } else {
        bracketed(listen.ip())
    };
    format!("http://{host}:{}", listen.port())
}

/// The address of the interface that leads out of the house.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // Connecting a datagram socket only chooses a route.
    socket.connect(SOMEWHERE).ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_unspecified()).then_some(address)
}

fn bracketed(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_the_settings_wins_and_loses_its_last_slash() {
        let listen: SocketAddr = "0.0.0.0:7300".parse().unwrap();
        assert_eq!(
            public_address(Some("https://hall.example/"), listen),
            "https://hall.example"
        );
    }

    #[test]
    fn a_hall_that_listens_to_this_machine_alone_is_called_localhost() {
        let listen: SocketAddr = "127.0.0.1:7300".parse().unwrap();
        assert_eq!(public_address(None, listen), "http://localhost:7300");
        assert_eq!(public_address(Some("  "), listen), "http://localhost:7300");
    }
}
