//! Connections: how many, and how long they may take to say what they want.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt;

use super::caller::Peer;
use super::lingering::Lingering;
use crate::limits;

/// Serves `routes` until `stopping`, then lets what is under way end.
pub(super) async fn serve(
    listener: TcpListener,
    routes: Router,
    mut stopping: watch::Receiver<bool>,
) {
    let graceful = GracefulShutdown::new();
    let open = Arc::new(Open::default());
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopping.wait_for(|stopping| *stopping) => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let peer = Peer(peer);
                if let Some(place) = Open::place(&open, peer.0.ip().to_canonical()) {
                    connection(stream, peer, routes.clone(), &graceful, place);
                }
            }
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
                ) => {}
            Err(error) => {
                // Out of file handles, most likely: others must hang up first.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(limits::GOODBYE, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::info!("some connections were cut off");
    }
}

fn connection(
    stream: TcpStream,
    peer: Peer,
    routes: Router,
    graceful: &GracefulShutdown,
    place: Place,
) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "no TCP_NODELAY");
    }
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        let request = request.map(|body| Body::new(Lingering::new(body)));
        routes.clone().oneshot(request)
    });
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits::HEADERS)
        .max_buf_size(limits::HEADER_BYTES)
        .serve_connection(TokioIo::new(stream), service);
    let serving = graceful.watch(serving);
    tokio::spawn(async move {
        let _place = place;
        if let Err(error) = serving.await {
            tracing::debug!(%error, peer = %peer.0, "a connection broke off");
        }
    });
}

/// The connections that are open, by address.
#[derive(Default)]
struct Open {
    by_address: Mutex<HashMap<IpAddr, usize>>,
}

/// The place of one connection, given back when it closes.
struct Place {
    open: Arc<Open>,
    address: IpAddr,
}

impl Open {
    /// A place for one more, if there is one. Only this machine may take them all.
    fn place(open: &Arc<Self>, address: IpAddr) -> Option<Place> {
        let mut by_address = open
            .by_address
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        let all: usize = by_address.values().sum();
        let own = by_address.get(&address).copied().unwrap_or(0);
        if all >= limits::CONNECTIONS || (own >= limits::CONNECTIONS_EACH && !address.is_loopback())
        {
            return None;
        }
        by_address.insert(address, own + 1);
        Some(Place {
            open: Arc::clone(open),
            address,
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut by_address = self
            .open
            .by_address
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(count) = by_address.get_mut(&self.address) {
            *count -= 1;
            if *count == 0 {
                by_address.remove(&self.address);
            }
        }
    }
}
