-- The settings are kept in memory under their edition. It is drawn anew with every change: a count
-- could come again with other settings behind it, after a change that was not kept.
ALTER TABLE place ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER place_edited AFTER UPDATE OF facts, secret ON place
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER services_added AFTER INSERT ON services
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER services_edited AFTER UPDATE ON services
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER services_removed AFTER DELETE ON services
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER opening_hours_added AFTER INSERT ON opening_hours
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER opening_hours_edited AFTER UPDATE ON opening_hours
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER opening_hours_removed AFTER DELETE ON opening_hours
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER special_days_added AFTER INSERT ON special_days
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER special_days_edited AFTER UPDATE ON special_days
    BEGIN UPDATE place SET edition = random(); END;
CREATE TRIGGER special_days_removed AFTER DELETE ON special_days
    BEGIN UPDATE place SET edition = random(); END;
