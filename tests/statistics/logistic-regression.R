source(file.path("tests", "statistics", "fixture.R"))
source(file.path("tests", "statistics", "comparison-data.R"))
# vcov(fit) is that of the last step but one, 1e-6 away; here it is that of the fitted probabilities
cases <- lapply(c(60, 800), function(n) {
  d <- comparisonData(21, n)
  X <- designMatrix(d)
  fit <- glm(d$z ~ X - 1, binomial, control = list(epsilon = 1e-14, maxit = 100))
  cells <- sumsBy(X, d$z)
  p <- fitted(fit)
  c(list(size = n), cells, list(coefficients = unname(coef(fit)), covariance = unname(solve(crossprod(X * sqrt(p * (1 - p))))), probabilities = plogis(drop(cells$x %*% coef(fit)))))
})
writeFixture("logistic-regression", c(), list(cases = cases))
