-- one row a visit, as a snapshot has them; the cohort's name stands in the place of the body region and of the currency
CREATE TABLE sessions (
	episode_key INTEGER,
	session_number INTEGER,
	day_offset INTEGER,
	period VARCHAR,
	body_region VARCHAR,
	protocol VARCHAR,
	soreness_peak DOUBLE,
	soreness_hours DOUBLE,
	insertion_pain DOUBLE,
	adverse_event VARCHAR,
	cost DOUBLE,
	currency VARCHAR
)
