# What was done at the visits of the sample, counted from the file itself: shares with their Wilson interval and the exact interval of
# Korn and Graubard, which allows for visits that are alike within a patient; quartiles of minutes and needles.
# Run from the top of the repository; writes tests/answer/technique.json.
source(file.path("tests", "statistics", "fixture.R"))

rows <- read.csv(file.path("data", "sample", "sessions.csv"), colClasses = "character")
bad <- jsonlite::fromJSON(file.path("data", "sample", "sessions.truth.json"))$badRows$line - 1
rows <- rows[-bad, ]

korn <- function(so, patient) {
  n <- length(so)
  p <- mean(so)
  clusters <- length(unique(patient))
  if (p %in% c(0, 1)) {
    n <- clusters
  } else {
    residuals <- tapply(so - p, patient, sum)
    variance <- sum(residuals^2) * clusters / (clusters - 1) / n^2
    n <- min(n, p * (1 - p) / variance * (qt(0.975, n - 1) / qt(0.975, clusters - 1))^2)
  }
  x <- p * n
  c(if (x == 0) 0 else qbeta(0.025, x, n - x + 1), if (x == n) 1 else qbeta(0.975, x + 1, n - x))
}

share <- function(figure, name, so, patient) {
  wilson <- prop.test(sum(so), length(so), correct = FALSE)$conf.int
  robust <- korn(so, patient)
  list(figure = figure, name = name, n = length(so), count = sum(so), lower = wilson[1], upper = wilson[2], robustLower = robust[1], robustUpper = robust[2])
}

of <- function(figure, column, said = rows) {
  said <- said[said[[column]] != "", ]
  lapply(sort(unique(said[[column]])), function(value) share(figure, value, said[[column]] == value, said$patient_id))
}

episodes <- rows[!duplicated(rows$episode_id), ]
guided <- rows[rows$ultrasound_guided != "", ]
certified <- guided[guided$ultrasound_guided == "true" & guided$therapist_ultrasound_certified != "", ]
minutes <- rows[rows$retention_minutes != "" & rows$retention_minutes != "0", ]
held <- as.numeric(minutes$retention_minutes)
shares <- c(
  of("condition", "condition", episodes), of("protocol", "protocol"), of("payer", "payer"),
  list(
    share("ultrasound-guided", "all", guided$ultrasound_guided == "true", guided$patient_id),
    share("certified-where-guided", "all", certified$therapist_ultrasound_certified == "true", certified$patient_id)
  ),
  lapply(c(5, 10, 15, 20, 30), function(bound) share("minutes-at-most", as.character(bound), held <= bound, minutes$patient_id))
)
users <- tapply(guided$ultrasound_guided == "true", guided$therapist, any)
quartiles <- function(values) unname(quantile(values, c(0.25, 0.5, 0.75), type = 7))
writeLines(json(list(
  versions = list(R = as.character(getRversion())),
  shares = shares,
  therapists = c(sum(users), length(users), prop.test(sum(users), length(users), correct = FALSE)$conf.int),
  minutes = quartiles(held),
  needles = quartiles(as.numeric(rows$needle_count[rows$needle_count != ""]))
)), file.path("tests", "answer", "technique.json"))
