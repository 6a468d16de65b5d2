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
# courses of patients who have several, in one group or in more, and are alike in how soon they respond
clustered <- function(seed, patients, groups) {
  set.seed(seed)
  patient <- rep(seq_len(patients), times = sample(1:3, patients, TRUE, c(0.6, 0.25, 0.15)))
  n <- length(patient)
  group <- sample(groups, n, TRUE)
  time <- pmin(1 + rgeom(n, plogis(-1.2 + 0.2 * group + rnorm(patients)[patient])), 9)
  event <- rbinom(n, 1, 0.7)
  plain <- survdiff(Surv(time, event) ~ group)
  u <- as.matrix(residuals(coxph(Surv(time, event) ~ factor(group), ties = "breslow", init = rep(0, groups - 1), control = coxph.control(iter.max = 0)), "score"))
  V <- plain$var[-1, -1, drop = FALSE] + crossprod(rowsum(u, patient)) - crossprod(u)
  score <- (plain$obs - plain$exp)[-1]
  at <- which(outer(patient, patient, "==") & upper.tri(diag(n)), arr.ind = TRUE)
  ending <- function(i) list(group = group[i] - 1, time = time[i], event = event[i])
  counts <- function(g) { t <- sort(unique(time[group == g])); data.frame(time = t, events = sapply(t, function(x) sum(time == x & group == g & event == 1)), censored = sapply(t, function(x) sum(time == x & group == g & event == 0))) }
  list(groups = lapply(seq_len(groups), counts), pairs = lapply(seq_len(nrow(at)), function(i) list(a = ending(at[i, 1]), b = ending(at[i, 2]))),
    statistic = drop(score %*% solve(V, score)), alone = plain$chisq)
}
writeFixture("log-rank", "survival", list(cases = lapply(names(sets), case), clustered = list(clustered(41, 80, 2), clustered(42, 300, 3))))
