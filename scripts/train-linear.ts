// Trains a sparse multinomial logistic regression by stochastic gradient descent (AdaGrad).
// Deterministic: the same rows in give the same weights out.

/** One example: hashed features with values, and the classes that are right (the first the best). */
export type Example = {
  readonly hash: Int32Array
  readonly value: Float32Array
  readonly classes: readonly number[]
}

export type TrainOptions = {
  readonly classes: number
  readonly epochs: number
  /** Learning rate of AdaGrad. */
  readonly rate: number
  /** Weight decay per update, relative to the rate. */
  readonly decay: number
  /** Features seen in fewer examples than this are left out. */
  readonly seenMin: number
}

export type LinearWeights = {
  readonly index: ReadonlyMap<number, number>
  readonly weights: Float32Array
  readonly classes: number
}

/** Share of an example's target that goes to the accepted reasons besides the best. */
const ACCEPTED_SHARE = 0.35

export function trainLinear(examples: readonly Example[], options: TrainOptions): LinearWeights {
  const index = indexFeatures(examples, options.seenMin)
  const { classes } = options
  const weights = new Float32Array(index.size * classes)
  const squares = new Float32Array(index.size * classes).fill(1e-3)
  const rows = examples.map((example) => Int32Array.from(example.hash, (h) => index.get(h) ?? -1))
  const random = createRandom(42)
  const order = examples.map((_, i) => i)
  const logits = new Float64Array(classes)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const example = examples[at] as Example
      const row = rows[at] as Int32Array
      scoreRow(weights, row, example.value, classes, logits)
      gradient(logits, example.classes)
      update(weights, squares, row, example.value, logits, options)
    }
  }
  return { index, weights, classes }
}

/** Logits of one example. */
export function scoreExample(model: LinearWeights, example: Example, logits: Float64Array): void {
  const row = Int32Array.from(example.hash, (h) => model.index.get(h) ?? -1)
  scoreRow(model.weights, row, example.value, model.classes, logits)
}

function indexFeatures(examples: readonly Example[], seenMin: number): Map<number, number> {
  const seen = new Map<number, number>()
  for (const example of examples) {
    for (const hash of new Set(example.hash)) seen.set(hash, (seen.get(hash) ?? 0) + 1)
  }
  const index = new Map<number, number>()
  for (const [hash, count] of seen) if (count >= seenMin) index.set(hash, index.size)
  return index
}

function scoreRow(
  weights: Float32Array, row: Int32Array, value: Float32Array, classes: number, logits: Float64Array,
): void {
  logits.fill(0)
  for (let i = 0; i < row.length; i++) {
    const feature = row[i] as number
    if (feature < 0) continue
    const base = feature * classes
    const v = value[i] as number
    for (let c = 0; c < classes; c++) logits[c] = (logits[c] as number) + (weights[base + c] as number) * v
  }
}

/** Turns logits into the gradient of the cross entropy, in place. */
function gradient(logits: Float64Array, right: readonly number[]): void {
  let top = -Infinity
  for (const logit of logits) if (logit > top) top = logit
  let sum = 0
  for (let c = 0; c < logits.length; c++) sum += logits[c] = Math.exp((logits[c] as number) - top)
  for (let c = 0; c < logits.length; c++) logits[c] = (logits[c] as number) / sum
  const others = right.length - 1
  right.forEach((c, i) => {
    const share = others === 0 ? 1 : i === 0 ? 1 - ACCEPTED_SHARE : ACCEPTED_SHARE / others
    logits[c] = (logits[c] as number) - share
  })
}

function update(
  weights: Float32Array, squares: Float32Array, row: Int32Array, value: Float32Array,
  slope: Float64Array, options: TrainOptions,
): void {
  const { classes, rate, decay } = options
  for (let i = 0; i < row.length; i++) {
    const feature = row[i] as number
    if (feature < 0) continue
    const base = feature * classes
    const v = value[i] as number
    for (let c = 0; c < classes; c++) {
      const at = base + c
      const g = (slope[c] as number) * v + decay * (weights[at] as number)
      squares[at] = (squares[at] as number) + g * g
      weights[at] = (weights[at] as number) - (rate * g) / Math.sqrt(squares[at] as number)
    }
  }
}

/** Mulberry32: small, fast, the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swap = list[i] as number
    list[i] = list[j] as number
    list[j] = swap
  }
}
