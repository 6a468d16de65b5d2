source(file.path("tests", "statistics", "fixture.R"))
suppressMessages(library(survival))
# courses of patients who have several, and are alike in how soon they end
courses <- function(seed, patients, kinds) {
  set.seed(seed)
  patient <- rep(seq_len(patients), times = sample(1:4, patients, TRUE, c(0.6, 0.2, 0.15, 0.05)))
  pull <- rnorm(patients)[patient]
  list(patient = patient, time = pmin(1 + rgeom(length(patient), plogis(-1 + 0.8 * pull)), 8), event = sample(0:kinds, length(patient), TRUE))
}
pairsOf <- function(d) {
  at <- which(outer(d$patient, d$patient, "==") & upper.tri(diag(length(d$patient))), arr.ind = TRUE)
  lapply(seq_len(nrow(at)), function(i) list(a = d[at[i, 1], c("time", "event")], b = d[at[i, 2], c("time", "event")]))
}
case <- function(seed, patients, kinds) {
  d <- as.data.frame(courses(seed, patients, kinds))
  times <- sort(unique(d$time))
  state <- if (kinds == 1) d$event else factor(d$event, 0:kinds)
  d$id <- seq_len(nrow(d))
  fit <- if (kinds == 1) survfit(Surv(time, state) ~ 1, d, cluster = patient, conf.type = "log-log") else survfit(Surv(time, state) ~ 1, d, id = id, influence = TRUE)
  # of several states survfit keeps the influence of each course, but takes no clusters
  se <- if (kinds == 1) cbind(fit$std.err * (if (fit$logse) fit$surv else 1)) else
    apply(fit$influence.pstate[, dim(fit$influence.pstate)[2] - rev(seq_along(times)) + 1, ], 3, function(u) sqrt(colSums(rowsum(u, d$patient)^2)))
  first <- function(limit) { at <- fit$time[!is.na(limit) & limit <= 0.5 + 1e-12]; if (length(at) == 0) NA else min(at) }
  list(kinds = kinds, counts = lapply(times, function(t) list(time = t, events = I(sapply(seq_len(kinds), function(k) sum(d$time == t & d$event == k))), censored = sum(d$time == t & d$event == 0))),
    pairs = lapply(pairsOf(d), function(pair) lapply(pair, as.list)), se = unname(se),
    median = if (kinds == 1) list(lower = first(fit$lower), upper = first(fit$upper)) else list(lower = NA, upper = NA))
}
writeFixture("course-influence", "survival", list(cases = list(case(1, 60, 1), case(2, 300, 1), case(3, 60, 3), case(4, 300, 2))))
