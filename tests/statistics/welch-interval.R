source(file.path("tests", "statistics", "fixture.R"))
set.seed(9)
pairs <- list(list(c(3, 7), c(1, 2)), list(c(6, 4, 5, 8), rnorm(30, 5, 2)), list(rnorm(900, 40, 20), rnorm(2500, 30, 12)), list(c(5, 5, 5), c(1, 2, 4)))
cases <- lapply(pairs, function(pair) {
  a <- pair[[1]]; b <- pair[[2]]; test <- t.test(a, b)
  list(a = list(n = length(a), mean = mean(a), sd = sd(a)), b = list(n = length(b), mean = mean(b), sd = sd(b)),
    df = test$parameter[[1]], lower = test$conf.int[1], upper = test$conf.int[2])
})
writeFixture("welch-interval", c(), list(cases = cases))
