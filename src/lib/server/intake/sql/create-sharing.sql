-- no row: where the courses are formed again that have records which share a visit
CREATE SCHEMA stage.sharing
