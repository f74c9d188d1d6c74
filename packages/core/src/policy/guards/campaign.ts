// Guards over one campaign: the policy storm (G6), when a receiver refuses the sender and not the
// recipients, and the circuit breaker over bounce and complaint rates.

export type CampaignCounts = {
  readonly sent: number
  /** Failures that say that the address is bad. */
  readonly hard: number
  readonly complaints: number
}

export type ReceiverFailures = {
  readonly receiver: string
  readonly failures: number
  /** Those whose fault is the sender's or the content's. */
  readonly senderFaults: number
}

export type CampaignOptions = {
  /** Share of sender faults among the failures at one receiver. */
  readonly stormShare: number
  /** Sender faults below which there is no storm. */
  readonly stormMin: number
  readonly hardRateMax: number
  readonly complaintRateMax: number
  /** Messages below which rates say nothing. */
  readonly sentMin: number
}

const CAMPAIGN_DEFAULTS: CampaignOptions = {
  stormShare: 0.2, stormMin: 10, hardRateMax: 0.05, complaintRateMax: 0.001, sentMin: 200,
}

export type CampaignDecision = {
  /** Ask the sending system to pause the campaign; no address is touched by it. */
  readonly pause: boolean
  readonly why: readonly string[]
}

export function decideCampaign(
  counts: CampaignCounts, receivers: readonly ReceiverFailures[],
  options: Partial<CampaignOptions> = {},
): CampaignDecision {
  const limits = { ...CAMPAIGN_DEFAULTS, ...options }
  const why = [...findStorms(receivers, limits), ...findRates(counts, limits)]
  return { pause: why.length > 0, why }
}

function findStorms(
  receivers: readonly ReceiverFailures[], { stormShare, stormMin }: CampaignOptions,
): string[] {
  return receivers
    .filter(({ failures, senderFaults }) =>
      senderFaults >= stormMin && senderFaults > failures * stormShare)
    .map(({ receiver, failures, senderFaults }) =>
      `${receiver} blames the sender in ${senderFaults} of ${failures} failures: ` +
      'repair the cause, the addresses are good')
}

function findRates(
  { sent, hard, complaints }: CampaignCounts,
  { sentMin, hardRateMax, complaintRateMax }: CampaignOptions,
): string[] {
  if (sent < sentMin) return []
  const why: string[] = []
  if (hard > sent * hardRateMax) {
    why.push(`${hard} of ${sent} messages met bad addresses, more than ${hardRateMax * 100} %`)
  }
  if (complaints > sent * complaintRateMax) {
    why.push(`${complaints} complaints about ${sent} messages, more than ` +
      `${complaintRateMax * 100} %`)
  }
  return why
}
