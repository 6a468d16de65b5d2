source(file.path("tests", "statistics", "fixture.R"))
set.seed(5)
wide <- matrix(rnorm(160), 40, 4) %*% chol(0.5 + 0.5 * diag(4))
for (k in 2:4) wide[seq_len(6 * (k - 1)), k] <- NA
momentsBy <- function(restricted) {
  mu <- numeric(4); V <- matrix(0, 4, 4)
  for (k in 1:4) {
    s <- seq_len(k - 1)
    fit <- if (k == 1) lm(wide[, 1] ~ 1) else lm(wide[, k] ~ wide[, s])
    b <- unname(coef(fit)[-1])
    mu[k] <- unname(coef(fit)[1]) + sum(b * mu[s])
    if (k > 1) V[k, s] <- V[s, k] <- V[s, s, drop = FALSE] %*% b
    V[k, k] <- sum(resid(fit)^2) / (sum(!is.na(wide[, k])) - restricted) + sum(b * V[k, s])
  }
  list(means = mu, covariance = V)
}
writeFixture("available-moments", c(), list(wide = wide, likeliest = momentsBy(0), restricted = momentsBy(1)))
