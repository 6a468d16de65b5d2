source(file.path("tests", "statistics", "fixture.R"))
cases <- data.frame(count = c(0, 1, 1, 3, 5, 11, 40, 99, 100, 1234), n = c(5, 1, 12, 10, 10, 37, 80, 100, 100, 98765))
cases <- merge(cases, data.frame(level = c(0.8, 0.95, 0.998)))
intervals <- mapply(function(count, n, level) suppressWarnings(prop.test(count, n, conf.level = level, correct = FALSE)$conf.int),
  cases$count, cases$n, cases$level)
cases$lower <- intervals[1, ]
cases$upper <- intervals[2, ]
writeFixture("wilson-interval", c(), list(cases = cases))
