source(file.path("tests", "statistics", "fixture.R"))
set.seed(11)
samples <- list(
  list(y = c(3, 7, 5), w = c(1, 1, 1)),
  list(y = sample(0:10, 40, TRUE), w = 1 / runif(40, 0.1, 1)),
  list(y = rnorm(2000, 40, 15), w = exp(rnorm(2000))),
  list(y = -rexp(300, 0.1), w = 1 + rexp(300)),
  list(y = rep(4, 12), w = seq(1, 2, length.out = 12))
)
cases <- lapply(samples, function(sample) {
  y <- sample$y; w <- sample$w; m <- sum(w)^2 / sum(w^2)
  fit <- lm(y ~ 1, weights = w)
  se <- if (sd(y) == 0) 0 else sqrt(sandwich::vcovHC(fit, type = "HC0")[1, 1] * m / (m - 1))
  list(n = length(y), sums = list(weights = sum(w), squares = sum(w^2), scores = sum(w * y), squareScores = sum(w^2 * y), squareProducts = sum(w^2 * y^2)),
    mean = unname(coef(fit)), se = se, lower = unname(coef(fit)) - qt(0.975, m - 1) * se, upper = unname(coef(fit)) + qt(0.975, m - 1) * se, effectiveN = m)
})
writeFixture("hajek-mean", "sandwich", list(cases = cases))
