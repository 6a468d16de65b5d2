source(file.path("tests", "statistics", "fixture.R"))
cases <- data.frame(proportion = c(0, 1e-6, 0.01, 0.25, 0.5, 0.731, 0.999, 1))
cases$angle <- asin(sqrt(cases$proportion))
writeFixture("arcsine", c(), list(cases = cases))
