source(file.path("tests", "statistics", "fixture.R"))
morris <- function(y, se, level = 0.95) {
  fit <- metafor::rma(y, se^2, method = "EB", control = list(threshold = 1e-14, maxiter = 10000))
  k <- length(y)
  v <- se^2
  w <- 1 / (v + fit$tau2)
  m <- as.numeric(fit$beta)
  B <- (k - 3) / (k - 1) * v * w
  vbar <- sum(w * v) / sum(w)
  s2 <- v * (1 - (k - k * w / sum(w)) / k * B) + 2 / (k - 3) * B^2 * (vbar + fit$tau2) * w * (y - m)^2
  estimate <- (1 - B) * y + B * m
  margin <- qnorm((1 + level) / 2) * sqrt(s2)
  list(level = level, units = data.frame(estimate = y, se = se), mean = m, tau2 = fit$tau2,
    shrunken = data.frame(estimate = estimate, lower = estimate - margin, upper = estimate + margin, shrinkage = B))
}
set.seed(4)
n <- c(31, 45, 60, 88, 140, 205, 300, 33, 52, 410)
se <- 2.1 / sqrt(n)
spread <- rnorm(10, -2, sqrt(se^2 + 0.4^2))
cases <- list(morris(spread, se), morris(spread, se, 0.8), morris(-2 + (spread + 2) / 10, se), morris(c(0.2, 0.9, 0.4, 1.4), c(0.1, 0.2, 0.1, 0.3)))
# equal errors: James and Stein's estimator of a common mean, in closed form
y <- rnorm(8, 0, 2)
v <- 0.4
equal <- list(y = y, se = sqrt(v), tau2 = max(0, var(y) - v), estimate = mean(y) + (1 - (8 - 3) * v / sum((y - mean(y))^2)) * (y - mean(y)))
writeFixture("shrunken-estimate", c("metafor"), list(cases = cases, equal = equal))
