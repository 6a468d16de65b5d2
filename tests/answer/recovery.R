# The adjusted curve of two conditions of the sample, from the file itself: nlme::gls by likelihood and by restricted likelihood, unstructured, over the
# sessions at which the dashboard can estimate one.
# Run from the top of the repository; writes tests/answer/recovery.json. Takes some minutes.
suppressMessages(library(nlme))
source(file.path("tests", "statistics", "fixture.R"))

read <- function() {
  rows <- read.csv(file.path("data", "sample", "sessions.csv"), colClasses = "character")
  bad <- jsonlite::fromJSON(file.path("data", "sample", "sessions.truth.json"))$badRows$line - 1
  rows <- rows[-bad, ]
  scored <- rows[rows$pain_before != "", ]
  data.frame(condition = scored$condition, id = scored$episode_id, session = as.integer(scored$session_number), y = as.numeric(scored$pain_before))
}

control <- function(opt) glsControl(opt = opt, maxIter = 1000, msMaxIter = 5000, tolerance = 1e-13, msTol = 1e-16)

# BFGS goes on from where nlminb stops short
unstructured <- function(long, method) {
  fit <- gls(y ~ 0 + factor(session), data = long, correlation = corSymm(form = ~ session | id), weights = varIdent(form = ~ 1 | session),
    method = method, control = control("nlminb"))
  for (again in 1:3) {
    correlations <- coef(fit$modelStruct$corStruct, unconstrained = FALSE)
    ratios <- coef(fit$modelStruct$varStruct, unconstrained = FALSE)
    fit <- gls(y ~ 0 + factor(session), data = long, correlation = corSymm(correlations, form = ~ session | id),
      weights = varIdent(ratios, form = ~ 1 | session), method = method, control = control("optim"))
  }
  fit
}

all <- read()
lastSessions <- c("shin-splints" = 9, "hip-pain" = 10)
cases <- lapply(names(lastSessions), function(condition) {
  lastSession <- lastSessions[[condition]]
  long <- all[all$condition == condition & all$session <= lastSession, ]
  long <- long[order(long$id, long$session), ]
  fitted <- function(method) {
    fit <- unstructured(long, method)
    list(means = unname(coef(fit)), standardErrors = unname(sqrt(diag(vcov(fit)))))
  }
  c(list(condition = condition), fitted("ML"), list(restricted = fitted("REML")))
})
versions <- list(R = as.character(getRversion()), nlme = as.character(packageVersion("nlme")))
writeLines(json(list(versions = versions, cases = cases)), file.path("tests", "answer", "recovery.json"))
