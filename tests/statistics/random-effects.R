source(file.path("tests", "statistics", "fixture.R"))
library(metafor)
studies <- list(
  bcg = list(yi = c(-0.8893, -1.5854, -1.3481, -1.4416, -0.2175, -0.7861, -1.6209, 0.0120, -0.4694, -1.3713, -0.3394, 0.4459, -0.0173),
    se = c(0.5706, 0.4411, 0.6445, 0.1415, 0.2263, 0.0831, 0.4722, 0.0629, 0.2376, 0.2702, 0.1114, 0.7297, 0.2672)),
  agreeing = list(yi = c(-0.5, -0.52, -0.49, -0.51), se = c(0.2, 0.15, 0.3, 0.25)),
  two = list(yi = c(-1.2, 0.4), se = c(0.2, 0.3)),
  large = list(yi = c(-12, 3.5, -8, -20, 1), se = c(3, 4, 2.5, 5, 6)))
cases <- lapply(names(studies), function(name) {
  s <- studies[[name]]
  fit <- rma(yi = s$yi, sei = s$se, method = "REML", test = "adhoc", control = list(threshold = 1e-14, maxiter = 1000))
  list(name = name, yi = s$yi, se = s$se, expected = c(fit$b, fit$se, fit$ci.lb, fit$ci.ub), tau2 = fit$tau2, i2 = fit$I2 / 100, q = fit$QE)
})
writeFixture("random-effects", "metafor", list(cases = cases))
