source(file.path("tests", "statistics", "fixture.R"))
library(survival)

sets <- list(testci = list(time = c(1, 2, 2, 3, 3, 3, 5, 6), event = c(0, 1, 0, 2, 0, 2, 0, 2)))
set.seed(12)
sets$visits <- list(time = pmin(1 + rgeom(900, 0.25), 12), event = sample(0:3, 900, TRUE, c(0.2, 0.5, 0.2, 0.1)))
sets$uncensored <- list(time = pmin(1 + rgeom(60, 0.3), 8), event = sample(1:2, 60, TRUE))

case <- function(name, level) {
  time <- sets[[name]]$time
  event <- sets[[name]]$event
  kinds <- max(event)
  fit <- survfit(Surv(time, factor(event, 0:kinds)) ~ 1, conf.type = "log-log", conf.int = level)
  at <- sort(unique(time))
  n <- sapply(0:kinds, function(kind) sapply(at, function(t) sum(time == t & event == kind)))
  state <- function(j) {
    p <- fit$pstate[, j]
    inside <- p > 1e-12 & p < 1 - 1e-12
    data.frame(time = at, estimate = p, se = fit$std.err[, j], lower = ifelse(inside, fit$lower[, j], NA), upper = ifelse(inside, fit$upper[, j], NA))
  }
  list(name = name, level = level, counts = lapply(seq_along(at), function(i) list(time = at[i], events = n[i, -1], censored = n[i, 1])),
    states = lapply(seq_len(kinds + 1), state))
}
cases <- unlist(lapply(names(sets), function(name) lapply(c(0.8, 0.95), function(level) case(name, level))), recursive = FALSE)
writeFixture("aalen-johansen", "survival", list(cases = cases))
