source(file.path("tests", "statistics", "fixture.R"))
set.seed(5)
wide <- matrix(rnorm(160), 40, 4) %*% chol(0.5 + 0.5 * diag(4))
for (k in 2:4) wide[seq_len(6 * (k - 1)), k] <- NA
regressions <- lapply(1:4, function(k) {
  fit <- if (k == 1) lm(wide[, 1] ~ 1) else lm(wide[, k] ~ wide[, seq_len(k - 1)])
  c(unname(coef(fit)), log(mean(resid(fit)^2)))
})
writeFixture("sequential-regressions", c(), list(wide = wide, regressions = unlist(regressions)))
