source(file.path("tests", "statistics", "repeated-measures.R"))

set.seed(20)
orthodont <- matrix(Orthodont$distance, ncol = 4, byrow = TRUE)
orthodont[cbind(c(2, 5, 5, 9, 14, 20, 26), c(4, 3, 4, 2, 1, 4, 3))] <- NA
datasets <- list(
  "monotone dropout over 5 sessions" = dropout(scores(200, 5, FALSE), 0.12),
  "gaps and dropout over 6 sessions" = gaps(dropout(scores(150, 6, FALSE), 0.06), 0.08),
  "gaps and dropout over 8 sessions" = gaps(dropout(scores(300, 8, FALSE), 0.05), 0.06),
  "25 episodes over 3 sessions" = gaps(dropout(scores(25, 3, FALSE), 0.1), 0.05),
  "whole scores from 0 to 10" = gaps(dropout(scores(250, 5, TRUE), 0.08), 0.05),
  "distances in nlme::Orthodont, some removed" = orthodont
)

cases <- lapply(names(datasets), function(name) {
  wide <- datasets[[name]]
  long <- longOf(wide)
  fit <- repeatedMeasures(long, "ML")
  covariance <- covarianceOf(fit, long, ncol(wide))
  theta <- climb(logLikelihood, regressionsOf(unname(coef(fit)), covariance), patterns = patternsOf(wide), K = ncol(wide))
  fromHessian <- observedAt(theta, wide, restricted = 0)
  list(name = name, wide = unname(wide), means = unname(coef(fit)), standardErrors = unname(sqrt(diag(vcov(fit)))),
    observedStandardErrors = fromHessian$standardErrors, degreesOfFreedom = unname(fromHessian$degreesOfFreedom),
    covariance = covariance, logLikelihood = c(logLik(fit)))
})
writeFixture("mmrm", c("nlme", "numDeriv"), list(cases = cases))
