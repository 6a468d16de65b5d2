source(file.path("tests", "statistics", "fixture.R"))
set.seed(13)
# members of the runs of at least `length` equal signs other than 0
long <- function(signs, length) {
  runs <- rle(signs)
  rep(runs$lengths >= length & runs$values != 0, runs$lengths)
}
case <- function(x, centre, reach) {
  away <- x - centre
  rising <- long(sign(diff(x)), 6)
  beyond <- ifelse(abs(away) > 2 / 3 * reach, sign(away), 0)
  near <- rep(FALSE, length(x))
  for (side in c(-1, 1)) for (start in seq_len(max(0, length(x) - 2))) {
    window <- start + 0:2
    hit <- window[beyond[window] == side]
    if (length(hit) >= 2) near[hit] <- TRUE
  }
  list(points = data.frame(value = x, centre = centre, reach = reach), outside = as.numeric(abs(away) > reach),
    shift = as.numeric(long(sign(away), 7)), trend = as.numeric(c(rising, FALSE) | c(FALSE, rising)), near = as.numeric(near))
}
cases <- list(
  case(rnorm(200), 0, 3),
  case(round(cumsum(rnorm(60)) * 2), 0, 6),
  case(c(rnorm(12, 5), rnorm(12, 6.5)), 5, 3),
  case(c(1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1, 0), 4, 20),
  case(runif(40, 0.2, 0.8), 0.5, 3 * sqrt(0.25 / sample(20:90, 40, TRUE)))
)
writeFixture("run-rules", c(), list(cases = cases))
