source(file.path("tests", "statistics", "fixture.R"))
source(file.path("tests", "statistics", "comparison-data.R"))
library(numDeriv)
cases <- lapply(c(80, 800), function(n) {
  d <- comparisonData(31, n)
  X <- designMatrix(d)
  fit <- glm(d$z ~ X - 1, binomial, control = list(epsilon = 1e-14, maxit = 100))
  e <- fitted(fit)
  w <- ifelse(d$z == 1, 1 - e, e)
  means <- sapply(1:0, function(z) weighted.mean(d$y[d$z == z], w[d$z == z]))
  equations <- function(theta) {
    b <- theta[1:5]
    p <- plogis(drop(X %*% b))
    cbind(X * (d$z - p), d$z * (1 - p) * (d$y - theta[6]), (1 - d$z) * p * (d$y - theta[7]))
  }
  theta <- c(coef(fit), means)
  bread <- solve(jacobian(function(t) colSums(equations(t)), theta))
  V <- bread %*% crossprod(equations(theta) / (1 - hatvalues(fit))) %*% t(bread)
  cells <- sumsBy(X, d$y)
  key <- apply(X, 1, paste, collapse = " ")
  group <- function(z) {
    at <- factor(key[d$z == z], levels = unique(key))
    y <- d$y[d$z == z]
    total <- function(v) { t <- as.vector(tapply(v, at, sum)); t[is.na(t)] <- 0; t }
    list(n = as.vector(table(at)), sum = total(y), squares = total(y^2))
  }
  effective <- sapply(1:0, function(z) sum(w[d$z == z])^2 / sum(w[d$z == z]^2))
  list(size = n, x = cells$x, first = group(1), second = group(0), difference = means[1] - means[2],
    se = sqrt(V[6, 6] + V[7, 7] - 2 * V[6, 7]), means = means, effective = effective, propensities = unname(plogis(drop(cells$x %*% coef(fit)))))
})
writeFixture("overlap-weights", "numDeriv", list(cases = cases))
