// Collects replaced text: pieces that are final, and plain text that waits until its words can be
// replaced together.

/** Characters of waiting text that can be looked at. */
const TAIL_CHARS = 20

/** Collects what is final, and plain text until its words can be replaced together. */
export class Output {
  private text = ''
  private plain = ''
  private last = ''
  private readonly finish: (plain: string) => string

  constructor(finish: (plain: string) => string) {
    this.finish = finish
  }

  add(final: string): void {
    this.flush()
    this.text += final
  }

  addPlain(text: string): void {
    this.plain += text
    this.last =
      text.length < TAIL_CHARS ? (this.last + text).slice(-TAIL_CHARS) : text.slice(-TAIL_CHARS)
  }

  /**
   * The end of the plain text that waits; taking it from the whole would flatten that each time.
   */
  tail(): string {
    return this.last
  }

  end(): string {
    this.flush()
    return this.text
  }

  private flush(): void {
    if (this.plain !== '') this.text += this.finish(this.plain)
    this.plain = this.last = ''
  }
}
