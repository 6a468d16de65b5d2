source(file.path("tests", "statistics", "fixture.R"))
cases <- rbind(
  expand.grid(p = c(0.005, 0.025, 0.3, 0.975, 0.995), a = c(0.5, 1, 3, 10.4, 85, 1254), b = c(1, 2.7, 30, 900, 11000)),
  data.frame(p = 1e-6, a = c(1, 5, 40), b = c(3, 50, 4000)))
# qbeta stops before the last digits: Newton steps on pbeta
cases$x <- mapply(function(p, a, b) {
  x <- qbeta(p, a, b)
  for (i in 1:3) {
    step <- (pbeta(x, a, b) - p) / dbeta(x, a, b)
    if (is.finite(step) && x - step > 0 && x - step < 1) x <- x - step
  }
  x
}, cases$p, cases$a, cases$b)
cases$probability <- pbeta(cases$x * 0.9, cases$a, cases$b)
writeFixture("beta-quantile", c(), list(cases = cases))
