# Clinics and therapists against their case mix, from made-up episodes: glm and lm, and the formulas of the funnel.
# Run from the top of the repository; writes tests/questions/variation.json.
source(file.path("tests", "statistics", "fixture.R"))
set.seed(11)
n <- 420
episode <- data.frame(
  patient = c(1:400, 1:20),
  condition = sample(c("knee-pain", "low-back-pain"), n, TRUE, c(0.6, 0.4)),
  chronicity = sample(c("acute", "chronic"), n, TRUE),
  sex = sample(c("female", "male", "not-recorded"), n, TRUE, c(0.45, 0.4, 0.15)),
  age = sample(c("20-29", "30-39", "40-49"), n, TRUE),
  therapist = sample(sprintf("t%d", 1:9), n, TRUE, c(5, 5, 6, 7, 8, 9, 4, 5, 2)),
  first = sample(3:9, n, TRUE)
)
# twenty patients come back with another episode, to whom they know
episode$therapist[401:420] <- episode$therapist[1:20]
episode$clinic <- c("Birch", "Birch", "ash", "ash", "Cedar", "Cedar", "Dogwood", "Dogwood", "Dogwood")[as.integer(substr(episode$therapist, 2, 2))]
shift <- c(t1 = 0, t2 = 0.4, t3 = -1.2, t4 = 0, t5 = 0.3, t6 = 0, t7 = 0.9, t8 = 0, t9 = 0)
noise <- rnorm(n, 0, 2)
noise[401:420] <- 0.8 * noise[1:20] + 0.6 * noise[401:420]
change <- -1 - 0.3 * (episode$first - 5) + 0.8 * (episode$chronicity == "chronic") + 0.4 * (episode$condition == "knee-pain") + shift[episode$therapist] + noise
episode$last <- pmin(10, pmax(0, round(episode$first + change)))
episode$last[runif(n) < 0.12] <- NA
episode$responded <- as.numeric(!is.na(episode$last) & (episode$first - episode$last) * 100 >= 30 * episode$first)
episode$b <- episode$first / 10 - 0.5

logistic <- glm(responded ~ condition + chronicity + sex + age + b + I(b^2), binomial, episode, control = list(epsilon = 1e-14, maxit = 100))
followed <- episode[!is.na(episode$last), ]
linear <- lm(last - first ~ condition + chronicity + sex + age + b + I(b^2), followed)

winsorise <- function(x) {
  q <- quantile(x, c(0.1, 0.9), names = FALSE)
  pmin(pmax(x, q[1]), q[2])
}
correlation <- function(residual, unit, D) {
  m <- anova(aov(residual ~ factor(unit)))
  size <- as.numeric(table(unit))
  n0 <- (sum(size) - sum(size^2) / sum(size)) / (length(size) - 1)
  f <- m$`Mean Sq`[1] / m$`Mean Sq`[2] / D
  rho <- function(f) max(0, (f - 1) / (f - 1 + n0 / D))
  list(estimate = rho(f), lower = rho(f / qf(0.975, m$Df[1], m$Df[2])), upper = rho(f / qf(0.025, m$Df[1], m$Df[2])))
}
# pairs of episodes of one patient under one unit, how alike they are, and what that does to the variance of a unit
repeats <- function(residual, unit, patient) {
  centred <- residual - ave(residual, unit)
  at <- which(outer(patient, patient, "==") & outer(unit, unit, "==") & upper.tri(diag(length(unit))), arr.ind = TRUE)
  rho <- max(0, mean(centred[at[, 1]] * centred[at[, 2]]) / (sum(centred^2) / (length(unit) - length(unique(unit)))))
  pairs <- as.numeric(table(factor(unit[at[, 1]], levels = names(table(unit)))))
  list(rho = rho, designEffect = 1 + 2 * rho * nrow(at) / length(unit), effect = 1 + 2 * rho * pairs / as.numeric(table(unit)))
}
funnel <- function(y, expected, unit, patient, sd, to) {
  mean <- function(x) as.numeric(tapply(x, unit, base::mean))
  size <- as.numeric(table(unit))
  observed <- mean(y)
  predicted <- mean(expected)
  plotted <- size >= 30
  repeated <- repeats(y - expected, unit, patient)
  z <- ((to(observed) - to(predicted)) / (sd * sqrt(repeated$effect / size)))[plotted]
  w <- (size / repeated$effect)[plotted] / sd^2
  k <- sum(plotted)
  phi <- base::mean(winsorise(z)^2)
  tau2 <- max(0, (k * phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
  list(overall = base::mean(y), phi = phi, tau2 = tau2, correlation = correlation(y - expected, unit, repeated$designEffect), repeated = repeated[c("rho", "designEffect")],
    units = data.frame(unit = names(table(unit)), n = size), points = data.frame(unit = names(table(unit))[plotted], observed = observed[plotted], expected = predicted[plotted], z = z))
}
arcsine <- function(p) asin(sqrt(p))
plain <- function(x) x
sd <- summary(linear)$sigma
content <- list(versions = list(R = as.character(getRversion())),
  episodes = data.frame(episode[c("patient", "condition", "chronicity", "sex", "age", "clinic", "therapist", "first", "last")]),
  clinics = list(response = funnel(episode$responded, fitted(logistic), episode$clinic, episode$patient, 0.5, arcsine),
    change = funnel(followed$last - followed$first, fitted(linear), followed$clinic, followed$patient, sd, plain)),
  therapists = list(response = funnel(episode$responded, fitted(logistic), episode$therapist, episode$patient, 0.5, arcsine),
    change = funnel(followed$last - followed$first, fitted(linear), followed$therapist, followed$patient, sd, plain)))
writeLines(json(content), file.path("tests", "questions", "variation.json"))
