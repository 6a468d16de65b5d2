-- the days by which the first day of an episode is shifted in a snapshot: 32 bits that follow from the secret key
CREATE OR REPLACE TEMP MACRO day_mask(patient_id, condition, side, episode_id, ordinal) AS
('0x' || left(keyed_hash('first day', concat_ws(chr(31), patient_id, condition, side, episode_id, ordinal)), 8))::BIGINT
