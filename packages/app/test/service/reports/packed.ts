// Reports as they travel: in archives and in messages.

import { readFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

const FOLDER = new URL('../../../../../fixtures/reports/', import.meta.url)

export function readFixture(name: string): Buffer {
  return readFileSync(new URL(name, FOLDER))
}

type ZipFile = { readonly name: string; readonly bytes: Buffer; readonly isStored?: boolean }

export function zip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, bytes, isStored = false } of files) {
    const packed = isStored ? bytes : deflateRawSync(bytes)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(isStored ? 0 : 8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat(
      [Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat(
      [Buffer.from('PK\x01\x02\x14\0', 'latin1'), facts, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

type Mail = {
  readonly type: string; readonly name?: string; readonly subject?: string; readonly from?: string
}

const SUBJECT = 'Report Domain: example.com Submitter: receiver.example Report-ID: <1>'

/** A message with one attachment. */
export function mailWith(
  bytes: Buffer,
  { type, name = 'report', subject = SUBJECT, from = 'noreply-dmarc@receiver.example' }: Mail,
): Buffer {
  return Buffer.from([
    `From: ${from}`, 'To: dmarc@example.com',
    `Subject: ${subject}`,
    'Date: Fri, 20 Nov 2026 02:00:00 +0000', 'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"', '', '--b', 'Content-Type: text/plain', '',
    'This is an aggregate report; delivery to some failed.', '', '--b',
    `Content-Type: ${type}; name="${name}"`, `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64', '', bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
    '', '--b--', '',
  ].join('\r\n'))
}
