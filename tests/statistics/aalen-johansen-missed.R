source(file.path("tests", "statistics", "fixture.R"))
suppressMessages(library(survival))
# courses of patients who may have several: event 1 at a session, events 2 and 3 after it, of which only the sessions until `settled` tell
courses <- function(seed, patients) {
  set.seed(seed)
  patient <- rep(seq_len(patients), times = sample(1:3, patients, TRUE, c(0.7, 0.2, 0.1)))
  last <- pmin(1 + rgeom(length(patient), 0.3), 7)
  settled <- ifelse(runif(length(patient)) < 0.7, last, pmax(0, last - sample(1:3, length(patient), TRUE)))
  event <- sample(1:3, length(patient), TRUE)
  data.frame(patient, last, settled, event = ifelse(event > 1 & settled < last, 0, event))
}
# a row for each time at which a course is observed
rowsOf <- function(d) do.call(rbind, lapply(seq_len(nrow(d)), function(i) {
  c <- d[i, ]
  times <- c(seq_len(c$last), seq_len(c$last - (c$event == 1)) + 0.5)
  times <- sort(times[times %% 1 == 0 | times - 0.5 <= c$settled])
  ended <- times == max(times) & c$event > 0
  data.frame(course = i, patient = c$patient, time = times, event = ifelse(ended, c$event, 0))
}))
case <- function(seed, patients) {
  d <- courses(seed, patients)
  rows <- rowsOf(d)
  times <- sort(unique(rows$time))
  rows$id <- seq_len(nrow(rows))
  rows$state <- factor(rows$event, 0:3, c("care", "one", "two", "three"))
  fit <- survfit(Surv(time - 0.25, time, state) ~ 1, rows, id = id, istate = factor(rep("care", nrow(rows)), levels(rows$state)), p0 = c(1, 0, 0, 0), influence = TRUE)
  at <- match(times, fit$time)
  # the influences begin before the first time
  u <- fit$influence.pstate[, dim(fit$influence.pstate)[2] - length(fit$time) + at, ]
  none <- function(x) ifelse(x < 1e-7, 0, x)
  independent <- apply(u, 3, function(v) colSums(v^2))
  by <- function(group) apply(u, 3, function(v) colSums(rowsum(v, group)^2))
  ofCourse <- factor(rows$course)
  # the products of rows of different courses of a patient, beside the variances of rows that are independent
  se <- sqrt(pmax(independent + by(rows$patient) - by(ofCourse), 0))
  pairs <- which(outer(d$patient, d$patient, "==") & upper.tri(diag(nrow(d))), arr.ind = TRUE)
  ending <- function(i) {
    own <- rows[rows$course == i, ]
    end <- max(own$time)
    list(time = end, event = own$event[nrow(own)], missed = I(setdiff(times[times < end], own$time)))
  }
  list(counts = lapply(times, function(t) list(time = t, atRisk = sum(rows$time == t), events = sapply(1:3, function(k) sum(rows$time == t & rows$event == k)))),
    estimates = unname(none(fit$pstate[at, ])), alone = unname(none(sqrt(independent))), se = unname(none(se)),
    pairs = lapply(seq_len(nrow(pairs)), function(i) list(a = ending(pairs[i, 1]), b = ending(pairs[i, 2]))))
}
writeFixture("aalen-johansen-missed", "survival", list(cases = list(case(21, 40), case(22, 200))))
