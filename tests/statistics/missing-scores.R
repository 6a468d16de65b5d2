source(file.path("tests", "statistics", "fixture.R"))
suppressMessages(library(numDeriv))
# the parts that the repeated measures of `mmrm` are made of, on scores with gaps and dropout
set.seed(31)
k <- 4
wide <- round(6 + matrix(rnorm(60 * k), 60, k) %*% chol(0.6 + 0.9 * diag(k)), 1)
for (j in 2:k) wide[seq_len(5 * (j - 1)), j] <- NA
gaps <- cbind(sample(30:60, 14), sample(2:3, 14, TRUE))
wide[rbind(gaps, cbind(11:13, 2))] <- NA
mu <- c(6.1, 5.2, 4.8, 4.1)
V <- 0.5 + 0.8 * diag(k) + outer(1:k, 1:k) / 20
# a regression of each score on those before it: intercept, slopes, log of the residual variance
regressionsOf <- function(mu, V) unlist(lapply(1:k, function(j) {
  s <- seq_len(j - 1)
  b <- if (j == 1) numeric(0) else drop(solve(V[s, s], V[s, j]))
  c(mu[j] - sum(b * mu[s]), b, log(V[j, j] - sum(b * V[s, j])))
}))
theta <- regressionsOf(mu, V)
momentsOf <- function(theta) {
  m <- numeric(k); C <- matrix(0, k, k); at <- 0
  for (j in 1:k) {
    s <- seq_len(j - 1); b <- theta[at + 1 + s]
    m[j] <- theta[at + 1] + sum(b * m[s])
    C[j, s] <- C[s, j] <- if (j == 1) numeric(0) else C[s, s, drop = FALSE] %*% b
    C[j, j] <- exp(theta[at + j + 1]) + sum(b * C[s, j])
    at <- at + j + 1
  }
  list(mean = m, V = C)
}
last <- apply(wide, 1, function(y) max(which(!is.na(y))))
observed <- function(theta) {
  at <- momentsOf(theta)
  sum(apply(wide, 1, function(y) { s <- !is.na(y); r <- y[s] - at$mean[s]; W <- at$V[s, s, drop = FALSE]; -(log(det(W)) + sum(r * solve(W, r))) / 2 }))
}
# products of (1, scores) up to the last of an episode, those in gaps as expected
expected <- function(y, m) {
  at <- seq_len(m); s <- at[!is.na(y[at])]; h <- setdiff(at, s)
  B <- V[h, s, drop = FALSE] %*% solve(V[s, s])
  y[h] <- mu[h] + B %*% (y[s] - mu[s])
  P <- tcrossprod(c(1, y[at]))
  P[h + 1, h + 1] <- P[h + 1, h + 1] + V[h, h] - B %*% V[s, h]
  full <- matrix(0, k + 1, k + 1); full[seq_len(m + 1), seq_len(m + 1)] <- P; full
}
byLast <- function(productsOf) lapply(0:k, function(m) Reduce(`+`, lapply(which(last == m), productsOf), matrix(0, k + 1, k + 1)))
seen <- byLast(function(i) { y <- c(1, wide[i, ]); tcrossprod(ifelse(is.na(y), 0, y)) })
filled <- byLast(function(i) expected(wide[i, ], last[i]))
complete <- function(theta) {
  at <- momentsOf(theta)
  sum(sapply(1:k, function(m) {
    s <- seq_len(m); K <- solve(at$V[s, s]); A <- cbind(-at$mean[s], diag(m))
    -(filled[[m + 1]][1, 1] * log(det(at$V[s, s, drop = FALSE])) + sum((t(A) %*% K %*% A) * filled[[m + 1]][seq_len(m + 1), seq_len(m + 1)])) / 2
  }))
}
information <- Reduce(`+`, lapply(seq_len(nrow(wide)), function(i) { s <- !is.na(wide[i, ]); W <- matrix(0, k, k); W[s, s] <- solve(V[s, s]); W }))
score <- Reduce(`+`, lapply(seq_len(nrow(wide)), function(i) { s <- !is.na(wide[i, ]); W <- numeric(k); W[s] <- solve(V[s, s], wide[i, s] - mu[s]); W }))
reached <- wide[last >= 3 & complete.cases(wide[, 1:3]), 1:3]
fit <- lm(reached[, 3] ~ reached[, 1:2])
# a pattern with a gap at the second of three scores
gapped <- wide[last == 3 & is.na(wide[, 2]) & !is.na(wide[, 1]), , drop = FALSE]
h <- 2; s <- c(1, 3)
B <- V[h, s, drop = FALSE] %*% solve(V[s, s])
means <- t(apply(gapped, 1, function(y) { y[h] <- mu[h] + B %*% (y[s] - mu[s]); residual <- y[2:3] - c(theta[3] + theta[4] * y[1], theta[6] + sum(theta[7:8] * y[1:2])); c(1, y[1:3], residual) }))
onHidden <- c(0, 0, 1, 0, 1, -theta[8])
# what second differences leave of a 0 is noise, so all are told beside the largest
missing <- -hessian(complete, theta) + hessian(observed, theta)
writeFixture("missing-scores", "numDeriv", list(wide = wide, regressions = theta, means = mu, covariance = V,
  residuals = sapply(1:k, function(j) exp(theta[j * (j + 3) / 2])),
  centres = c(6, 5, 5, 4), spreads = c(1.5, 1.2, 1.4, 2),
  standardised = crossprod(cbind(1, scale(wide[complete.cases(wide), ], c(6, 5, 5, 4), c(1.5, 1.2, 1.4, 2)))),
  byLast = seen, filled = filled, logLikelihood = observed(theta), precisions = lapply(1:k, function(m) solve(V[seq_len(m), seq_len(m)])),
  information = information, score = score, variances = diag(solve(information)),
  largest = max(abs(missing)), missing = 1 + missing / max(abs(missing)),
  reached = crossprod(cbind(1, reached)), regression = c(unname(coef(fit)), log(sum(resid(fit)^2) / 20)),
  gapped = list(n = nrow(gapped), products = crossprod(means), covariance = (V[h, h] - drop(B %*% V[s, h])) * tcrossprod(onHidden))))
