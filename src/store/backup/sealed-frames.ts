import { createCipheriv, createDecipheriv } from 'node:crypto'
import { BackupError } from './backup-error.ts'

/** Bytes of a frame before sealing; only the last one is shorter. */
export const FRAME_BYTES = 64 * 1024
const TAG_BYTES = 16
const SEALED_BYTES = FRAME_BYTES + TAG_BYTES

/**
 * Seals a stream as frames of AES-256-GCM. The nonce is the frame's number and whether it is the last one,
 * so that frames can be neither reordered, repeated, left out nor cut off at the end. `key` must be of this
 * stream alone; `head` is authenticated with every frame.
 */
export async function* sealFrames(
  key: Buffer,
  head: Buffer,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, isLast } of inPieces(source, FRAME_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast))
    cipher.setAAD(head)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    number += 1
  }
}

/** The plain bytes again; nothing that is not authentic is ever given. Throws BackupError `damaged`. */
export async function* openFrames(
  key: Buffer,
  head: Buffer,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, isLast } of inPieces(source, SEALED_BYTES)) {
    if (bytes.length < TAG_BYTES) throw new BackupError('damaged')
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast))
    decipher.setAAD(head)
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    let plain: Buffer
    try {
      plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()])
    } catch {
      throw new BackupError('damaged')
    }
    yield plain
    number += 1
  }
}

/** Pieces of exactly `size` bytes; the last, marked, holds the rest and may be empty. */
async function* inPieces(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let parts: Buffer[] = []
  let length = 0
  for await (const part of source) {
    parts.push(part)
    length += part.length
    if (length <= size) continue
    let all = Buffer.concat(parts)
    while (all.length > size) {
      yield { bytes: all.subarray(0, size), isLast: false }
      all = all.subarray(size)
    }
    parts = [all]
    length = all.length
  }
  yield { bytes: Buffer.concat(parts), isLast: true }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(number, 7)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}
