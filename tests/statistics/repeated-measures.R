source(file.path("tests", "statistics", "fixture.R"))
library(nlme)
library(numDeriv)

# what mmrm.R and restricted-mmrm.R share

# scores of n episodes at K times: an own level and slope, and noise that carries over; rounded to 0 to 10 where asked
scores <- function(n, K, whole) {
  level <- rnorm(n, 0, 1.3)
  slope <- rnorm(n, 0, 0.15)
  noise <- matrix(rnorm(n * K), n, K)
  for (k in seq_len(K)[-1]) noise[, k] <- 0.5 * noise[, k - 1] + noise[, k]
  y <- outer(level, rep(1, K)) + outer(slope, seq_len(K)) + noise + matrix(6.4 - 0.4 * seq_len(K), n, K, byrow = TRUE)
  if (whole) pmin(pmax(round(y), 0), 10) else y
}

# leaves after a score, sooner where it is low or high
dropout <- function(y, rate) {
  for (i in seq_len(nrow(y))) for (k in seq_len(ncol(y))[-1]) {
    last <- y[i, k - 1]
    if (is.na(last) || runif(1) < rate * (if (last < 4) 2 else if (last > 7) 1.5 else 0.5)) y[i, k] <- NA
  }
  y
}

gaps <- function(y, rate) {
  y[matrix(runif(length(y)) < rate, nrow(y))] <- NA
  y[rowSums(!is.na(y)) > 0, ]
}

# nlminb stops short of the maximum, in the sixth digit of the standard errors; BFGS started from there goes on
control <- function(opt) glsControl(opt = opt, maxIter = 1000, msMaxIter = 5000, tolerance = 1e-13, msTol = 1e-16)

repeatedMeasures <- function(long, method) {
  fit <- gls(y ~ 0 + factor(index), data = long, correlation = corSymm(form = ~ index | id), weights = varIdent(form = ~ 1 | index),
    method = method, control = control("nlminb"))
  for (again in 1:3) {
    correlations <- coef(fit$modelStruct$corStruct, unconstrained = FALSE)
    ratios <- coef(fit$modelStruct$varStruct, unconstrained = FALSE)
    fit <- gls(y ~ 0 + factor(index), data = long, correlation = corSymm(correlations, form = ~ index | id),
      weights = varIdent(ratios, form = ~ 1 | index), method = method, control = control("optim"))
  }
  fit
}

# theta holds for each time the intercept and slopes of its regression on the times before it, and the logarithm of its residual variance
rowsOf <- function(k) (k - 1) * (k + 2) / 2 + seq_len(k)

moments <- function(theta, K) {
  B <- diag(K)
  for (k in seq_len(K)[-1]) B[k, seq_len(k - 1)] <- -theta[rowsOf(k)[-1]]
  intercepts <- vapply(seq_len(K), function(k) theta[rowsOf(k)[1]], 0)
  residuals <- vapply(seq_len(K), function(k) exp(theta[rowsOf(k)[k] + 1]), 0)
  A <- solve(B)
  list(mean = c(A %*% intercepts), covariance = A %*% diag(residuals, K) %*% t(A))
}

regressionsOf <- function(mean, covariance) unlist(lapply(seq_along(mean), function(k) {
  earlier <- seq_len(k - 1)
  slopes <- if (k == 1) numeric() else solve(covariance[earlier, earlier], covariance[earlier, k])
  c(mean[k] - sum(slopes * mean[earlier]), slopes, log(covariance[k, k] - sum(slopes * covariance[earlier, k])))
}))

logLikelihood <- function(theta, patterns, K) {
  at <- moments(theta, K)
  sum(vapply(patterns, function(y) {
    seen <- which(!is.na(y[1, ]))
    root <- chol(at$covariance[seen, seen, drop = FALSE])
    scaled <- backsolve(root, t(y[, seen, drop = FALSE]) - at$mean[seen], transpose = TRUE)
    -nrow(y) * sum(log(diag(root))) - sum(scaled^2) / 2
  }, 0))
}

patternsOf <- function(wide) lapply(split(seq_len(nrow(wide)), apply(is.na(wide), 1, paste, collapse = "")), function(i) wide[i, , drop = FALSE])

# standard errors of the means from the observed information at theta, residual variances with the divisor n - coefficients instead of
# n - restricted, and Satterthwaite's degrees of freedom
observedAt <- function(theta, wide, restricted) {
  K <- ncol(wide)
  inverse <- solve(-hessian(logLikelihood, theta, patterns = patternsOf(wide), K = K))
  gradients <- jacobian(function(theta) moments(theta, K)$mean, theta)
  scored <- colSums(!is.na(wide))
  degrees <- scored - seq_len(K)
  for (k in seq_len(K)) gradients[, rowsOf(k)] <- gradients[, rowsOf(k)] * sqrt((scored[k] - restricted) / degrees[k])
  shares <- vapply(seq_len(K), function(k) rowSums((gradients %*% inverse)[, rowsOf(k), drop = FALSE] * gradients[, rowsOf(k), drop = FALSE]), numeric(K))
  list(standardErrors = sqrt(rowSums(shares)), degreesOfFreedom = rowSums(shares)^2 / c(shares^2 %*% (1 / degrees)))
}

# Newton's method from where gls stops to the maximum of f
climb <- function(f, theta, ...) {
  for (again in 1:2) theta <- theta + c(solve(-hessian(f, theta, ...), grad(f, theta, ...)))
  theta
}

longOf <- function(wide) {
  long <- data.frame(id = rep(seq_len(nrow(wide)), each = ncol(wide)), index = rep(seq_len(ncol(wide)), nrow(wide)), y = c(t(wide)))
  long[!is.na(long$y), ]
}

covarianceOf <- function(fit, long, K) {
  whole <- names(which(table(long$id) == K))[1]
  unname(unclass(getVarCov(fit, individual = whole))[seq_len(K), ])
}
