//! A hall on another machine, and a cable that can hang.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use linli_api::{RemoteHall, Server};
use linli_hall::{Hall, device};

use crate::terminal::act;

/// Serves a hall as the terminal that has it does.
pub(crate) fn serve(hall: &Hall, settings: linli_api::Settings) -> Server {
    Server::start(hall.clone(), settings, linli_pages::router).unwrap()
}

/// The hall at an address, with the rights of a terminal.
pub(crate) fn remote(hall: &Hall, address: &str) -> RemoteHall {
    let enrol = device::Enrol {
        role: linli_hall::Role::Kiosk,
        name: "door".to_owned(),
    };
    let token = act(hall, enrol).token;
    RemoteHall::at(address, Some(token)).unwrap()
}

/// A cable to a hall. While it is held, what is sent arrives nowhere, and nobody is told.
pub(crate) struct Cable {
    address: SocketAddr,
    held: Arc<(Mutex<bool>, Condvar)>,
}

impl Cable {
    /// Lays a cable to a server of this machine.
    pub(crate) fn to(server: SocketAddr) -> Cable {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let cable = Cable {
            address: listener.local_addr().unwrap(),
            held: Arc::default(),
        };
        let held = Arc::clone(&cable.held);
        thread::spawn(move || {
            for near in listener.incoming().map_while(Result::ok) {
                let Ok(far) = TcpStream::connect(server) else {
                    continue;
                };
                let (near_too, far_too) = (near.try_clone().unwrap(), far.try_clone().unwrap());
                let held = Arc::clone(&held);
                thread::spawn(move || carry(near, far, Some(&held)));
                thread::spawn(move || carry(far_too, near_too, None));
            }
        });
        cable
    }

    /// Its near end.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Holds it, or lets it go on.
    pub(crate) fn hold(&self, is_held: bool) {
        let (held, changed) = &*self.held;
        *held.lock().unwrap() = is_held;
        changed.notify_all();
    }
}

fn carry(mut from: TcpStream, mut to: TcpStream, held: Option<&(Mutex<bool>, Condvar)>) {
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if let Some((held, changed)) = held {
            let held = held.lock().unwrap();
            drop(changed.wait_while(held, |held| *held).unwrap());
        }
        if to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    // Either end may be gone already.
    let _ = to.shutdown(Shutdown::Both);
}
