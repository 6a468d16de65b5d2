source(file.path("tests", "statistics", "fixture.R"))
# values of which some share a cluster, as distances from their mean
case <- function(seed, n, pull) {
  set.seed(seed)
  cluster <- sample(ceiling(n * 0.6), n, TRUE)
  r <- rnorm(n) + pull * rnorm(n)[cluster]
  r <- r - mean(r)
  pairs <- which(outer(cluster, cluster, "==") & upper.tri(diag(n)), arr.ind = TRUE)
  products <- sum(apply(pairs, 1, function(i) prod(r[i])))
  list(products = products, pairs = nrow(pairs), variance = var(r), correlation = min(1, max(0, products / nrow(pairs) / var(r))))
}
writeFixture("pairwise-correlation", c(), list(cases = list(case(1, 40, 1), case(2, 300, 0.5), case(3, 60, 0))))
