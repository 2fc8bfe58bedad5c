import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FRAME_BYTES, openFrames, sealFrames } from '../../src/store/backup/sealed-frames.ts'

const key = randomBytes(32)
const head = Buffer.from('a head')
const FRAME = FRAME_BYTES + 16

async function* parts(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (let index = 0; at < bytes.length; index += 1) {
    const size = sizes[index % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const part of source) found.push(part)
  return Buffer.concat(found)
}

const seal = (plain: Buffer) => all(sealFrames(key, head, parts(plain, [10_000])))
const open = (sealed: Buffer, sizes = [7_777]) => all(openFrames(key, head, parts(sealed, sizes)))

describe('sealed frames', () => {
  test('whatever goes in comes out, however it was cut on the way', async () => {
    const length = fc.oneof(
      fc.nat(300),
      fc.constantFrom(FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES, 3 * FRAME_BYTES + 5),
    )
    const sizes = fc.array(fc.integer({ min: 1_000, max: 200_000 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(length, sizes, async (bytes, cuts) => {
        const plain = randomBytes(bytes)
        expect((await open(await seal(plain), cuts)).equals(plain)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })

  test('one changed bit anywhere is noticed', async () => {
    const sealed = await seal(randomBytes(2 * FRAME_BYTES + 100))
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(sealed)
        changed[at]! ^= 1 << bit
        await expect(open(changed)).rejects.toMatchObject({ fault: 'damaged' })
      }),
      { numRuns: 25 },
    )
  })

  const whole = seal(randomBytes(3 * FRAME_BYTES))
  test.each<[string, (sealed: Buffer) => Buffer]>([
    ['the end is missing', (sealed) => sealed.subarray(0, 2 * FRAME)],
    ['part of a frame is missing', (sealed) => sealed.subarray(0, sealed.length - 5)],
    ['everything is missing', () => Buffer.alloc(0)],
    ['something was put behind it', (sealed) => Buffer.concat([sealed, sealed.subarray(0, FRAME)])],
    [
      'two frames changed places',
      (sealed) =>
        Buffer.concat([
          sealed.subarray(FRAME, 2 * FRAME),
          sealed.subarray(0, FRAME),
          sealed.subarray(2 * FRAME),
        ]),
    ],
    ['a frame is missing', (sealed) => sealed.subarray(FRAME)],
  ])('%s: it is noticed', async (_, spoil) => {
    await expect(open(spoil(await whole))).rejects.toMatchObject({ fault: 'damaged' })
  })

  test('it belongs to its head and its key', async () => {
    const sealed = await seal(Buffer.from('words'))
    await expect(all(openFrames(key, Buffer.from('b head'), parts(sealed, [99])))).rejects.toThrow('damaged')
    await expect(all(openFrames(randomBytes(32), head, parts(sealed, [99])))).rejects.toThrow('damaged')
  })
})
