source(file.path("tests", "statistics", "fixture.R"))
# 32-bit arithmetic in doubles: halves of 16 bits keep the products exact
u32 <- function(x) x %% 2^32
mul <- function(a, b) u32(u32((a %/% 65536) * b) %% 65536 * 65536 + (a %% 65536) * b)
bits <- function(a, b, f) { high <- f(a %/% 65536, b %/% 65536); high * 65536 + f(a %% 65536, b %% 65536) }
xor32 <- function(a, b) bits(a, b, bitwXor)
or32 <- function(a, b) bits(a, b, bitwOr)
draw <- function(seed, n) {
  state <- u32(seed)
  sapply(seq_len(n), function(i) {
    state <<- u32(state + 0x6d2b79f5)
    mixed <- mul(xor32(state, state %/% 2^15), or32(state, 1))
    mixed <- xor32(mixed, u32(mixed + mul(xor32(mixed, mixed %/% 2^7), or32(mixed, 61))))
    (xor32(mixed, mixed %/% 2^14) + 0.5) / 2^32
  })
}
writeFixture("seeded-uniform", c(), list(cases = lapply(c(1, 7, 123456789, -3), function(seed) list(seed = seed, uniforms = draw(seed, 20)))))
