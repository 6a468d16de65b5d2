source(file.path("tests", "statistics", "repeated-measures.R"))

set.seed(31)
distances <- matrix(Orthodont$distance, ncol = 4, byrow = TRUE)
distances[cbind(c(2, 5, 5, 9, 14, 20, 26), c(4, 3, 4, 2, 1, 4, 3))] <- NA
datasets <- list(
  "monotone dropout over 4 sessions" = dropout(scores(80, 4, FALSE), 0.12),
  "gaps and dropout over 5 sessions" = gaps(dropout(scores(70, 5, FALSE), 0.06), 0.08),
  "gaps and dropout over 7 sessions" = gaps(dropout(scores(150, 7, FALSE), 0.04), 0.06),
  "15 episodes over 3 sessions" = gaps(scores(15, 3, FALSE), 0.1),
  "whole scores from 0 to 10" = gaps(dropout(scores(90, 4, TRUE), 0.08), 0.06),
  "distances in nlme::Orthodont, some removed" = distances,
  "nothing missing" = scores(14, 3, FALSE)
)

meansInformation <- function(covariance, patterns) Reduce("+", lapply(patterns, function(y) {
  seen <- which(!is.na(y[1, ]))
  information <- matrix(0, ncol(y), ncol(y))
  information[seen, seen] <- nrow(y) * solve(covariance[seen, seen, drop = FALSE])
  information
}))

# theta with the intercepts that make the means those of generalised least squares
atBestMeans <- function(theta, patterns, K) {
  covariance <- moments(theta, K)$covariance
  weighted <- Reduce("+", lapply(patterns, function(y) {
    seen <- which(!is.na(y[1, ]))
    replace(numeric(K), seen, solve(covariance[seen, seen, drop = FALSE], colSums(y[, seen, drop = FALSE])))
  }))
  regressionsOf(solve(meansInformation(covariance, patterns), weighted), covariance)
}

# of the slopes and residual variances, the intercepts being 0
restrictedLogLikelihood <- function(slopes, patterns, K) {
  theta <- atBestMeans(withIntercepts(slopes, K), patterns, K)
  logLikelihood(theta, patterns, K) - c(determinant(meansInformation(moments(theta, K)$covariance, patterns))$modulus) / 2
}

interceptsOf <- function(K) vapply(seq_len(K), function(k) rowsOf(k)[1], 0)
withIntercepts <- function(slopes, K) replace(numeric(length(slopes) + K), -interceptsOf(K), slopes)

cases <- lapply(names(datasets), function(name) {
  wide <- datasets[[name]]
  K <- ncol(wide)
  patterns <- patternsOf(wide)
  long <- longOf(wide)
  fit <- repeatedMeasures(long, "REML")
  covariance <- covarianceOf(fit, long, K)
  slopes <- climb(restrictedLogLikelihood, regressionsOf(unname(coef(fit)), covariance)[-interceptsOf(K)], patterns = patterns, K = K)
  theta <- atBestMeans(withIntercepts(slopes, K), patterns, K)
  at <- moments(theta, K)
  fromHessian <- observedAt(theta, wide, restricted = 1)
  list(name = name, wide = unname(wide), means = unname(coef(fit)), standardErrors = unname(sqrt(diag(vcov(fit)))),
    covariance = covariance, logLikelihood = c(logLik(fit)),
    climbed = list(means = at$mean, standardErrors = sqrt(diag(solve(meansInformation(at$covariance, patterns)))), covariance = unname(at$covariance),
      observedStandardErrors = fromHessian$standardErrors, degreesOfFreedom = unname(fromHessian$degreesOfFreedom)))
})
writeFixture("restricted-mmrm", c("nlme", "numDeriv"), list(cases = cases))
