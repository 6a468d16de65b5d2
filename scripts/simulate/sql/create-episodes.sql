-- one row an episode of a cohort, as a snapshot has them; the cohort's name stands in the place of the condition
CREATE TABLE episodes (
	episode_key INTEGER,
	patient_key INTEGER,
	condition VARCHAR,
	clinic VARCHAR,
	therapist VARCHAR,
	protocol VARCHAR,
	payer VARCHAR,
	sex VARCHAR,
	age_band VARCHAR,
	chronicity VARCHAR,
	period VARCHAR,
	visits INTEGER,
	last_session INTEGER,
	discharge_reason VARCHAR
)
