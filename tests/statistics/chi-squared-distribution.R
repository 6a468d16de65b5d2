source(file.path("tests", "statistics", "fixture.R"))
cases <- merge(data.frame(x = c(1e-6, 0.01, 0.5, 1, 2, 3.841458820694124, 7.5, 20, 60, 150, 700)), data.frame(df = c(1, 2, 3, 4, 5, 6, 9, 20, 51, 100)))
cases$p <- pchisq(cases$x, cases$df, lower.tail = FALSE)
writeFixture("chi-squared-distribution", c(), list(cases = cases))
