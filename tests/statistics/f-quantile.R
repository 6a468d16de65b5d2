source(file.path("tests", "statistics", "fixture.R"))
# qf loses digits near 0 and is chi-squared above 400,000 degrees of freedom; the beta quantile that it stands on does neither
quantile <- function(p, df1, df2) {
  x <- qbeta(p, df1 / 2, df2 / 2)
  y <- qbeta(p, df2 / 2, df1 / 2, lower.tail = FALSE)
  ifelse(x < 0.5, x / (1 - x), (1 - y) / y) * df2 / df1
}
cases <- expand.grid(p = c(1e-6, 0.001, 0.025, 0.3, 0.5, 0.9, 0.975, 0.999), df1 = c(1, 2, 3.7, 11, 60, 500), df2 = c(1, 4, 29.5, 200, 10000, 1e6))
cases$f <- quantile(cases$p, cases$df1, cases$df2)
plain <- cases$p >= 0.025 & cases$df2 < 4e5
stopifnot(all.equal(cases$f[plain], qf(cases$p, cases$df1, cases$df2)[plain], tolerance = 1e-8))
writeFixture("f-quantile", c(), list(cases = cases))
