// The shapes in which the writers of bounces and their wordings are written down as data.

/** What one language says in bounces; case, accents, width and line breaks do not matter. */
export type ReportWording = {
  /** BCP 47 tag. */
  readonly lang: string
  /** Parts of sentences and subjects that say a message did not arrive. */
  readonly failed: readonly string[]
  /** What is wrong with a recipient; says of an address in the same sentence that it failed. */
  readonly causes: readonly string[]
  /** … that it did not arrive yet and is still being tried. */
  readonly delayed: readonly string[]
  /** … that it arrived or was passed on. */
  readonly delivered: readonly string[]
  /** … that nobody tries any more: these outweigh what sounds like a delay. */
  readonly final: readonly string[]
  /** Subjects and first words of mail that is no report: absence notes, receipts, challenges. */
  readonly otherMail: readonly string[]
  /** Labels before a failed recipient. */
  readonly recipient: readonly string[]
  /** Labels and lines before a reply or a reason. */
  readonly reply: readonly string[]
  /** Labels before addresses that nothing failed for: sender, author, administrator. */
  readonly sender: readonly string[]
  /** Words before an address that one may write to. */
  readonly contact: readonly string[]
  /** Begin of the line after which the returned message stands; `$`: nothing else on the line. */
  readonly original: readonly string[]
}

/** One way to recognise a reporter: everything it names must be there. */
export type ReporterMark = {
  /** Any part of the From field. */
  readonly from?: string
  /** Any part of the decoded Subject. */
  readonly subject?: string
  /** Name of a header field (a final `-` stands for any ending), or `name: part of the value`. */
  readonly header?: string
  /** Begin of a line of the human part, after dashes, stars, bullets and the like. */
  readonly line?: string
  /** … a line that must not be there. */
  readonly unlessLine?: string
  /** Any part of a message/delivery-status part. */
  readonly machine?: string
}

/** How a reporter lays out recipients and replies; addresses first, in the order to try. */
export type Layout =
  /** `<address>:` and its text, up to the next such line (RFC-less, Dan Bernstein's QSBMF). */
  | { readonly shape: 'paragraph'; readonly colon?: boolean }
  /** An address alone on its line, its text on deeper lines below. */
  | { readonly shape: 'indented'; readonly after: readonly string[]; readonly local?: boolean }
  /** `Label: value` lines; a recipient's lines end where the next recipient begins. */
  | {
      readonly shape: 'labelled'
      readonly recipient: readonly string[]
      readonly original?: readonly string[]
      readonly reply?: readonly string[]
    }
  /** An address between two pieces of a sentence. */
  | { readonly shape: 'sentence'; readonly before: string; readonly after?: string }
  /** Addresses on the lines after a heading, whatever else stands on those lines. */
  | { readonly shape: 'listed'; readonly after: readonly string[]; readonly local?: boolean }
  /** An SMTP dialog: what was sent, what came back. */
  | { readonly shape: 'dialog' }
  /** `"name": "value"` pairs of a JSON text. */
  | { readonly shape: 'json'; readonly recipient: string; readonly reply: string }

/** What is known of one software that writes bounces. */
export type ReporterRules = {
  readonly id: string
  readonly marks: readonly ReporterMark[]
  /** Absent: the generic reader reads it. */
  readonly layouts?: readonly Layout[]
  /** Headings before the reply where it stands apart from the recipient. */
  readonly reply?: readonly string[]
  /** As in ReportWording. */
  readonly original?: readonly string[]
  readonly failed?: readonly string[]
  readonly delayed?: readonly string[]
  readonly delivered?: readonly string[]
  /** Words after which this reporter names itself. */
  readonly reportingMta?: readonly string[]
  /** Domain that completes a recipient given without one. */
  readonly localDomain?: string
}

/** Words between which, or after which, the refusing host stands. */
export type HostPattern = { readonly before: string; readonly after?: string }
