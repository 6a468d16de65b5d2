source(file.path("tests", "statistics", "fixture.R"))
set.seed(3)
samples <- list(c(3, 7), c(6, 4, 5, 8, 2, 6), round(rnorm(40, 5, 2)), rnorm(2500, 6.1, 1.7))
cases <- do.call(rbind, lapply(samples, function(x) do.call(rbind, lapply(c(0.8, 0.95, 0.998), function(level) {
  interval <- t.test(x, conf.level = level)$conf.int
  data.frame(n = length(x), mean = mean(x), sd = sd(x), level = level, lower = interval[1], upper = interval[2])
}))))
writeFixture("mean-interval", c(), list(cases = cases))
