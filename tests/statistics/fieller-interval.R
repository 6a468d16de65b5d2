source(file.path("tests", "statistics", "fixture.R"))
set.seed(12)
samples <- list(
  list(x = c(300, 240, 510, 90, 170, 400), y = c(1, 1, 2, 1, 0, 1)),
  list(x = rgamma(80, 6, 0.015), y = rbinom(80, 1, 0.6)),
  list(x = rgamma(1500, 6, 0.015), y = rbinom(1500, 1, 0.3)))
# the ratios that a t test of x - r y does not reject
cases <- lapply(samples, function(s) {
  ratio <- mean(s$x) / mean(s$y)
  statistic <- function(r) { d <- s$x - r * s$y; mean(d) / (sd(d) / sqrt(length(d))) }
  t <- qt(0.975, length(s$x) - 1)
  root <- function(f, interval) uniroot(f, interval, extendInt = "yes", tol = 1e-13 * ratio, maxiter = 10000)$root
  V <- cov(cbind(s$x, s$y)) / length(s$x)
  list(numerator = mean(s$x), denominator = mean(s$y), variance = V[1, 1], denominatorVariance = V[2, 2], covariance = V[1, 2], df = length(s$x) - 1,
    estimate = ratio, lower = root(function(r) statistic(r) - t, c(ratio * 0.9, ratio)), upper = root(function(r) statistic(r) + t, c(ratio, ratio * 1.1)))
})
writeFixture("fieller-interval", c(), list(cases = cases))
