source(file.path("tests", "statistics", "fixture.R"))
p <- c(1e-300, 1e-100, 1e-20, 1e-12, 1e-6, 0.001, 0.005, 0.01, 0.025, 0.05, 0.0749, 0.0751, 0.1, 0.25, 0.4, 0.4999, 0.5, 0.6, 0.75, 0.9,
  0.975, 0.995, 0.9995, 1 - 1e-12)
writeFixture("normal-quantile", c(), list(cases = data.frame(p = p, x = qnorm(p))))
