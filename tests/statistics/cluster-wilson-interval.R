source(file.path("tests", "statistics", "fixture.R"))
case <- function(seed, clusters, p, level) {
  set.seed(seed)
  cluster <- rep(seq_len(clusters), times = sample(1:4, clusters, TRUE))
  x <- as.numeric(rnorm(length(cluster)) + 1.5 * rnorm(clusters)[cluster] < 1.8 * qnorm(p))
  n <- length(x)
  mean <- sum(x) / n
  deff <- if (mean %in% 0:1) sum(table(cluster)^2) / n else max(1, sum(tapply(x - mean, cluster, sum)^2) / sum((x - mean)^2))
  pairs <- outer(cluster, cluster, "==") & upper.tri(diag(n))
  yes <- outer(x, x, "+")
  limits <- prop.test(sum(x) / deff, n / deff, conf.level = level, correct = FALSE)$conf.int
  list(level = level, count = sum(x), n = n, pairs = list(both = sum(pairs & yes == 2), one = sum(pairs & yes == 1), neither = sum(pairs & yes == 0)), lower = limits[1], upper = limits[2])
}
cases <- list(case(1, 30, 0.3, 0.95), case(2, 200, 0.1, 0.95), case(3, 200, 0.6, 0.9), case(4, 40, 1e-9, 0.95), case(5, 12, 0.5, 0.95))
writeFixture("cluster-wilson-interval", character(), list(cases = cases))
