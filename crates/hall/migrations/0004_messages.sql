-- Messages for the hall. What people wrote is sealed with the key in hall.key, and wiped after its
-- time; when a message was left and answered stays.
CREATE TABLE messages (
    id             INTEGER PRIMARY KEY,
    origin         TEXT NOT NULL,
    locale         TEXT NOT NULL,
    at             INTEGER NOT NULL,
    words          BLOB,
    phone          BLOB,
    answer         BLOB,
    answered_at    INTEGER,
    answered_by    TEXT,
    phone_wiped_at INTEGER,
    wiped_at       INTEGER,
    CHECK ((words IS NULL) = (wiped_at IS NOT NULL)),
    CHECK (phone IS NULL OR phone_wiped_at IS NULL),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
    CHECK ((answer IS NULL) = (answered_at IS NULL OR wiped_at IS NOT NULL))
) STRICT;
CREATE INDEX messages_unanswered ON messages (at, id) WHERE answered_at IS NULL AND wiped_at IS NULL;
CREATE INDEX messages_answered ON messages (answered_at, id) WHERE answered_at IS NOT NULL AND wiped_at IS NULL;
CREATE INDEX messages_of_origin ON messages (origin, at);
-- What is still to be wiped, by each of the rules that end it.
CREATE INDEX messages_with_words ON messages (at) WHERE wiped_at IS NULL;
CREATE INDEX messages_with_phone ON messages (at) WHERE phone IS NOT NULL;
CREATE INDEX messages_with_phone_answered ON messages (answered_at) WHERE phone IS NOT NULL;
