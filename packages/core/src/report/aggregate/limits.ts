// The caps of reports in sum, each with its reason.

/** Levels of elements; a report has 6. */
export const XML_DEPTH_MAX: number = 32
/** Elements of one document; a record has some 25. */
export const XML_ELEMENTS_MAX: number = 600_000
/** Characters of the text of one element; comments of people are the longest. */
export const XML_TEXT_CHARS_MAX: number = 4_096
/** Records of one report: one for each address and outcome, of the largest senders thousands. */
export const RECORDS_MAX: number = 20_000
/** Signatures of one record; RFC 9990 asks for no more than 100. */
export const SIGNATURES_MAX: number = 100
/** Policies of one TLS report, and failures of one policy. */
export const TLS_POLICIES_MAX: number = 200
export const TLS_FAILURES_MAX: number = 2_000
/** Hosts and lines of a policy that are kept. */
export const TLS_HOSTS_MAX: number = 50
/** Messages or sessions of one line: more is a mistake or a lie, and sums have to stay exact. */
export const COUNT_MAX: number = 1_000_000_000
