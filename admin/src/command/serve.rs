//! A hall served without pages: for scripts, and for halls whose pages come from elsewhere.

use std::net::SocketAddr;

use axum::Router;
use linli_api::{AnyHall, Server, Settings};
use serde_json::json;

use super::print;
use crate::trouble::Trouble;

pub(super) fn serve(hall: AnyHall, listen: SocketAddr) -> Result<(), Trouble> {
    let AnyHall::Embedded(hall) = hall else {
        return Err(Trouble::usage("only the hall of a folder can be served"));
    };
    let server = Server::start(hall, Settings::at(listen), |_| Router::new())?;
    print(&json!({ "url": server.local_url() }))?;
    server.wait();
    Ok(())
}
