source(file.path("tests", "statistics", "fixture.R"))
set.seed(11)
samples <- list(c(3, 7), c(6, 4, 5, 8, 2, 6), rnorm(12, -2.4, 0.3), rnorm(120, 60, 12), c(4, 4, 4, 4))
# mean and standard deviation of the range of two normal values, from its distribution function
d2 <- integrate(function(w) ptukey(w, 2, Inf, lower.tail = FALSE), 0, Inf, rel.tol = 1e-10)$value
d3 <- sqrt(2 * integrate(function(w) w * ptukey(w, 2, Inf, lower.tail = FALSE), 0, Inf, rel.tol = 1e-10)$value - d2^2)
cases <- lapply(samples, function(x) {
  mr <- mean(abs(diff(x)))
  list(values = x, centre = mean(x), lower = mean(x) - 2.66 * mr, upper = mean(x) + 2.66 * mr, meanMovingRange = mr)
})
writeFixture("xmr-limits", c(), list(individualsFactor = 3 / d2, rangeFactor = 1 + 3 * d3 / d2, cases = cases))
