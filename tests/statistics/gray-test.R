source(file.path("tests", "statistics", "fixture.R"))
suppressMessages(library(cmprsk))

set.seed(14)
simulated <- function(n, groups, last = 12) {
  group <- sample(groups, n, TRUE)
  list(time = pmin(1 + rgeom(n, 0.15 + 0.04 * group), last), event = sample(0:2, n, TRUE, c(0.25, 0.5, 0.25)), group = group)
}
sets <- list(visits = simulated(400, 2), four = simulated(500, 4), few = simulated(30, 2, 6), three = simulated(60, 3))
sets$continuous <- list(time = rexp(100), event = sample(0:2, 100, TRUE), group = sample(2, 100, TRUE))
sets$kinds <- simulated(300, 3)
sets$kinds$event <- ifelse(sets$kinds$event == 2, sample(2:3, 300, TRUE), sets$kinds$event)

case <- function(name) with(sets[[name]], {
  counts <- function(g) lapply(sort(unique(time[group == g])), function(t) {
    n <- function(kind) sum(time == t & group == g & event == kind)
    list(time = t, events = sapply(seq_len(max(event)), n), censored = n(0))
  })
  test <- cuminc(time, event, group)$Tests[1, ]
  list(name = name, groups = lapply(sort(unique(group)), counts), statistic = test[["stat"]], df = test[["df"]], p = test[["pv"]])
})
writeFixture("gray-test", "cmprsk", list(cases = lapply(names(sets), case)))
