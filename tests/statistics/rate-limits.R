source(file.path("tests", "statistics", "fixture.R"))
set.seed(12)
case <- function(n, count, sizes) {
  p <- sum(count) / sum(n)
  reach <- 3 * sqrt(p * (1 - p) / sizes)
  countReach <- 3 * sqrt(p / sizes)
  list(baseline = data.frame(count = count, n = n), sizes = sizes, centre = p,
    lower = pmax(0, p - reach), upper = pmin(1, p + reach),
    countLower = pmax(0, p - countReach), countUpper = p + countReach)
}
n <- sample(11:120, 12)
few <- c(14, 30, 12)
writeFixture("rate-limits", c(), list(cases = list(
  case(n, rbinom(12, n, 0.62), c(11, 40, 90, 500)),
  case(few, c(1, 0, 1), c(12, 13, 400)),
  case(few, c(14, 29, 12), c(12, 13, 400))
)))
