source(file.path("tests", "statistics", "repeated-measures.R"))
suppressPackageStartupMessages({ library(lme4); library(lmerTest); library(emmeans) })

# lines of their own, noise, and a score at each of K sessions
lines <- function(n, K, level, slope, correlation) {
  own <- matrix(rnorm(2 * n), n) %*% chol(matrix(c(1, correlation, correlation, 1), 2))
  outer(level * own[, 1], rep(1, K)) + outer(slope * own[, 2], seq_len(K)) + matrix(rnorm(n * K), n) + matrix(6.4 - 0.4 * seq_len(K), n, K, byrow = TRUE)
}

# as many as told reach each session
leaving <- function(y, reach) {
  for (k in seq_along(reach)) y[seq_len(nrow(y)) > reach[k], k] <- NA
  y
}

set.seed(49)
distances <- matrix(Orthodont$distance, ncol = 4, byrow = TRUE)
distances[cbind(c(2, 5, 5, 9, 14, 20, 26), c(4, 3, 4, 2, 1, 4, 3))] <- NA
datasets <- list(
  "dropout over 8 sessions" = list(wide = dropout(lines(40, 8, 1.3, 0.3, -0.2), 0.06)),
  "gaps and dropout over 6 sessions" = list(wide = gaps(dropout(lines(30, 6, 1.3, 0.4, 0.3), 0.06), 0.08)),
  "6 episodes over 5 sessions" = list(wide = gaps(lines(6, 5, 1.3, 0.5, 0), 0.08)),
  "whole scores from 0 to 10" = list(wide = gaps(dropout(scores(30, 6, TRUE), 0.06), 0.08)),
  "slopes that follow from levels" = list(wide = dropout(lines(20, 5, 1.3, 0.12, 0.5), 0.05), singular = TRUE),
  "hardly any slopes of their own" = list(wide = gaps(lines(12, 6, 1.2, 0, 0), 0.1), singular = TRUE),
  "noise alone" = list(wide = gaps(lines(12, 4, 0, 0, 0), 0.1), singular = TRUE),
  "levels alone, two sessions" = list(wide = gaps(lines(15, 2, 1.3, 0, 0), 0.1)),
  "no level of their own" = list(wide = gaps(lines(12, 2, 0, 0, 0) + outer(rnorm(12), c(1, -1)), 0.1), singular = TRUE),
  "levels alone, too few scores for slopes" = list(wide = leaving(lines(14, 3, 2, 0, 0), c(14, 9, 1))),
  "distances in nlme::Orthodont, some removed" = list(wide = distances, sessions = c(8, 10, 12, 14)),
  "reaction times in lme4::sleepstudy" = list(wide = matrix(sleepstudy$Reaction, ncol = 10, byrow = TRUE), sessions = 0:9)
)

# the best of several starts, because bobyqa does not leave a first variance of 0
fitted <- function(long, sloping) {
  starts <- if (sloping) list(c(1, 0, 1), c(0.1, 0.01, 0.01), c(0.3, 0, 0.1), c(1, -0.1, 0.1)) else list(1, 0.2)
  control <- lmerControl(optimizer = "bobyqa", calc.derivs = FALSE, check.conv.singular = "ignore", check.nobs.vs.nRE = "ignore",
    optCtrl = list(rhoend = 1e-13, maxfun = 1e5))
  fits <- lapply(starts, function(start) {
    if (sloping) lmer(y ~ 0 + factor(session) + (session | id), long, start = start, control = control)
    else lmer(y ~ 0 + factor(session) + (1 | id), long, start = start, control = control)
  })
  fits[[which.max(vapply(fits, logLik, 0))]]
}

cases <- lapply(names(datasets), function(name) {
  wide <- datasets[[name]]$wide
  sessions <- if (is.null(datasets[[name]]$sessions)) seq_len(ncol(wide)) else datasets[[name]]$sessions
  long <- longOf(wide)
  long$session <- sessions[long$index]
  sloping <- sum(pmax(0, table(long$id) - 2)) > ncol(wide) - 2
  fit <- fitted(long, sloping)
  stopifnot(identical(isSingular(fit), isTRUE(datasets[[name]]$singular)))
  at <- as.data.frame(emmeans(fit, ~ session, lmer.df = "satterthwaite"))
  variances <- unname(unclass(VarCorr(fit)$id)[, , drop = FALSE])
  list(name = name, wide = unname(wide), sessions = sessions, varying = if (sloping) "level and slope" else "level", singular = if (isSingular(fit)) "yes" else "no",
    means = at$emmean, standardErrors = at$SE, degreesOfFreedom = at$df, lower = at$lower.CL, upper = at$upper.CL,
    levelVariance = variances[1, 1], slopeVariance = if (sloping) variances[2, 2] else 0, levelSlopeCovariance = if (sloping) variances[1, 2] else 0,
    residualVariance = sigma(fit)^2, logLikelihood = c(logLik(fit)))
})
writeFixture("linear-mixed-model", c("lme4", "lmerTest", "emmeans"), list(cases = cases))
