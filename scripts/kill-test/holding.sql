-- one row: what the published snapshot holds; every value of its tables is read for `content`
SELECT
	(SELECT count(*)::INTEGER FROM patients) AS patients,
	(SELECT count(*)::INTEGER FROM sessions) AS sessions,
	(SELECT sum(pain_before)::DOUBLE FROM sessions) AS pain,
	(SELECT bit_xor(hash(patients))::VARCHAR FROM patients)
		|| ' ' || (SELECT bit_xor(hash(episodes))::VARCHAR FROM episodes)
		|| ' ' || (SELECT bit_xor(hash(sessions))::VARCHAR FROM sessions)
		|| ' ' || (SELECT bit_xor(hash(scores))::VARCHAR FROM scores) AS content
