source(file.path("tests", "statistics", "fixture.R"))
set.seed(33)
# the same uniform numbers through R's own quantiles
cases <- lapply(list(c(30, 320, 110, 25, 410, 160), c(600, 350, 90, 410, 500, 210)), function(v) {
  n <- v[1] + v[4]; u <- matrix(runif(3 * 400), 3)
  r <- qbinom(u[1, ], n, v[1] / n)
  costs <- r * v[2] + sqrt(r) * v[3] * qnorm(u[2, ]) + (n - r) * v[5] + sqrt(n - r) * v[6] * qnorm(u[3, ])
  bounds <- quantile(costs / r, c(0.025, 0.975), type = 7, names = FALSE)
  list(responders = list(n = v[1], mean = v[2], sd = v[3]), others = list(n = v[4], mean = v[5], sd = v[6]),
    uniforms = as.vector(u), estimate = (v[1] * v[2] + v[4] * v[5]) / v[1], lower = bounds[1], upper = bounds[2])
})
writeFixture("cost-per-responder-bootstrap", c(), list(cases = cases))
