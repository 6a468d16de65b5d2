source(file.path("tests", "statistics", "fixture.R"))
icc <- function(y, cluster, level = 0.95) {
  m <- anova(aov(y ~ cluster))
  ms <- m$`Mean Sq`
  df <- m$Df
  n <- as.numeric(table(cluster))
  n0 <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1)
  rho <- function(f) max(0, (f - 1) / (f + n0 - 1))
  f <- ms[1] / ms[2]
  list(clusters = data.frame(n = n, sum = as.numeric(tapply(y, cluster, sum)), sumSquares = as.numeric(tapply(y^2, cluster, sum))), level = level,
    estimate = rho(f), lower = rho(f / qf((1 + level) / 2, df[1], df[2])), upper = rho(f / qf((1 - level) / 2, df[1], df[2])))
}
simulated <- function(n, between, within) {
  cluster <- factor(rep(seq_along(n), n))
  list(y = rnorm(length(n), 0, between)[cluster] + rnorm(sum(n), -2, within), cluster = cluster)
}
set.seed(3)
unequal <- simulated(c(12, 40, 3, 25, 60, 1, 18), 0.8, 2)
apart <- simulated(c(20, 31, 7), 3, 1)
none <- simulated(rep(15, 6), 0, 1)
yes <- simulated(c(30, 44, 52, 61, 35), 0.6, 1)
cases <- list(icc(unequal$y, unequal$cluster), icc(unequal$y, unequal$cluster, 0.8), icc(apart$y, apart$cluster), icc(none$y, none$cluster), icc(as.numeric(yes$y > -2), yes$cluster))
# equal clusters: the analysis of variance and restricted maximum likelihood agree
equal <- simulated(rep(25, 12), 1, 2)
fit <- lme4::lmer(y ~ 1 + (1 | cluster), data = equal)
v <- as.data.frame(lme4::VarCorr(fit))$vcov
reml <- c(icc(equal$y, equal$cluster), reml = v[1] / sum(v))
# three values of each patient, of whom each cluster has 40: nested effects, by mean squares as by restricted maximum likelihood
nested <- data.frame(cluster = factor(rep(1:15, each = 120)), patient = factor(rep(1:600, each = 3)))
nested$y <- rnorm(15, 0, 0.7)[nested$cluster] + rnorm(600, 0, 1)[nested$patient] + rnorm(1800)
ofCluster <- ave(nested$y, nested$cluster); ofPatient <- ave(nested$y, nested$patient)
ms <- c(sum((ofCluster - mean(nested$y))^2) / 14, sum((ofPatient - ofCluster)^2) / 585, sum((nested$y - ofPatient)^2) / 1200)
components <- c((ms[1] - ms[2]) / 120, (ms[2] - ms[3]) / 3, ms[3])
r <- nested$y - ave(nested$y, nested$cluster)
products <- sum(tapply(r, nested$patient, function(x) (sum(x)^2 - sum(x^2)) / 2))
within <- sum(r^2) / (1800 - 15)
D <- 1 + 2 * products / within / 1800
m <- anova(aov(y ~ cluster, nested))
n0 <- 120
f <- m$`Mean Sq`[1] / m$`Mean Sq`[2] / D
rho <- function(f) max(0, (f - 1) / (f - 1 + n0 / D))
repeated <- list(clusters = data.frame(n = 120, sum = as.numeric(tapply(nested$y, nested$cluster, sum)), sumSquares = as.numeric(tapply(nested$y^2, nested$cluster, sum))), designEffect = D,
  estimate = rho(f), lower = rho(f / qf(0.975, m$Df[1], m$Df[2])), upper = rho(f / qf(0.025, m$Df[1], m$Df[2])), nested = components[1] / sum(components))
writeFixture("intraclass-correlation", c("lme4"), list(cases = cases, equal = reml, repeated = repeated))
