source(file.path("tests", "statistics", "fixture.R"))
set.seed(15)
case <- function(df) {
  covariance <- crossprod(matrix(rnorm(df * (df + 3)), df + 3)) * 2
  scores <- rnorm(df, 1, 3)
  statistic <- drop(scores %*% solve(covariance, scores))
  list(scores = as.list(scores), covariance = covariance, statistic = statistic, p = pchisq(statistic, df, lower.tail = FALSE))
}
writeFixture("score-test", c(), list(cases = lapply(c(1, 2, 3, 5), case)))
