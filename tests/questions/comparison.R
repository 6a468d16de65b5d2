# Two protocols in two conditions, from made-up episodes: t.test, lm with sandwich, glm with the stacked equations, metafor; once with
# each episode of its own patient, once with several of a patient, whose influences are added up before they are squared.
# Run from the top of the repository; writes tests/questions/comparison.json.
source(file.path("tests", "statistics", "fixture.R"))
suppressMessages({ library(sandwich); library(numDeriv); library(metafor) })
set.seed(23)
n <- 500
episode <- data.frame(
  condition = sample(c("hip-pain", "knee-pain"), n, TRUE),
  chronicity = sample(c("acute", "chronic", "not-recorded"), n, TRUE, c(0.45, 0.45, 0.1)),
  clinic = sample(c("ash", "birch", "cedar"), n, TRUE),
  sex = sample(c("female", "male"), n, TRUE),
  age = sample(c("20-29", "30-39", "40-49"), n, TRUE),
  first = sample(3:9, n, TRUE)
)
episode$z <- rbinom(n, 1, plogis(-0.3 + 0.8 * (episode$clinic == "birch") - 0.7 * (episode$chronicity == "chronic") + 0.2 * (episode$first - 6)))
episode$clinic[episode$z == 1][1:12] <- "only here"
level <- 1 + 0.5 * episode$first - 0.6 * episode$z + 0.9 * (episode$chronicity == "chronic") + 0.4 * (episode$condition == "knee-pain") * episode$z
episode$last <- pmin(10, pmax(0, round(level + rnorm(n, sd = 1.6))))
episode$responded <- as.numeric((episode$first - episode$last) * 100 >= 30 * episode$first)

episode$patient <- sample(320, n, TRUE)

expectedBy <- function(patient) lapply(c("hip-pain", "knee-pain"), function(condition) {
  all <- cbind(episode, by = patient)
  all <- all[all$condition == condition, ]
  kept <- all[all$clinic != "only here", ]
  z <- kept$z
  ancova <- lm(last ~ first + chronicity + clinic + sex + age + z, kept)
  se <- sqrt(sandwich(ancova, meat. = crossprod(rowsum(estfun(ancova) / (1 - hatvalues(ancova)), kept$by)) / nrow(kept))["z", "z"])
  lost <- nrow(kept) - nrow(kept)^2 / sum(table(kept$by)^2)
  propensity <- glm(z ~ first + chronicity + clinic + sex + age, binomial, kept, control = list(epsilon = 1e-14, maxit = 100))
  X <- model.matrix(propensity)
  p <- ncol(X)
  e <- fitted(propensity)
  weighted <- function(y) {
    equations <- function(theta) {
      e <- plogis(drop(X %*% theta[1:p]))
      cbind(X * (z - e), z * (1 - e) * (y - theta[p + 1]), (1 - z) * e * (y - theta[p + 2]))
    }
    theta <- c(coef(propensity), weighted.mean(y[z == 1], (1 - e)[z == 1]), weighted.mean(y[z == 0], e[z == 0]))
    bread <- solve(jacobian(function(t) colSums(equations(t)), theta))
    V <- bread %*% crossprod(rowsum(equations(theta) / (1 - hatvalues(propensity)), kept$by)) %*% t(bread)
    c(theta[p + 1] - theta[p + 2], sqrt(V[p + 1, p + 1] + V[p + 2, p + 2] - 2 * V[p + 1, p + 2]))
  }
  limits <- function(estimate, se, q) c(estimate, estimate - q * se, estimate + q * se)
  score <- weighted(kept$last)
  share <- weighted(kept$responded)
  unit <- sqrt(mean(c(var(all$first[all$z == 1]), var(all$first[all$z == 0]))))
  welch <- t.test(all$last[all$z == 1], all$last[all$z == 0])
  means <- ave(all$last, all$z)
  u <- (all$last - means) * ifelse(all$z == 1, 1 / sum(all$z), -1 / sum(1 - all$z))
  difference <- unname(welch$estimate[1] - welch$estimate[2])
  unadjusted <- limits(difference, sqrt(welch$stderr^2 + sum(rowsum(u, all$by)^2) - sum(u^2)), qt(0.975, welch$parameter * nrow(all) / sum(table(all$by)^2)))
  side <- lapply(1:0, function(z) {
    x <- all$responded[all$z == z]
    m <- length(x)
    deff <- max(1, sum(rowsum(x - mean(x), all$by[all$z == z])^2) / sum((x - mean(x))^2))
    c(mean(x), prop.test(sum(x) / deff, m / deff, correct = FALSE)$conf.int)
  })
  centred <- (all$responded - ave(all$responded, all$z)) / sqrt(ave((all$responded - ave(all$responded, all$z))^2, all$z, FUN = sum))
  r <- sum(sapply(split(centred[all$z == 1], all$by[all$z == 1]), sum) * sapply(split(seq_along(centred), all$by), function(i) sum(centred[i][all$z[i] == 0]))[names(split(centred[all$z == 1], all$by[all$z == 1]))])
  apart <- function(one, other) sqrt(one^2 - 2 * r * one * other + other^2)
  gap <- side[[1]][1] - side[[2]][1]
  plain <- c(gap, gap - apart(side[[1]][1] - side[[1]][2], side[[2]][3] - side[[2]][1]), gap + apart(side[[1]][3] - side[[1]][1], side[[2]][1] - side[[2]][2]))
  list(condition = condition, n = c(sum(all$z), sum(1 - all$z)),
    unadjusted = unname(unadjusted), shares = side, plainResponse = plain,
    ancova = unname(limits(coef(ancova)["z"], se, qt(0.975, ancova$df.residual - lost))), ancovaSe = se,
    weighted = unname(limits(score[1], score[2], qnorm(0.975))), weightedSe = score[2],
    response = unname(limits(share[1], share[2], qnorm(0.975))),
    baseline = (mean(all$first[all$z == 1]) - mean(all$first[all$z == 0])) / unit)
})
expected <- expectedBy(seq_len(n))
clustered <- expectedBy(episode$patient)
pool <- function(expected, estimate, se) {
  fit <- rma(yi = sapply(expected, function(x) x[[estimate]][1]), sei = sapply(expected, function(x) x[[se]]), test = "adhoc", control = list(threshold = 1e-14, maxiter = 1000))
  c(fit$b, fit$ci.lb, fit$ci.ub, sqrt(fit$tau2), fit$I2 / 100, fit$QE)
}
versions <- lapply(setNames(nm = c("sandwich", "numDeriv", "metafor")), function(package) as.character(packageVersion(package)))
content <- list(versions = c(list(R = as.character(getRversion())), versions),
  episodes = as.list(episode[c("condition", "chronicity", "clinic", "sex", "age", "first", "z", "last", "patient")]),
  expected = expected, pooled = list(ancova = pool(expected, "ancova", "ancovaSe"), weighted = pool(expected, "weighted", "weightedSe")),
  clustered = clustered, clusteredPooled = list(ancova = pool(clustered, "ancova", "ancovaSe"), weighted = pool(clustered, "weighted", "weightedSe")))
writeLines(json(content), file.path("tests", "questions", "comparison.json"))
