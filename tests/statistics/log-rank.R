source(file.path("tests", "statistics", "fixture.R"))
library(survival)

set.seed(13)
simulated <- function(n, groups) {
  group <- sample(groups, n, TRUE)
  list(time = pmin(1 + rgeom(n, 0.18 + 0.03 * group), 12), event = rbinom(n, 1, 0.6), group = group)
}
sets <- list(
  lung = list(time = lung$time, event = lung$status - 1, group = lung$sex),
  veteran = list(time = veteran$time, event = veteran$status, group = as.integer(veteran$celltype)),
  visits = simulated(400, 2), four = simulated(300, 4), few = simulated(15, 2)
)
case <- function(name) with(sets[[name]], {
  test <- survdiff(Surv(time, event) ~ group)
  counts <- function(g) {
    at <- sort(unique(time[group == g]))
    data.frame(time = at, events = sapply(at, function(t) sum(time == t & group == g & event == 1)), censored = sapply(at, function(t) sum(time == t & group == g & event == 0)))
  }
  df <- length(test$n) - 1
  list(name = name, groups = lapply(sort(unique(group)), counts), observed = test$obs, expected = test$exp,
    statistic = test$chisq, df = df, p = pchisq(test$chisq, df, lower.tail = FALSE))
})
writeFixture("log-rank", "survival", list(cases = lapply(names(sets), case)))
