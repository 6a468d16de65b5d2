source(file.path("tests", "statistics", "fixture.R"))
set.seed(4)
A <- crossprod(matrix(rnorm(60), 12, 5))
S <- c(1, 3, 4)
R <- c(2, 5)
writeFixture("sweep", c(), list(matrix = A, inverse = solve(A[S, S]), coefficients = solve(A[S, S], A[S, R]),
  complement = A[R, R] - A[R, S] %*% solve(A[S, S], A[S, R]), determinant = det(A[S, S])))
