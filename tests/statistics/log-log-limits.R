source(file.path("tests", "statistics", "fixture.R"))
cases <- merge(data.frame(estimate = c(0.001, 0.05, 0.3, 0.5, 0.77, 0.999), ratio = c(0.9, 0.3, 0.2, 0.1, 0.05, 0.0005)), data.frame(level = c(0.8, 0.95, 0.998)))
cases$se <- cases$estimate * cases$ratio
cases$lower <- NA
cases$upper <- NA
for (level in unique(cases$level)) {
  at <- cases$level == level
  limits <- survival:::survfit_confint(cases$estimate[at], cases$se[at], logse = FALSE, conf.type = "log-log", conf.int = level)
  cases$lower[at] <- limits$lower
  cases$upper[at] <- limits$upper
}
writeFixture("log-log-limits", "survival", list(cases = cases))
