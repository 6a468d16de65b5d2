-- one row a part (everyone, one body region, one protocol) and bunch of patients, those of one spot (alone) or those with several: visits, what they say, and moments of the patients' sums
CREATE OR REPLACE TEMP TABLE bunch AS
WITH patient AS (
	SELECT
		true AS alone,
		NULL AS part,
		NULL AS name,
		region,
		protocol,
		n,
		recorded,
		peak_n,
		peak_total,
		peak_squared,
		hours_n,
		hours_total,
		hours_squared,
		insertion_n,
		insertion_total,
		insertion_squared,
		by_24,
		by_48,
		by_72
	FROM spot
	WHERE alone
	UNION ALL
	SELECT
		false AS alone,
		part,
		name,
		NULL AS region,
		NULL AS protocol,
		n,
		recorded,
		peak_n,
		peak_total,
		peak_squared,
		hours_n,
		hours_total,
		hours_squared,
		insertion_n,
		insertion_total,
		insertion_squared,
		by_24,
		by_48,
		by_72
	FROM roaming
),
summed AS (
	SELECT
		alone,
		part,
		name,
		region,
		protocol,
		count(*) AS patients,
		sum(n) AS n,
		sum(n ** 2) AS n_squares,
		sum(recorded) AS recorded,
		count(*) FILTER (recorded > 0) AS recorded_patients,
		count(*) FILTER (recorded < n) AS unrecorded_patients,
		{
			'n': sum(peak_n),
			'patients': count(*) FILTER (peak_n > 0),
			'total': sum(peak_total),
			'squared': sum(peak_squared),
			'totals_squared': sum(peak_total ** 2),
			'products': sum(peak_total * peak_n),
			'counts_squared': sum(peak_n ** 2)
		} AS soreness_peak,
		{
			'n': sum(hours_n),
			'patients': count(*) FILTER (hours_n > 0),
			'total': sum(hours_total),
			'squared': sum(hours_squared),
			'totals_squared': sum(hours_total ** 2),
			'products': sum(hours_total * hours_n),
			'counts_squared': sum(hours_n ** 2)
		} AS soreness_hours,
		{
			'n': sum(insertion_n),
			'patients': count(*) FILTER (insertion_n > 0),
			'total': sum(insertion_total),
			'squared': sum(insertion_squared),
			'totals_squared': sum(insertion_total ** 2),
			'products': sum(insertion_total * insertion_n),
			'counts_squared': sum(insertion_n ** 2)
		} AS insertion_pain,
		{
			'count': sum(by_24),
			'until_patients': count(*) FILTER (by_24 > 0),
			'after_patients': count(*) FILTER (by_48 > by_24),
			'count_squares': sum(by_24 ** 2),
			'products': sum(by_24 * hours_n)
		} AS by_24,
		{
			'count': sum(by_48),
			'until_patients': count(*) FILTER (by_48 > 0),
			'after_patients': count(*) FILTER (by_72 > by_48),
			'count_squares': sum(by_48 ** 2),
			'products': sum(by_48 * hours_n)
		} AS by_48,
		{
			'count': sum(by_72),
			'until_patients': count(*) FILTER (by_72 > 0),
			'after_patients': count(*) FILTER (hours_n > by_72),
			'count_squares': sum(by_72 ** 2),
			'products': sum(by_72 * hours_n)
		} AS by_72
	FROM patient
	GROUP BY
		alone,
		part,
		name,
		region,
		protocol
)
SELECT
	alone,
	unnest(
		CASE WHEN alone THEN [{'part': 'all', 'name': 'all'}, {'part': 'region', 'name': region}, {'part': 'protocol', 'name': protocol}] ELSE [{'part': part, 'name': name}] END,
		recursive := true
	),
	patients,
	n,
	n_squares,
	recorded,
	recorded_patients,
	unrecorded_patients,
	soreness_peak,
	soreness_hours,
	insertion_pain,
	by_24,
	by_48,
	by_72
FROM summed
