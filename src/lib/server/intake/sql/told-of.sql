-- a number that tells courses apart: whose they are, and for which condition, side and episode
CREATE OR REPLACE TEMP MACRO told_of(patient_id, condition, side, episode_id) AS
hash(patient_id, condition::VARCHAR, coalesce(side::VARCHAR, ''), coalesce(episode_id, ''))
