source(file.path("tests", "statistics", "fixture.R"))
suppressMessages(library(numDeriv))
# the parts that the linear mixed model is made of: a mean at each time, a line for each episode, independent noise
set.seed(32)
k <- 4
slopes <- (1:k) - 2
wide <- round(5 + matrix(rnorm(40 * k), 40, k) + rnorm(40) + outer(rnorm(40), slopes) / 3, 1)
for (j in 2:k) wide[seq_len(6 * (j - 1)), j] <- NA
wide[cbind(c(25, 26, 27, 30, 31), c(2, 3, 2, 1, 3))] <- NA
lines <- c(1.2, 0.1, 0.3)
D <- function(d) matrix(c(d[1], d[2], d[2], d[3]), 2)
at <- apply(wide, 1, function(y) which(!is.na(y)), simplify = FALSE)
parts <- function(d) {
  inverse <- lapply(at, function(t) { Z <- cbind(1, slopes[t]); solve(diag(length(t)) + Z %*% D(d) %*% t(Z)) })
  place <- function(t) diag(k)[t, , drop = FALSE]
  XX <- Reduce(`+`, Map(function(t, W) t(place(t)) %*% W %*% place(t), at, inverse))
  Xy <- Reduce(`+`, Map(function(t, W, i) t(place(t)) %*% W %*% wide[i, t], at, inverse, seq_along(at)))
  means <- drop(solve(XX, Xy))
  squares <- sum(mapply(function(t, W, i) { r <- wide[i, t] - means[t]; sum(r * (W %*% r)) }, at, inverse, seq_along(at)))
  list(means = means, covariance = solve(XX), determinants = log(det(XX)) - sum(log(sapply(inverse, det))), squares = squares)
}
none <- function(x) ifelse(abs(x) < 1e-12, 0, x)
one <- function(t) {
  Z <- cbind(1, slopes[t]); V <- diag(length(t)) + Z %*% D(lines) %*% t(Z)
  left <- solve(diag(2) + crossprod(Z) %*% D(lines)); inner <- matrix(c(2, 0.4, 0.4, 1.1), 2)
  both <- left %*% inner %*% t(left); inform <- t(Z) %*% solve(V, Z)
  list(slopes = I(slopes[t]), determinant = det(V), left = none(as.vector(t(left))), information = none(inform[c(1, 2, 4)]), inverse = solve(V), leftAndRight = both[c(1, 2, 4)])
}
of <- function(part) function(d) parts(d)[[part]]
writeFixture("line-parts", "numDeriv", list(wide = wide, slopes = slopes, lines = lines, single = lapply(list(1:4, c(1, 3), c(2, 3, 4), 3), one), parts = parts(lines),
  determinantsByLine = grad(of("determinants"), lines), squaresByLine = grad(of("squares"), lines),
  variancesByLine = jacobian(function(d) diag(parts(d)$covariance), lines)))
