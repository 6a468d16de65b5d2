source(file.path("tests", "statistics", "fixture.R"))
winsorise <- function(x, share) {
  q <- quantile(x, c(share, 1 - share), names = FALSE)
  pmin(pmax(x, q[1]), q[2])
}
overDispersion <- function(z, se, share) {
  k <- length(z)
  phi <- mean(winsorise(z, share)^2)
  w <- 1 / se^2
  list(z = z, se = se, share = share, phi = phi, tau2 = max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w))))
}
set.seed(2)
n <- c(31, 45, 60, 88, 140, 205, 300, 33, 52, 410)
se <- 1 / (2 * sqrt(n))
wide <- rnorm(10, 0, sqrt(se^2 + 0.1^2)) / se
cases <- list(overDispersion(wide, se, 0.1), overDispersion(wide, se, 0), overDispersion(rnorm(10) / 3, se, 0.1), overDispersion(c(-2, 3), c(0.2, 0.1), 0.1))
# about the mean weighted by precision and without winsorising it is the estimator of DerSimonian and Laird
y <- rnorm(10, 0.5, sqrt(se^2 + 0.1^2))
mean <- weighted.mean(y, 1 / se^2)
pooled <- list(z = (y - mean) / se, se = se, tau2 = metafor::rma(y, se^2, method = "DL")$tau2)
writeFixture("over-dispersion", c("metafor"), list(cases = cases, pooled = pooled))
