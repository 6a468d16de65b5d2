-- one row: records of all files that went into the snapshot, by what became of them
SELECT
	coalesce(sum(read), 0)::INTEGER AS read,
	coalesce(sum(accepted), 0)::INTEGER AS accepted,
	coalesce(sum(duplicates), 0)::INTEGER AS duplicates,
	coalesce(sum(rejected), 0)::INTEGER AS rejected
FROM imports
