source(file.path("tests", "statistics", "fixture.R"))
cases <- expand.grid(p = c(1e-12, 1e-6, 0.001, 0.005, 0.025, 0.1, 0.25, 0.45, 0.55, 0.75, 0.9, 0.975, 0.995, 0.9995),
  df = c(0.5, 1, 1.5, 2, 3, 3.7, 5, 9, 17.3, 29, 60, 240, 1999, 2001, 1e4, 1e6))
# qt is itself less accurate than the tolerance for some df: Newton steps on pt, of which the last change nothing
cases$t <- mapply(function(p, df) {
  t <- qt(p, df)
  for (i in 1:4) t <- t - if (p < 0.5) (pt(t, df) - p) / dt(t, df) else -(pt(t, df, lower.tail = FALSE) - (1 - p)) / dt(t, df)
  t
}, cases$p, cases$df)
writeFixture("t-quantile", c(), list(cases = cases))
