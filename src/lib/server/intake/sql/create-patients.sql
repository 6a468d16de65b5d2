-- one row a patient
CREATE TABLE next.patients AS
SELECT
	row_number() OVER (ORDER BY patient_id)::INTEGER AS patient_key,
	patient_id
FROM (SELECT DISTINCT patient_id FROM stage.told_episode)
ORDER BY
	patient_key
