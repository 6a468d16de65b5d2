source(file.path("tests", "statistics", "fixture.R"))
cases <- data.frame(m1 = c(5.1, 0.3, 62, -2), v1 = c(3.2, 0.21, 400, 0), m2 = c(6.4, 0.45, 58.5, 1), v2 = c(2.1, 0.2475, 310, 4))
cases$expected <- with(cases, (m1 - m2) / sqrt((v1 + v2) / 2))
writeFixture("standardised-difference", c(), list(cases = cases))
