-- One hall. What must never be wrong is a constraint here as well as a rule in the code.
-- Times are milliseconds since 1970 in UTC; days are dates in the hall's own time zone.

CREATE TABLE place (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    secret       BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;

CREATE TABLE journal (
    seq          INTEGER PRIMARY KEY,
    at           INTEGER NOT NULL,
    actor        TEXT NOT NULL,
    action       TEXT NOT NULL,
    event        TEXT NOT NULL CHECK (json_valid(event)),
    hash         BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE requests (
    id           TEXT PRIMARY KEY,
    actor        TEXT NOT NULL,
    action       TEXT NOT NULL,
    outcome      TEXT,
    at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_by_age ON requests (at);

CREATE TABLE services (
    id           INTEGER PRIMARY KEY,
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    prefix       TEXT NOT NULL,
    first        INTEGER NOT NULL CHECK (first >= 1),
    last         INTEGER NOT NULL CHECK (last >= first AND last <= 9999),
    retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- NULL service: the hall's own hours.
CREATE TABLE opening_hours (
    service      INTEGER REFERENCES services (id),
    week         TEXT NOT NULL CHECK (json_valid(week))
) STRICT;
CREATE UNIQUE INDEX opening_hours_of ON opening_hours (coalesce(service, 0));

CREATE TABLE special_days (
    date         TEXT PRIMARY KEY,
    rule         TEXT NOT NULL CHECK (json_valid(rule))
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    id           INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,
    role         TEXT NOT NULL,
    password     TEXT NOT NULL,
    retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX staff_names ON staff (name) WHERE retired = 0;

CREATE TABLE counters (
    id           INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 999),
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    state        TEXT NOT NULL DEFAULT 'closed' CHECK (state IN ('open', 'paused', 'closed')),
    clerk        TEXT,
    favoured_run INTEGER NOT NULL DEFAULT 0 CHECK (favoured_run >= 0),
    retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- preference 1 is served before 2; services of the same preference come in order of arrival.
CREATE TABLE counter_services (
    counter      INTEGER NOT NULL REFERENCES counters (id),
    service      INTEGER NOT NULL REFERENCES services (id),
    preference   INTEGER NOT NULL CHECK (preference BETWEEN 1 AND 99),
    PRIMARY KEY (counter, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE tickets (
    id           INTEGER PRIMARY KEY,
    day          TEXT NOT NULL,
    prefix       TEXT NOT NULL,
    number       INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
    label        TEXT NOT NULL,
    service      INTEGER NOT NULL REFERENCES services (id),
    state        TEXT NOT NULL CHECK (state IN
                 ('waiting', 'called', 'serving', 'parked', 'served', 'no_show', 'cancelled', 'expired')),
    favoured     INTEGER NOT NULL CHECK (favoured IN (0, 1)),
    priority     TEXT CHECK ((priority IS NULL) = (favoured = 0)),
    source       TEXT NOT NULL CHECK (source IN ('kiosk', 'phone', 'counter')),
    origin       TEXT NOT NULL,
    locale       TEXT NOT NULL,
    -- Where the ticket stands among those that wait: its arrival, or a place given to it later.
    rank         INTEGER NOT NULL,
    taken_at     INTEGER NOT NULL,
    called_at    INTEGER,
    started_at   INTEGER,
    ended_at     INTEGER,
    counter      INTEGER REFERENCES counters (id),
    -- Transferred to one counter: only that one calls it.
    meant_for    INTEGER REFERENCES counters (id),
    calls        INTEGER NOT NULL DEFAULT 0,
    no_shows     INTEGER NOT NULL DEFAULT 0,
    note         TEXT,
    print        TEXT NOT NULL DEFAULT 'none' CHECK (print IN ('none', 'pending', 'printing', 'printed', 'failed', 'unsure')),
    rating       INTEGER CHECK (rating BETWEEN 1 AND 5),
    -- What was foretold when it was taken, and how long it was in the end.
    low_secs     INTEGER,
    high_secs    INTEGER CHECK (high_secs >= low_secs),
    waited_secs  INTEGER,
    UNIQUE (day, prefix, number)
) STRICT;
CREATE INDEX tickets_waiting ON tickets (service, day, favoured, rank, id) WHERE state = 'waiting';
CREATE INDEX tickets_at_counter ON tickets (counter, state) WHERE state IN ('called', 'serving');
CREATE INDEX tickets_aside ON tickets (state, rank) WHERE state IN ('parked', 'no_show');
CREATE INDEX tickets_served ON tickets (service, ended_at) WHERE state = 'served';
CREATE INDEX tickets_served_by_day ON tickets (day, counter) WHERE state = 'served';
CREATE INDEX tickets_scored ON tickets (day, service) WHERE waited_secs IS NOT NULL AND low_secs IS NOT NULL;
CREATE INDEX tickets_unprinted ON tickets (origin) WHERE print IN ('pending', 'printing');

-- What is asked on every tap is counted as it happens, so that it does not grow with history.
CREATE TABLE service_days (
    day          TEXT NOT NULL,
    service      INTEGER NOT NULL REFERENCES services (id),
    taken        INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    waiting      INTEGER NOT NULL DEFAULT 0 CHECK (waiting >= 0),
    favoured_run INTEGER NOT NULL DEFAULT 0 CHECK (favoured_run >= 0),
    PRIMARY KEY (day, service)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ticket_taken AFTER INSERT ON tickets BEGIN
    INSERT INTO service_days (day, service, taken, waiting)
        VALUES (new.day, new.service, 1, new.state = 'waiting')
        ON CONFLICT DO UPDATE SET taken = taken + 1, waiting = waiting + excluded.waiting;
END;
CREATE TRIGGER ticket_moved AFTER UPDATE OF state, service ON tickets
WHEN (old.state = 'waiting') <> (new.state = 'waiting') OR old.service <> new.service BEGIN
    UPDATE service_days SET waiting = waiting - 1
        WHERE day = old.day AND service = old.service AND old.state = 'waiting';
    INSERT INTO service_days (day, service, waiting)
        VALUES (new.day, new.service, new.state = 'waiting')
        ON CONFLICT DO UPDATE SET waiting = waiting + excluded.waiting;
END;
CREATE TRIGGER tickets_stay BEFORE DELETE ON tickets BEGIN
    SELECT raise(ABORT, 'a ticket is never deleted');
END;

-- A ticket as it was before a clerk's last verb on it. One action may have moved several.
CREATE TABLE undos (
    ticket       INTEGER PRIMARY KEY REFERENCES tickets (id),
    action_seq   INTEGER NOT NULL,
    actor        TEXT NOT NULL,
    counter      INTEGER NOT NULL REFERENCES counters (id),
    verb         TEXT NOT NULL,
    at           INTEGER NOT NULL,
    before       TEXT NOT NULL CHECK (json_valid(before)),
    after        TEXT NOT NULL CHECK (json_valid(after)),
    counter_run  INTEGER NOT NULL,
    service_run  INTEGER NOT NULL
) STRICT;
CREATE INDEX undos_of_counter ON undos (counter, action_seq);

CREATE TABLE credentials (
    hash         BLOB PRIMARY KEY CHECK (length(hash) = 32),
    role         TEXT NOT NULL,
    name         TEXT NOT NULL,
    staff        INTEGER REFERENCES staff (id),
    expires_at   INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    owner        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    status       TEXT NOT NULL,
    detail       TEXT NOT NULL,
    at           INTEGER NOT NULL,
    PRIMARY KEY (owner, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (
    id           INTEGER PRIMARY KEY,
    facts        TEXT NOT NULL CHECK (json_valid(facts)),
    retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE help_calls (
    id           INTEGER PRIMARY KEY,
    origin       TEXT NOT NULL,
    at           INTEGER NOT NULL,
    answered_at  INTEGER,
    answered_by  TEXT
) STRICT;
CREATE INDEX help_open ON help_calls (at) WHERE answered_at IS NULL;
