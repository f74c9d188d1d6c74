// The one-sided binomial test: whether so many successes can be chance.

export type BinomialQuestion = {
  readonly successes: number
  readonly trials: number
  /** The usual rate of success, above 0 and below 1. */
  readonly rate: number
  readonly chanceMax: number
}

/** True where the chance of that many successes or more is below `chanceMax`. */
export function isBeyondChance(
  { successes, trials, rate, chanceMax }: BinomialQuestion,
): boolean {
  return upperTail(successes, trials, rate) < chanceMax
}

/**
 * P(X ≥ successes) of a binomial distribution; exact up to rounding above the mean, where the terms
 * fall at least geometrically; 1 at or below the mean, where nobody asks.
 */
export function upperTail(successes: number, trials: number, rate: number): number {
  if (successes <= 0 || successes <= trials * rate) return 1
  if (successes > trials) return 0
  if (rate >= 1) return 1
  if (rate <= 0) return 0
  let term = Math.exp(
    logChoose(trials, successes) + successes * Math.log(rate) +
    (trials - successes) * Math.log1p(-rate))
  let sum = 0
  const odds = rate / (1 - rate)
  for (let k = successes; k <= trials && term > sum * 1e-12; k++) {
    sum += term
    term *= ((trials - k) / (k + 1)) * odds
  }
  return Math.min(1, sum)
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/** Stirling's series above a small table's worth of products; 1e-10 of relative error. */
function logFactorial(n: number): number {
  if (n < 16) {
    let product = 1
    for (let k = 2; k <= n; k++) product *= k
    return Math.log(product)
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 +
    1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
}
