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
pairs <- which(upper.tri(V, diag = TRUE), arr.ind = TRUE)
theta <- c(V[pairs], mu)
momentsOf <- function(theta) {
  C <- matrix(0, k, k)
  C[pairs] <- C[pairs[, 2:1]] <- theta[seq_len(nrow(pairs))]
  list(mean = theta[-seq_len(nrow(pairs))], V = C)
}
logLikelihood <- function(theta) {
  at <- momentsOf(theta)
  sum(apply(wide, 1, function(y) { s <- !is.na(y); r <- y[s] - at$mean[s]; W <- at$V[s, s, drop = FALSE]; -(log(det(W)) + sum(r * solve(W, r))) / 2 }))
}
# the inverse covariances of the scores seen, 0 for the others
inverses <- lapply(seq_len(nrow(wide)), function(i) { s <- !is.na(wide[i, ]); W <- matrix(0, k, k); W[s, s] <- solve(V[s, s]); W })
information <- Reduce(`+`, inverses)
score <- Reduce(`+`, Map(function(W, i) { y <- ifelse(is.na(wide[i, ]), 0, wide[i, ] - mu); W %*% y }, inverses, seq_len(nrow(wide))))
changes <- lapply(seq_len(nrow(pairs)), function(p) { E <- matrix(0, k, k); E[pairs[p, , drop = FALSE]] <- E[pairs[p, 2:1, drop = FALSE]] <- 1; E })
ofCovariances <- outer(seq_along(changes), seq_along(changes), Vectorize(function(a, b) sum(sapply(inverses, function(W) sum(diag(W %*% changes[[a]] %*% W %*% changes[[b]])))) / 2))
expected <- rbind(cbind(ofCovariances, matrix(0, nrow(pairs), k)), cbind(matrix(0, k, nrow(pairs)), information))
observed <- -hessian(logLikelihood, theta)
root <- t(chol(V))
whitening <- jacobian(function(w) { at <- momentsOf(w); C <- root %*% at$V %*% t(root); c(C[pairs], mu + root %*% at$mean) }, c(diag(k)[pairs], rep(0, k)))
whole <- wide[complete.cases(wide), ]
A <- V[1:3, 1:3]; B <- V[2:4, 2:4]; x <- c(1, -2, 0.5); y <- c(3, 0.1, -1)
# what second differences leave of a 0 is noise, so all are told beside the largest
beside <- function(matrix) list(largest = max(abs(matrix)), beside = 1 + matrix / max(abs(matrix)))
writeFixture("missing-scores", "numDeriv", list(wide = wide, means = mu, covariance = V, residuals = diag(root)^2,
  centres = c(6, 5, 5, 4), spreads = c(1.5, 1.2, 1.4, 2), standardised = crossprod(cbind(1, scale(whole, c(6, 5, 5, 4), c(1.5, 1.2, 1.4, 2)))),
  contrast = c(-solve(V[1:3, 1:3], V[1:3, 4]), 1), residual = drop(V[4, 4] - V[4, 1:3] %*% solve(V[1:3, 1:3], V[1:3, 4])), inverse = solve(V),
  logLikelihood = logLikelihood(theta), slopes = grad(logLikelihood, theta), observed = beside(observed), expected = expected,
  information = information, score = drop(score), fitted = mu + drop(solve(information, score)), uncertainty = solve(information), determinant = log(det(information)),
  whitened = beside(t(whitening) %*% expected %*% whitening), whitenedSlopes = drop(grad(logLikelihood, theta) %*% whitening),
  left = A, right = B, product = tcrossprod(A, B), x = x, y = y, times = drop(A %*% x), crossed = tcrossprod(x, y) + tcrossprod(y, x)))
