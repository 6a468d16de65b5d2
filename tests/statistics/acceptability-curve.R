source(file.path("tests", "statistics", "fixture.R"))
set.seed(21)
cases <- lapply(list(c(40, 0.08, 400, 0.0009, 0.1), c(-25, 0.02, 90, 0.0004, -0.12), c(10, -0.05, 250, 0.001, 0)), function(v) {
  willingness <- c(0, 50, 200, 500, 1000, 5000)
  chance <- pnorm((willingness * v[2] - v[1]) / sqrt(willingness^2 * v[4] + v[3] - 2 * willingness * v[5]))
  u <- runif(20)
  points <- t(c(v[1], v[2]) + t(chol(matrix(c(v[3], v[5], v[5], v[4]), 2))) %*% matrix(qnorm(u), 2))
  list(cost = v[1], effect = v[2], costVariance = v[3], effectVariance = v[4], covariance = v[5],
    willingness = willingness, chance = chance, uniforms = u, costs = points[, 1], effects = points[, 2])
})
writeFixture("acceptability-curve", c(), list(cases = cases))
