source(file.path("tests", "statistics", "fixture.R"))
set.seed(5)
# a mean, a difference of means and a proportion over sessions clustered in patients, by the sandwich of a linear model
study <- function(clusters, p) {
  cluster <- rep(seq_len(clusters), times = sample(1:6, clusters, TRUE))
  level <- rnorm(clusters)[cluster]
  list(cluster = cluster, x = 4 + level + rnorm(length(cluster)), group = sample(0:1, length(cluster), TRUE), yes = as.numeric(rnorm(length(cluster)) + 1.5 * level < qnorm(p)))
}
se <- function(model, cluster, at) sqrt(diag(sandwich::vcovCL(model, cluster, type = "HC0", cadjust = TRUE))[[at]])
squares <- function(residual, cluster) sum(tapply(residual, cluster, sum)^2)
cases <- lapply(list(study(8, 0.3), study(60, 0.1), study(300, 0.5)), function(s) {
  n <- length(s$x); clusters <- length(unique(s$cluster)); t <- qt(0.975, clusters - 1)
  difference <- coef(lm(x ~ group, s))[[2]]
  weight <- ifelse(s$group == 1, 1 / sum(s$group == 1), -1 / sum(s$group == 0))
  p <- mean(s$yes); count <- sum(s$yes)
  pse <- se(lm(yes ~ 1, s), s$cluster, 1)
  effective <- min(n, p * (1 - p) / pse^2 * (qt(0.975, n - 1) / t)^2)
  list(
    mean = list(estimate = mean(s$x), clusters = clusters, squares = squares(s$x - mean(s$x), s$cluster) / n^2,
      se = se(lm(x ~ 1, s), s$cluster, 1)),
    difference = list(estimate = difference, clusters = clusters,
      squares = squares((s$x - ave(s$x, s$group)) * weight, s$cluster), se = se(lm(x ~ group, s), s$cluster, 2)),
    t = t,
    proportion = list(count = count, n = n, clusters = clusters, squares = squares(s$yes - p, s$cluster)),
    lower = qbeta(0.025, p * effective, effective * (1 - p) + 1),
    upper = qbeta(0.975, p * effective + 1, effective * (1 - p)))
})
writeFixture("cluster-interval", c("sandwich"), list(cases = cases))
