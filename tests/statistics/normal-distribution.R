source(file.path("tests", "statistics", "fixture.R"))
x <- c(-38, -30, -20, -10, -8, -5, -3, -2.5, -2.0001, -2, -1.9999, -1.5, -1, -0.67, -0.1, -1e-5, 0, 1e-5, 0.1,
  0.5, 1, 1.96, 2, 2.1, 3, 5, 8)
writeFixture("normal-distribution", c(), list(cases = data.frame(x = x, p = pnorm(x))))
