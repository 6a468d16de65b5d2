source(file.path("tests", "statistics", "fixture.R"))
cases <- expand.grid(
  t = c(-1e5, -50, -20, -10, -4, -2, -1, -0.3, -1e-3, 0, 0.01, 0.7, 1.5, 3),
  df = c(0.4, 1, 2, 3.7, 10, 29.5, 100, 1999, 2001, 1e4, 1e6)
)
cases$p <- pt(cases$t, cases$df)
writeFixture("t-distribution", c(), list(cases = cases[cases$p > 1e-290, ]))
