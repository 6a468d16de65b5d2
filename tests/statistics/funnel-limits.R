source(file.path("tests", "statistics", "fixture.R"))
cases <- merge(expand.grid(n = c(1, 30, 55, 1000), target = c(0.02, 0.5, 0.97), tau2 = c(0, 0.004)), data.frame(level = c(0.95, 0.998)))
angles <- function(sign) asin(sqrt(cases$target)) + sign * qnorm((1 + cases$level) / 2) * sqrt(1 / (4 * cases$n) + cases$tau2)
proportion <- function(angle) sin(pmin(pmax(angle, 0), pi / 2))^2
cases$lower <- proportion(angles(-1))
cases$upper <- proportion(angles(1))
means <- merge(expand.grid(target = c(-2.4, 0, 31), se = c(0, 0.3, 4), tau2 = c(0, 0.04)), data.frame(level = c(0.95, 0.998)))
margin <- qnorm((1 + means$level) / 2) * sqrt(means$se^2 + means$tau2)
means$lower <- means$target - margin
means$upper <- means$target + margin
writeFixture("funnel-limits", c(), list(proportions = cases, means = means))
