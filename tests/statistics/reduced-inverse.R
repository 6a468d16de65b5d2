source(file.path("tests", "statistics", "fixture.R"))
# columns of which some follow from earlier ones; lm gives these no coefficient
set.seed(33)
X <- cbind(1, round(matrix(rnorm(60), 20, 3), 2))
w <- round(runif(20, -0.5, 2), 2); w[3] <- 0
X <- cbind(X[, 1:3], X[, 2] - 2 * X[, 3], X[, 4], 3)
A <- crossprod(X)
kept <- unname(!is.na(coef(lm(rnorm(20) ~ X - 1))))
inverse <- matrix(0, 6, 6); inverse[kept, kept] <- solve(A[kept, kept])
x <- c(1, 0, -2, 0.5, 3, 0.1); y <- rnorm(6)
writeFixture("reduced-inverse", c(), list(rows = X, weights = w, products = crossprod(X), weighted = crossprod(X * w, X),
  aliased = as.numeric(!kept), inverse = inverse, x = x, y = y, form = drop(t(x) %*% A %*% y)))
