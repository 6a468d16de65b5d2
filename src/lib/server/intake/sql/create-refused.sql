-- one row a fault of a refused record; never the value itself, only its class
CREATE TABLE stage.refused AS
SELECT
	fault."row",
	fault.source,
	fault.field,
	value_class(fault.value) AS value_class,
	fault.reason || coalesce('; nearest: ' || nearest.labels, '') AS reason,
	NULL::BIGINT AS see
FROM stage.fault AS fault
LEFT JOIN stage.nearest AS nearest
	ON nearest.field = fault.field AND nearest.value = fault.value
