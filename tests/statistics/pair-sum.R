source(file.path("tests", "statistics", "fixture.R"))
source(file.path("tests", "statistics", "comparison-data.R"))
suppressMessages({ library(sandwich); library(numDeriv) })
# scores of which a patient may have several, in either group
case <- function(seed, n) {
  d <- comparisonData(seed, n)
  d$patient <- sample(ceiling(n * 0.7), n, TRUE)
  d$y <- round(d$y + rnorm(n)[d$patient], 1)
  X <- designMatrix(d)
  key <- apply(X, 1, paste, collapse = " ")
  cell <- match(key, unique(key)) - 1
  at <- which(outer(d$patient, d$patient, "==") & upper.tri(diag(n)), arr.ind = TRUE)
  pairs <- lapply(seq_len(nrow(at)), function(k) { i <- at[k, 1]; j <- at[k, 2]; list(cells = c(cell[i], cell[j]), z = c(d$z[i], d$z[j]), y = c(d$y[i], d$y[j])) })
  fit <- lm(d$y ~ X + d$z - 1)
  meat <- crossprod(rowsum(estfun(fit) / (1 - hatvalues(fit)), d$patient)) / n
  ancova <- unname(sqrt(diag(sandwich(fit, meat. = meat)))[ncol(X) + 1])
  model <- glm(d$z ~ X - 1, binomial, control = list(epsilon = 1e-14, maxit = 100))
  e <- fitted(model)
  p <- ncol(X)
  equations <- function(theta) {
    e <- plogis(drop(X %*% theta[1:p]))
    cbind(X * (d$z - e), d$z * (1 - e) * (d$y - theta[p + 1]), (1 - d$z) * e * (d$y - theta[p + 2]))
  }
  theta <- c(coef(model), weighted.mean(d$y[d$z == 1], (1 - e)[d$z == 1]), weighted.mean(d$y[d$z == 0], e[d$z == 0]))
  bread <- solve(jacobian(function(t) colSums(equations(t)), theta))
  V <- bread %*% crossprod(rowsum(equations(theta) / (1 - hatvalues(model)), d$patient)) %*% t(bread)
  x <- split(d$y, 1 - d$z)
  side <- lapply(x, function(y) list(n = length(y), mean = mean(y), sd = sd(y)))
  u <- ifelse(d$z == 1, (d$y - side[[1]]$mean) / side[[1]]$n, -(d$y - side[[2]]$mean) / side[[2]]$n)
  welch <- t.test(x[[1]], x[[2]])
  m <- table(d$patient)
  se <- sqrt(welch$stderr^2 + sum(rowsum(u, d$patient)^2) - sum(u^2))
  df <- unname(welch$parameter) * (n / sum(m^2))
  margin <- qt(0.975, df) * se
  list(size = n, cells = sumsBy(X, d$y)$x, y = d$y, z = d$z, cell = cell, pairs = pairs, ancova = ancova, weighted = sqrt(V[p + 1, p + 1] + V[p + 2, p + 2] - 2 * V[p + 1, p + 2]),
    sides = unname(side), effective = n^2 / sum(m^2), welch = list(df = df, lower = unname(diff(rev(welch$estimate))) - margin, upper = unname(diff(rev(welch$estimate))) + margin))
}
set.seed(9)
both <- data.frame(x = rbinom(90, 1, 0.4)); both$y <- ifelse(runif(90) < 0.5, both$x, rbinom(90, 1, 0.6))
paired <- list(a = list(count = sum(both$x), n = 90), b = list(count = sum(both$y), n = 90),
  across = list(both = sum(both$x & both$y), first = sum(both$x & !both$y), second = sum(!both$x & both$y), neither = sum(!both$x & !both$y)), correlation = cor(both$x, both$y))
limits <- function(count) c(count / 90, prop.test(count, 90, correct = FALSE)$conf.int)
d <- list(limits(sum(both$x)), limits(sum(both$y)))
margin <- function(one, other) sqrt(one^2 - 2 * paired$correlation * one * other + other^2)
difference <- d[[1]][1] - d[[2]][1]
paired$difference <- c(difference, difference - margin(d[[1]][1] - d[[1]][2], d[[2]][3] - d[[2]][1]), difference + margin(d[[1]][3] - d[[1]][1], d[[2]][1] - d[[2]][2]))
writeFixture("pair-sum", c("sandwich", "numDeriv"), list(cases = list(case(41, 90), case(42, 400)), paired = paired))
