source(file.path("tests", "statistics", "fixture.R"))
cases <- data.frame(estimate = c(0.2, -0.25, 0.5), lower = c(0.05, -0.4, 0.3), upper = c(0.35, -0.1, 0.7))
ends <- mapply(function(l, u) sort(1 / abs(c(l, u))), cases$lower, cases$upper)
cases$needed <- 1 / abs(cases$estimate)
cases$from <- ends[1, ]
cases$to <- ends[2, ]
writeFixture("number-needed", c(), list(cases = cases))
