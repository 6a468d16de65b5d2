source(file.path("tests", "statistics", "fixture.R"))
library(survival)

sets <- list(
  ties = list(time = c(1, 2, 2, 3, 3, 3, 5, 6, 7, 7, 8), event = c(1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0)),
  all = list(time = c(1, 1, 2, 3, 4, 5), event = rep(1, 6)),
  none = list(time = c(1, 2, 3), event = rep(0, 3)),
  lung = list(time = lung$time, event = lung$status - 1)
)
set.seed(11)
time <- 1 + rgeom(800, 0.25)
sets$visits <- list(time = pmin(time, 12), event = rbinom(800, 1, 0.55))

case <- function(name, level) {
  time <- sets[[name]]$time
  event <- sets[[name]]$event
  fit <- survfit(Surv(time, event) ~ 1, conf.type = "log-log", conf.int = level)
  inside <- fit$surv > 0 & fit$surv < 1
  first <- function(limit) { at <- fit$time[!is.na(limit) & limit <= 0.5 + 1e-12]; if (length(at) == 0) NA else min(at) }
  list(name = name, level = level,
    counts = data.frame(time = fit$time, events = fit$n.event, censored = fit$n.censor),
    points = data.frame(survival = fit$surv, se = fit$std.err * fit$surv, lower = ifelse(inside, fit$lower, NA), upper = ifelse(inside, fit$upper, NA)),
    median = list(estimate = first(fit$surv), lower = first(fit$lower), upper = first(fit$upper)),
    quantile = unname(unlist(quantile(fit, 0.5))))
}
cases <- unlist(lapply(names(sets), function(name) lapply(c(0.8, 0.95), function(level) case(name, level))), recursive = FALSE)
writeFixture("kaplan-meier", "survival", list(cases = cases))
