// Where the module is that is loaded into the service before itself.

export const PRELOAD: string = new URL('preload.ts', import.meta.url).href
