-- no row: where the courses that are placed anew are laid out
CREATE SCHEMA stage.merging
