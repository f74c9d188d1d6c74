// How finely the outage guard looks at time.

export const MINUTE_MS = 60_000
