# writes tests/statistics/NAME.json, numbers to 17 significant digits, with the versions that computed them
writeFixture <- function(name, packages, content) {
  versions <- lapply(setNames(packages, packages), function(package) as.character(packageVersion(package)))
  content <- c(list(versions = c(list(R = as.character(getRversion())), versions)), content)
  writeLines(json(content), file.path("tests", "statistics", paste0(name, ".json")))
}

# jsonlite stops at 15 digits
json <- function(x) {
  if (is.data.frame(x)) return(array(lapply(seq_len(nrow(x)), function(i) as.list(x[i, ])), ",\n"))
  if (is.matrix(x)) return(array(lapply(seq_len(nrow(x)), function(i) x[i, , drop = TRUE]), ",", vectors = TRUE))
  if (is.list(x) && is.null(names(x))) return(array(x, ",\n"))
  if (is.list(x)) return(paste0("{", paste0("\"", names(x), "\":", vapply(x, json, ""), collapse = ","), "}"))
  values <- if (is.character(x)) paste0("\"", x, "\"") else ifelse(is.na(x), "null", sprintf("%.17g", x))
  if (length(x) == 1) values else paste0("[", paste(values, collapse = ","), "]")
}

array <- function(items, separator, vectors = FALSE) {
  texts <- vapply(items, function(item) if (vectors && length(item) == 1) paste0("[", json(item), "]") else json(item), "")
  paste0("[", paste(texts, collapse = separator), "]")
}
