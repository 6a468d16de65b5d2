source(file.path("tests", "statistics", "fixture.R"))
cases <- data.frame(count1 = c(56, 9, 5, 0, 10, 120), n1 = c(70, 10, 56, 10, 10, 240), count2 = c(48, 3, 0, 0, 0, 100), n2 = c(80, 10, 29, 20, 10, 260))
cases <- merge(cases, data.frame(level = c(0.9, 0.95)))
score <- function(count, n, level) suppressWarnings(prop.test(count, n, conf.level = level, correct = FALSE)$conf.int)
a <- mapply(score, cases$count1, cases$n1, cases$level)
b <- mapply(score, cases$count2, cases$n2, cases$level)
p1 <- cases$count1 / cases$n1
p2 <- cases$count2 / cases$n2
cases$estimate <- p1 - p2
cases$lower <- p1 - p2 - sqrt((p1 - a[1, ])^2 + (b[2, ] - p2)^2)
cases$upper <- p1 - p2 + sqrt((a[2, ] - p1)^2 + (p2 - b[1, ])^2)
writeFixture("newcombe-interval", c(), list(cases = cases))
