source(file.path("tests", "statistics", "fixture.R"))
winsorise <- function(x, share) {
  q <- quantile(x, c(share, 1 - share), names = FALSE)
  pmin(pmax(x, q[1]), q[2])
}
set.seed(1)
inputs <- list(c(3.5, 1), round(rnorm(7), 3), c(1, 1, 2, 2, 9, -4), rt(40, 2))
cases <- lapply(inputs, function(x) lapply(c(0, 0.1, 0.25), function(share) list(x = x, share = share, winsorised = winsorise(x, share))))
writeFixture("winsorise", c(), list(cases = unlist(cases, recursive = FALSE)))
