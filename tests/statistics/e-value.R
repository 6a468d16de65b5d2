source(file.path("tests", "statistics", "fixture.R"))
cases <- data.frame(d = c(0.5, -0.5, 0.1, 0, -1.2, 0.02), se = c(0.25, 0.1, 0.2, 0.3, 0.05, 0.001))
e <- function(rr) { rr <- ifelse(rr < 1, 1 / rr, rr); rr + sqrt(rr * (rr - 1)) }
lower <- exp(0.91 * cases$d - 1.78 * cases$se)
upper <- exp(0.91 * cases$d + 1.78 * cases$se)
cases$estimate <- e(exp(0.91 * cases$d))
cases$limit <- ifelse(lower <= 1 & upper >= 1, 1, ifelse(cases$d > 0, e(lower), e(upper)))
writeFixture("e-value", c(), list(cases = cases))
