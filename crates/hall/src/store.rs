//! The one SQLite file: opened, checked and brought up to date.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::{Error, Result, StoreProblem, limits};

/// SQLite before 3.51.3 can damage a write-ahead log when it is reset.
/// Source: <https://sqlite.org/wal.html>, "the WAL-reset bug".
const OLDEST_SQLITE: i32 = 3_051_003;

/// Each step is applied once, in this order; none is ever changed.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_queue.sql"),
    include_str!("../migrations/0002_edition.sql"),
    include_str!("../migrations/0003_aside_by_day.sql"),
    include_str!("../migrations/0004_messages.sql"),
];

/// Where the hall's file is.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// `hall.db` of a folder.
    File(std::path::PathBuf),
    /// Memory, under a name shared by the connections of one hall.
    Memory(String),
}

impl Place {
    pub(crate) fn in_folder(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self::File(folder.join("hall.db")))
    }

    /// Where the key for personal data is; none for a hall in memory.
    pub(crate) fn key_file(&self) -> Option<std::path::PathBuf> {
        match self {
            Self::File(path) => Some(path.with_extension("key")),
            Self::Memory(_) => None,
        }
    }

    fn connect(&self, flags: OpenFlags) -> Result<Connection> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let db = match self {
            Self::File(path) => Connection::open_with_flags(path, flags)?,
            Self::Memory(name) => {
                let uri = format!("file:{name}?mode=memory&cache=shared");
                Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_MEMORY)?
            }
        };
        db.busy_timeout(Duration::from_millis(limits::BUSY_MS))?;
        db.set_prepared_statement_cache_capacity(200);
        // Without this, each new value bound to a query beside a partial index has SQLite parse and
        // plan the query again: a third of the time of taking a number.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        db.pragma_update(None, "cache_size", -limits::CACHE_KIB)?;
        db.pragma_update(None, "foreign_keys", true)?;
        Ok(db)
    }

    /// The connection that writes. Creates the file and its tables as needed.
    pub(crate) fn writer(&self) -> Result<Connection> {
        if rusqlite::version_number() < OLDEST_SQLITE {
            let words = format!(
                "SQLite {} can damage the file; 3.51.3 or newer is needed",
                rusqlite::version()
            );
            return Err(Error::Store(StoreProblem::Other(words)));
        }
        let mut db =
            self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        db.pragma_update(None, "journal_mode", "wal")?;
        db.pragma_update(None, "synchronous", "full")?;
        db.pragma_update(None, "recursive_triggers", true)?;
        // What is wiped is not left behind in the page that it stood on.
        db.pragma_update(None, "secure_delete", "fast")?;
        db.pragma_update(None, "wal_autocheckpoint", limits::LOG_PAGES)?;
        if let Self::File(path) = self {
            restrict(path)?;
        }
        migrate(&mut db)?;
        Ok(db)
    }

    /// A connection that carries the log over into the file.
    pub(crate) fn carrier(&self) -> Result<Connection> {
        self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    /// A connection that only reads.
    pub(crate) fn reader(&self) -> Result<Connection> {
        let db = self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        db.pragma_update(None, "query_only", true)?;
        if matches!(self, Self::Memory(_)) {
            // Connections to one memory share a cache; without this a reader would wait for table locks.
            db.pragma_update(None, "read_uncommitted", true)?;
        }
        Ok(db)
    }
}

/// The file holds a secret: only its owner reads it.
pub(crate) fn restrict(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

fn migrate(db: &mut Connection) -> Result<()> {
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let done: usize = tx
        .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))?
        .try_into()
        .unwrap_or(0);
    if done > MIGRATIONS.len() {
        let words = "the file was written by a newer Linli; please update this one";
        return Err(Error::Store(StoreProblem::Other(words.to_owned())));
    }
    for (step, sql) in MIGRATIONS.iter().enumerate().skip(done) {
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", (step + 1) as i64)?;
    }
    tx.commit()?;
    Ok(())
}
