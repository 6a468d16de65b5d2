source(file.path("tests", "statistics", "fixture.R"))
library(emmeans)
set.seed(14)
case <- function(sizes, level) {
  group <- factor(rep(seq_along(sizes), sizes))
  x <- round(rnorm(length(group), 5 + as.numeric(group) / 4, 1.5))
  y <- -0.6 * x + as.numeric(group) / 3 + rnorm(length(group))
  fit <- lm(y ~ group + x)
  means <- summary(emmeans(fit, "group", at = list(x = mean(x)), level = level))
  sums <- do.call(rbind, lapply(split(data.frame(x, y), group), function(part) with(part, data.frame(n = length(x), meanX = mean(x), meanY = mean(y),
    sxx = sum((x - mean(x))^2), sxy = sum((x - mean(x)) * (y - mean(y))), syy = sum((y - mean(y))^2)))))
  list(level = level, groups = sums, slope = unname(coef(fit)["x"]), df = fit$df.residual,
    estimate = means$emmean, lower = means$lower.CL, upper = means$upper.CL)
}
writeFixture("adjusted-means", c("emmeans"), list(cases = list(case(c(40, 25, 12), 0.95), case(c(3, 2), 0.9), case(c(300, 11, 90, 45, 200), 0.998))))
