//! Looking at the hall off the threads that serve requests.

use linli_api::ServerState;
use linli_hall::{Error, Hall, Result, StoreProblem};

/// Everything that one page needs, in one turn.
pub(crate) async fn look<T: Send + 'static>(
    state: &ServerState,
    look: impl FnOnce(&Hall) -> Result<T> + Send + 'static,
) -> Result<T> {
    let hall = state.hall.clone();
    // A look that panics is one page that failed, not a server that fell.
    tokio::task::spawn_blocking(move || look(&hall))
        .await
        .unwrap_or_else(|error| {
            tracing::error!(%error, "a page could not be looked up");
            Err(Error::Store(StoreProblem::Stopped))
        })
}
