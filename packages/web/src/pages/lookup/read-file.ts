// A file that was dropped or chosen, unpacked where it is packed.

/** More is for `carom parse`. */
const FILE_BYTES_MAX = 200_000_000

/** @throws TypeError that says why not */
export async function readFile(file: File): Promise<Uint8Array> {
  if (file.size > FILE_BYTES_MAX) throw tooLarge()
  const bytes = new Uint8Array(await file.arrayBuffer())
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? await unpack(file) : bytes
}

async function unpack(file: File): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  const stream = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  for (let step = await stream.read(); !step.done; step = await stream.read()) {
    size += step.value.length
    if (size > FILE_BYTES_MAX) {
      await stream.cancel()
      throw tooLarge()
    }
    pieces.push(step.value)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

function tooLarge(): TypeError {
  return new TypeError(
    `The file holds more than ${FILE_BYTES_MAX / 1e6} MB. carom parse reads files of any size.`)
}
