//! Starting and stopping.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::mpsc;
use std::thread::JoinHandle;

use axum::Router;
use linli_hall::{Error, Hall, Result, StoreProblem};
use tokio::sync::watch;

use super::rates::Rates;
use super::{ServerState, connections, routes};
use crate::limits;

/// How a hall is served.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// How phones reach this server, such as `http://192.168.1.20:7300`. Without it, the address
    /// that is listened on.
    pub public_url: Option<String>,
    /// How often one address may do what.
    pub rates: Rates,
}

impl Settings {
    /// Listens at `listen`, with the usual limits.
    pub fn at(listen: SocketAddr) -> Self {
        Self {
            listen,
            public_url: None,
            rates: Rates::default(),
        }
    }

    /// Listens on this machine alone, on a free port.
    pub fn local() -> Self {
        Self::at(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
    }
}

/// A hall that is served, on threads of its own, until this is dropped.
pub struct Server {
    address: SocketAddr,
    public_url: String,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves `hall`. `extra` makes the routes beside the API, such as pages, from the state.
    ///
    /// # Errors
    /// If the address cannot be listened on, or no threads can be started.
    pub fn start(
        hall: Hall,
        settings: Settings,
        extra: impl FnOnce(ServerState) -> Router + Send + 'static,
    ) -> Result<Self> {
        let listener = TcpListener::bind(settings.listen).map_err(|error| {
            Error::Store(StoreProblem::Other(format!(
                "cannot listen at {}: {error}",
                settings.listen
            )))
        })?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let public_url = settings
            .public_url
            .unwrap_or_else(|| format!("http://{}", reachable(address)));
        let (stop, stopping) = watch::channel(false);
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(
                std::thread::available_parallelism()
                    .map_or(2, |n| n.get())
                    .min(limits::WORKERS),
            )
            .max_blocking_threads(limits::BLOCKING_THREADS)
            .thread_name("api-worker")
            .enable_io()
            .enable_time()
            .build()?;
        let (ready, started) = mpsc::sync_channel(1);
        let url = public_url.clone();
        let thread = std::thread::Builder::new()
            .name("api".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    let listener = match tokio::net::TcpListener::from_std(listener) {
                        Ok(listener) => listener,
                        Err(error) => return drop(ready.send(Err(Error::from(error)))),
                    };
                    let state = ServerState::new(hall, &url, settings.rates, stopping.clone());
                    let routes = routes::routes(state.clone(), extra(state));
                    // The receiver waits for this; it cannot have gone.
                    let _ = ready.send(Ok(()));
                    connections::serve(listener, routes, stopping).await;
                });
                // An ask that still reads is let go; the store does not mind.
                runtime.shutdown_timeout(limits::GOODBYE);
            })?;
        let server = Self {
            address,
            public_url,
            stop,
            thread: Some(thread),
        };
        started
            .recv()
            .unwrap_or(Err(Error::Store(StoreProblem::Stopped)))?;
        Ok(server)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How others reach it.
    pub fn public_url(&self) -> &str {
        &self.public_url
    }

    /// Where this machine reaches it.
    pub fn local_url(&self) -> String {
        format!("http://{}", reachable(self.address))
    }

    /// Stops listening, lets what is under way end, and returns when it has.
    pub fn stop(mut self) {
        self.end();
    }

    /// Waits for as long as it serves.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the server broke off");
        }
    }

    fn end(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the server broke off");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// "All addresses" is none that can be gone to; this machine is one of them.
fn reachable(address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        return SocketAddr::from((Ipv4Addr::LOCALHOST, address.port()));
    }
    address
}
