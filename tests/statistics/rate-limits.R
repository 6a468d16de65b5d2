source(file.path("tests", "statistics", "fixture.R"))
set.seed(12)
case <- function(n, count, sizes) {
  p <- sum(count) / sum(n)
  reach <- 3 * sqrt(p * (1 - p) / sizes)
  list(baseline = data.frame(count = count, n = n), sizes = sizes, centre = p, lower = pmax(0, p - reach), upper = pmin(1, p + reach))
}
n <- sample(11:120, 12)
few <- c(14, 30, 12)
proportions <- list(
  case(n, rbinom(12, n, 0.62), c(11, 40, 90, 500)),
  case(few, c(1, 0, 1), c(12, 13, 400)),
  case(few, c(14, 29, 12), c(12, 13, 400))
)
clustered <- function(n, size, rate, sizes) {
  groups <- lapply(n, function(units) rnbinom(units, size = size, mu = rate))
  u <- sum(unlist(groups)) / sum(n)
  reach <- 3 * sqrt(sum((n - 1) * sapply(groups, var)) / sum(n - 1) / sizes)
  list(baseline = data.frame(count = sapply(groups, sum), squares = sapply(groups, function(g) sum(g^2)), n = n), sizes = sizes, centre = u, lower = pmax(0, u - reach), upper = u + reach)
}
counts <- list(clustered(n, 0.4, 0.6, c(11, 40, 90, 500)), clustered(few, 1e6, 2, c(12, 400)), clustered(few, 0.2, 0.3, c(12, 400)))
writeFixture("rate-limits", c(), list(proportions = proportions, counts = counts))
