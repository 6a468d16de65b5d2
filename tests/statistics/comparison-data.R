# two groups with categorical and bounded covariates that matter for the choice and for the score, and their sums per pattern
comparisonData <- function(seed, n) {
  set.seed(seed)
  d <- data.frame(clinic = sample(3, n, TRUE), sex = sample(2, n, TRUE), baseline = sample(0:10, n, TRUE))
  d$z <- rbinom(n, 1, plogis(-0.4 + 0.6 * (d$clinic == 2) - 0.8 * (d$sex == 2) + 0.15 * (d$baseline - 5)))
  d$y <- pmin(10, pmax(0, round(1 + 0.5 * d$baseline - 0.7 * d$z + 0.6 * (d$clinic == 3) + rnorm(n, sd = 1 + 0.15 * d$baseline))))
  d$r <- as.numeric(d$y <= 0.7 * d$baseline)
  d
}

designMatrix <- function(d) cbind(1, d$baseline - 5, d$clinic == 2, d$clinic == 3, d$sex == 2) + 0

sumsBy <- function(X, y) {
  key <- apply(X, 1, paste, collapse = " ")
  first <- !duplicated(key)
  list(x = X[first, , drop = FALSE], n = as.vector(table(key)[key[first]]), sum = as.vector(tapply(y, key, sum)[key[first]]),
    squares = as.vector(tapply(y^2, key, sum)[key[first]]))
}
