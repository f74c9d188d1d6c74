// Waiting times in replies: "try again in 5 minutes", "greylisted for 300 seconds", "00:05:00".

/** Seconds in one unit, by how the unit begins in the languages seen. */
const UNITS: readonly (readonly [string, number])[] = [
  ['sec', 1], ['sek', 1], ['seg', 1], ['сек', 1], ['秒', 1], ['초', 1],
  ['min', 60], ['мин', 60], ['хв', 60], ['分', 60], ['분', 60],
  ['hour', 3600], ['hrs', 3600], ['hr', 3600], ['stunde', 3600], ['heure', 3600], ['hora', 3600], ['ore', 3600], ['ora', 3600], ['uur', 3600], ['timm', 3600], ['час', 3600],
  ['годин', 3600], ['godzin', 3600], ['hodin', 3600], ['小时', 3600], ['小時', 3600], ['時間', 3600], ['시간', 3600], ['day', 86400], ['tag', 86400], ['jour', 86400], ['día', 86400], ['dia', 86400],
]
/** A wait longer than this is a queue's life or a date, no advice. */
const WAIT_SECONDS_MAX = 7 * 86_400

/** Words one of which must stand in the text for a number to be advice to wait. */
const HINT = /retry|again|later|wait|grey|gray|defer|delay|erneut|später|réessay|plus tard|intente|riprova|повтор|позже|再|ponow|后重试|다시/i
const WAIT = /(\d{1,6})\s{0,3}([^\d\s.,;:()[\]]{1,12})/gu
const CLOCK = /\b(\d{1,2}):(\d{2}):(\d{2})\b/

/** Seconds to wait as the text says, undefined where it says nothing of the kind. */
export function readRetryAfter(text: string): number | undefined {
  if (!HINT.test(text)) return undefined
  for (const [, number = '', unit = ''] of text.matchAll(WAIT)) {
    const lower = unit.toLowerCase()
    const seconds = lower === 's' ? 1 : UNITS.find(([start]) => lower.startsWith(start))?.[1]
    if (seconds === undefined) continue
    const wait = Number(number) * seconds
    if (wait > 0 && wait <= WAIT_SECONDS_MAX) return wait
  }
  const clock = CLOCK.exec(text)
  if (clock === null || !/grey|gray|retry|again/i.test(text)) return undefined
  const wait = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
  return wait > 0 && wait <= WAIT_SECONDS_MAX ? wait : undefined
}
