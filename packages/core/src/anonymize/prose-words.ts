// English words of prose, dates and headers that no lexicon needs: as names or local parts they are
// not looked for, since replacing them would spoil every sentence. Data only.

export const PROSE_WORDS: ReadonlySet<string> = new Set(`
the and for you your yours are was were has have had not but with from this that these those will
would can could may might must should shall did does done been being its our their his her him she
they them who what when where why how all any each every some such only own same than too very
just now then here there once more most other into onto over under again further about against
between through during before after above below out off down please thank thanks regards hello
dear sorry yes new old good bad mark bill grant page chase faith hope joy art gene frank rich long
short young king prince west north south east summer march april june august sunday monday tuesday
wednesday thursday friday saturday january february july september october november december time
date day week month year number line code text type form file name first last next back see look
read send sent get got make made use used try tried call work like want need jan feb mar apr jun
jul aug sep sept oct nov dec mon tue wed thu fri sat sun gmt utc est edt pst pdt cet cest re fwd
fw aw wg sv tr begin forwarded attached original message mail cc example test domain host server
address user people person someone anyone company group team office home to subject reply action
arrival attempt diagnostic final remote reporting mta smtp dns id
`.trim().split(/\s+/))
