source(file.path("tests", "statistics", "fixture.R"))
# deaths a day of women over 80 in The Times, 1910 to 1912, as two Poisson distributions: the example of Varadhan and Roland. Plain EM, to its end
days <- c(162, 267, 271, 185, 111, 61, 27, 8, 3, 1)
count <- 0:9
step <- function(p) {
  one <- p[1] * exp(-p[2]) * p[2]^count
  share <- one / (one + (1 - p[1]) * exp(-p[3]) * p[3]^count)
  c(sum(days * share) / sum(days), sum(days * count * share) / sum(days * share), sum(days * count * (1 - share)) / sum(days * (1 - share)))
}
p <- c(0.3, 1, 2.5)
for (i in 1:50000) p <- step(p)
writeFixture("squarem", c(), list(days = days, start = c(0.3, 1, 2.5), fixedPoint = p))
