source(file.path("tests", "statistics", "fixture.R"))
counts <- list(c(0, 1), c(1, 1), c(0, 20), c(3, 20), c(20, 20), c(1, 1024), c(0, 7629), c(1463, 7629), c(2419, 11610))
cases <- do.call(rbind, lapply(counts, function(x) do.call(rbind, lapply(c(0.9, 0.95, 0.998), function(level) {
  interval <- binom.test(x[1], x[2], conf.level = level)$conf.int
  data.frame(count = x[1], n = x[2], level = level, lower = interval[1], upper = interval[2])
}))))
writeFixture("clopper-pearson-interval", c(), list(cases = cases))
