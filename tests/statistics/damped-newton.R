source(file.path("tests", "statistics", "fixture.R"))
# a curved valley, and a logistic likelihood of two coefficients
valley <- optim(c(-1.2, 1), function(x) 100 * (x[2] - x[1]^2)^2 + (1 - x[1])^2, function(x) c(-400 * x[1] * (x[2] - x[1]^2) - 2 * (1 - x[1]), 200 * (x[2] - x[1]^2)),
  method = "BFGS", hessian = TRUE, control = list(reltol = 1e-16, maxit = 1000))
x <- c(-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5); y <- c(0, 0, 1, 0, 1, 0, 1, 1, 0, 1)
fit <- glm(y ~ x, binomial, control = list(epsilon = 1e-15, maxit = 100))
writeFixture("damped-newton", c(), list(valley = list(point = valley$par, hessian = valley$hessian),
  logistic = list(x = x, y = y, point = unname(coef(fit)), value = -as.numeric(logLik(fit)), hessian = unname(solve(vcov(fit))))))
