# The mean weighted by the chance to have stayed, for two conditions of the sample, from the file itself: a pooled logistic
# regression by glm, cumulated weights, and the robust standard error of sandwich.
# Run from the top of the repository; writes tests/answer/staying.json.
suppressMessages(library(sandwich))
source(file.path("tests", "statistics", "fixture.R"))

read <- function() {
  rows <- read.csv(file.path("data", "sample", "sessions.csv"), colClasses = "character")
  bad <- jsonlite::fromJSON(file.path("data", "sample", "sessions.truth.json"))$badRows$line - 1
  rows <- rows[-bad, ]
  scored <- rows[rows$pain_before != "", ]
  data.frame(condition = scored$condition, id = scored$episode_id, session = as.integer(scored$session_number), y = as.numeric(scored$pain_before))
}

# a row an episode scored at session 1 and each session up to its last score
followed <- function(long) {
  long <- long[order(long$id, long$session), ]
  long <- long[ave(long$session, long$id, FUN = min) == 1, ]
  long$baseline <- ave(long$y, long$id, FUN = function(y) y[1])
  following <- c(long$session[-1], NA)
  following[c(long$id[-1] != long$id[-nrow(long)], TRUE)] <- NA
  spells <- ifelse(is.na(following), 1, following - long$session)
  rows <- long[rep(seq_len(nrow(long)), spells), ]
  rows$at <- rows$session + sequence(spells) - 1
  rows$stayed <- rep(!is.na(following), spells)
  rows
}

curve <- function(rows) {
  counts <- table(factor(rows$at), rows$stayed)
  departing <- as.integer(rownames(counts))[pmin(counts[, 1], counts[, 2]) > 0]
  own <- as.integer(rownames(counts))[pmin(counts[, 1], counts[, 2]) >= 20]
  modelled <- rows[rows$at %in% departing, ]
  slopes <- sapply(own, function(session) modelled$y * (modelled$at == session))
  fit <- glm(stayed ~ factor(at) + y + slopes + baseline, binomial, data = modelled, control = glm.control(epsilon = 1e-14, maxit = 100))
  rows$chance <- 1
  rows$chance[rows$at %in% departing] <- fitted(fit)
  rows$weight <- exp(ave(-log(rows$chance), rows$id, FUN = function(x) cumsum(c(0, x[-length(x)]))))
  scored <- rows[rows$at == rows$session, ]
  lapply(sort(unique(scored$session)), function(session) {
    at <- scored[scored$session == session, ]
    m <- sum(at$weight)^2 / sum(at$weight^2)
    fit <- lm(y ~ 1, data = at, weights = weight)
    list(session = session, mean = unname(coef(fit)), se = sqrt(vcovHC(fit, type = "HC0")[1, 1] * m / (m - 1)), effectiveN = m)
  })
}

all <- read()
cases <- lapply(c("shin-splints", "hip-pain"), function(condition) list(condition = condition, points = curve(followed(all[all$condition == condition, ]))))
versions <- list(R = as.character(getRversion()), sandwich = as.character(packageVersion("sandwich")))
writeLines(json(list(versions = versions, cases = cases)), file.path("tests", "answer", "staying.json"))
